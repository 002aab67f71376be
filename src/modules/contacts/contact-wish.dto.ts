import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ADDRESS_STATUSES,
  type AddressStatus,
  FORMS_OF_ADDRESS,
  type FormOfAddress,
  GROUNDS,
  type Ground,
} from '../../core/contacts/contact.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Why a contact may be mailed, with what proves it. */
export class NewGround {
  @IsIn(GROUNDS)
  @ApiProperty({ enum: GROUNDS, enumName: 'Ground' })
  ground!: Ground;

  /** The page that proves it. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  evidenceUrl?: string;

  /** The day it was given or read, YYYY-MM-DD. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  evidenceOn?: string;

  /** In words; needed where the ground is `other`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  evidenceText?: string;
}

/** One mail address of a contact. */
export class NewAddress {
  @IsString()
  @IsFilled()
  @MaxLength(400)
  address!: string;

  @MayBeAbsent()
  @IsBoolean()
  isMain?: boolean;
}

/** What a person says of a contact; null empties a field. */
export class ContactWish {
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  firstName?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  lastName?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  position?: string;

  /** Two small letters (ISO 639-1). */
  @IsOptional()
  @Matches(/^[a-z]{2}$/)
  @ApiProperty({ type: String, nullable: true, required: false, example: 'nl' })
  language?: string | null;

  @MayBeAbsent()
  @IsIn(FORMS_OF_ADDRESS)
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'FormOfAddress', required: false })
  formOfAddress?: FormOfAddress;

  /** A zone of the tz database. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @ApiProperty({ type: String, nullable: true, required: false, example: 'Europe/Amsterdam' })
  timeZone?: string | null;

  /** Two capitals (ISO 3166-1): whose law counts for mail. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  @ApiProperty({ type: String, nullable: true, required: false, example: 'NL' })
  country?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}

export class NewContact extends ContactWish {
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewAddress)
  addresses?: NewAddress[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  siteIds?: string[];

  /** Addresses of websites; their sites are made where they are new. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsWebAddress({ each: true })
  siteAddresses?: string[];

  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  /** What the contact does there. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  role?: string;

  @ObjectIfSent(() => NewGround)
  ground?: NewGround;
}

export class ContactChange extends ContactWish {
  /** The revision that was read; a stale one is refused with `contact.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;
}

export class AddressChange {
  @MayBeAbsent()
  @IsIn([true])
  isMain?: boolean;

  @MayBeAbsent()
  @IsIn(ADDRESS_STATUSES)
  @ApiProperty({ enum: ADDRESS_STATUSES, enumName: 'AddressStatus', required: false })
  status?: AddressStatus;
}

/** Where a contact works: one of the three. */
export class NewPlace {
  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  role?: string;
}

export class Objection {
  /** What they said, or where. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}
