import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import {
  ACCEPTED_STEPS,
  type AcceptedStep,
  REGIONS,
  REL_TERMS,
  type Region,
  type RelTerm,
  TERM_SOURCES,
  TERM_STANDINGS,
  type TermSourceKind,
  type TermStanding,
} from '../../core/placements/terms.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** A term a person writes down. `expected` needs no value: the program fills it from type and compensation. */
class TermWish {
  @IsIn(TERM_STANDINGS)
  @ApiProperty({ enum: TERM_STANDINGS, enumName: 'TermStanding' })
  standing!: TermStanding;
}

export class RelWish extends TermWish {
  @MayBeAbsent()
  @IsIn(REL_TERMS)
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm' })
  value?: RelTerm;
}

export class AnchorWish extends TermWish {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(1000)
  value?: string;
}

export class RegionWish extends TermWish {
  @MayBeAbsent()
  @IsIn(REGIONS)
  @ApiProperty({ enum: REGIONS, enumName: 'Region' })
  value?: Region;
}

export class IndexableWish extends TermWish {
  @MayBeAbsent()
  @IsBoolean()
  value?: boolean;
}

export class DurationWish extends TermWish {
  /** The last day the link shall stay. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  value?: string;
}

/** Terms as they are written down; those left out stay as they are (or, for a new placement, as expected). */
export class TermsWish {
  @ObjectIfSent(() => RelWish)
  rel?: RelWish;

  @ObjectIfSent(() => AnchorWish)
  anchor?: AnchorWish;

  @ObjectIfSent(() => RegionWish)
  region?: RegionWish;

  @ObjectIfSent(() => IndexableWish)
  indexable?: IndexableWish;

  @ObjectIfSent(() => DurationWish)
  duration?: DurationWish;

  /** The lowest step of the URL ladder that counts as a link to the target. */
  @MayBeAbsent()
  @IsIn(ACCEPTED_STEPS)
  @ApiProperty({ enum: ACCEPTED_STEPS, enumName: 'AcceptedStep' })
  match?: AcceptedStep;
}

/** Where agreed terms come from. */
export class SourceWish {
  @IsIn(TERM_SOURCES)
  @ApiProperty({ enum: TERM_SOURCES, enumName: 'TermSourceKind' })
  kind!: TermSourceKind;

  /** Which document or mail, what was noted, or who said so. */
  @IsString()
  @IsFilled()
  @MaxLength(4000)
  reference!: string;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  agreedOn?: string;
}

class TermView {
  @ApiProperty({ enum: TERM_STANDINGS, enumName: 'TermStanding' })
  standing!: TermStanding;
}

export class RelTermView extends TermView {
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm', nullable: true })
  value!: RelTerm | null;
}

export class AnchorTermView extends TermView {
  value!: string | null;
}

export class RegionTermView extends TermView {
  @ApiProperty({ enum: REGIONS, enumName: 'Region', nullable: true })
  value!: Region | null;
}

export class IndexableTermView extends TermView {
  value!: boolean | null;
}

export class DurationTermView extends TermView {
  value!: string | null;
}

export class TermsView {
  rel!: RelTermView;
  anchor!: AnchorTermView;
  region!: RegionTermView;
  indexable!: IndexableTermView;
  duration!: DurationTermView;
  @ApiProperty({ enum: ACCEPTED_STEPS, enumName: 'AcceptedStep' })
  match!: AcceptedStep;
}

export class TermSourceView {
  id!: string;
  /** Which terms it speaks for. */
  terms!: string[];
  @ApiProperty({ enum: TERM_SOURCES, enumName: 'TermSourceKind' })
  kind!: TermSourceKind;
  reference!: string;
  agreedOn!: string | null;
  /** Name of the member who wrote it down; null for the program. */
  recordedBy!: string | null;
  recordedAt!: Date;
  /** File name of the document kept with it; null when there is none. */
  documentName!: string | null;
  /** The conversation of the mail that says so; null where it is no mail of the inbox, or one that may not be seen. */
  conversationId!: string | null;
}
