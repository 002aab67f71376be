import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import {
  PUBLISHER_KINDS,
  type PublisherKind,
  SITE_ROLES,
  type SiteRole,
} from '../../core/publishers/publisher.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const COUNTRY = /^[A-Z]{2}$/;

/** Sent as null to take a value away. */
const NotNull = (field: string): PropertyDecorator =>
  ValidateIf((wish: object) => {
    const value = (wish as Record<string, unknown>)[field];
    return value !== undefined && value !== null;
  });

export class NewPublisher {
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name!: string;

  @MayBeAbsent()
  @IsIn(PUBLISHER_KINDS)
  @ApiProperty({ enum: PUBLISHER_KINDS, enumName: 'PublisherKind' })
  kind?: PublisherKind;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  homeUrl?: string;

  @MayBeAbsent()
  @IsString()
  @Matches(COUNTRY, { message: '$property must be a country code of two capitals' })
  country?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** Addresses of sites it owns. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @IsWebAddress({ each: true })
  siteAddresses?: string[];
}

export class PublisherChange {
  /** The revision the change was made on. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsIn(PUBLISHER_KINDS)
  @ApiProperty({ enum: PUBLISHER_KINDS, enumName: 'PublisherKind' })
  kind?: PublisherKind;

  @NotNull('homeUrl')
  @IsString()
  @IsWebAddress()
  @ApiProperty({ type: String, nullable: true, required: false })
  homeUrl?: string | null;

  @NotNull('country')
  @IsString()
  @Matches(COUNTRY, { message: '$property must be a country code of two capitals' })
  @ApiProperty({ type: String, nullable: true, required: false })
  country?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}

/** A site a publisher stands behind. */
export class NewPublisherSite {
  @IsString()
  @IsWebAddress()
  address!: string;

  @IsIn(SITE_ROLES)
  @ApiProperty({ enum: SITE_ROLES, enumName: 'SiteRole' })
  role!: SiteRole;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  sinceOn?: string;
}

/** The end of a publisher's role at a site. */
export class SiteEnd {
  /** The last day; today where absent. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  untilOn?: string;
}
