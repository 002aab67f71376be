import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { SUPPRESSION_SOURCES, type SuppressionSource } from '../../core/courtesy/suppression.js';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../core/prospects/prospect.js';
import { IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class SuppressionsQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(['address', 'site'])
  kind?: 'address' | 'site';

  @MayBeAbsent()
  @IsIn(SUPPRESSION_REASONS)
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason?: SuppressionReason;

  @MayBeAbsent()
  @IsIn(SUPPRESSION_SOURCES)
  @ApiProperty({ enum: SUPPRESSION_SOURCES, enumName: 'SuppressionSource' })
  source?: SuppressionSource;

  /** A client's id, or `none` for entries that hold for the whole workspace. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(36)
  clientId?: string;

  /** The site's name or the address, from its beginning; a whole address finds one that is known by its hash alone, too. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(320)
  search?: string;
}

/** A site or an address nobody of the team may contact, or nobody who writes for one client. */
export class NewSuppression {
  /** A site, and with it every mail address at its domain. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsEmail()
  address?: string;

  /** The client it holds for; absent for the whole workspace. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @IsIn(SUPPRESSION_REASONS)
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason!: SuppressionReason;

  /** The sentence it rests on, as it was said or written. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  evidence?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** Why an entry no longer holds. */
export class SuppressionLift {
  @IsString()
  @IsFilled()
  @MaxLength(2000)
  reason!: string;
}

export class SuppressionView {
  id!: string;
  @ApiProperty({ enum: ['address', 'site'] })
  kind!: 'address' | 'site';
  siteId!: string | null;
  displayHost!: string | null;
  /** Null where the person behind it was erased; the address is then known by its hash alone. */
  address!: string | null;
  /** The client it holds for; null for the whole workspace. */
  clientId!: string | null;
  clientName!: string | null;
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason!: SuppressionReason;
  @ApiProperty({ enum: SUPPRESSION_SOURCES, enumName: 'SuppressionSource' })
  source!: SuppressionSource;
  /** The mail, the import or the contact it came from. */
  sourceId!: string | null;
  /** The sentence it rests on, as it was written. */
  evidence!: string;
  note!: string;
  /** Whether it takes a manager to lift it: the person asked for it themselves. */
  liftNeedsManager!: boolean;
  createdByName!: string | null;
  createdAt!: Date;
}

export class SuppressionList extends ListPage {
  items!: SuppressionView[];
}

/** A line of a file that was not taken. */
export class SuppressionFault {
  /** From 1, the header included. */
  lineNo!: number;
  text!: string;
  @ApiProperty({ enum: ['not_an_address', 'free_mail_domain', 'unknown_reason'] })
  code!: 'not_an_address' | 'free_mail_domain' | 'unknown_reason';
  /** What is wrong and what to do, in the reader's language. */
  sentence!: string;
}

/** How a file of addresses and domains is taken. */
export class SuppressionImport {
  /** Where the list comes from: kept with every entry. */
  @IsString()
  @IsFilled()
  @MaxLength(500)
  provenance!: string;

  /** The reason of rows that name none. */
  @MayBeAbsent()
  @IsIn(SUPPRESSION_REASONS)
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason?: SuppressionReason;

  /** The client it holds for; absent for the whole workspace. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** What became of a file. */
export class SuppressionImportResult {
  rows!: number;
  added!: number;
  /** On the list before, or twice in the file. */
  known!: number;
  /** Rows that were not taken, in all. */
  refused!: number;
  /** The first of them. */
  errors!: SuppressionFault[];
}
