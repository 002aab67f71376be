import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_LABELS,
  PLACEMENT_TYPES,
  type PlacementLabel,
  type PlacementType,
} from '../../core/placements/placement.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { SourceWish, TermsWish } from './terms.dto.js';

/** What a new placement and a change of one have in common. */
class PlacementWish {
  /** Address of the page the link stands on. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  sourceUrl?: string;

  @IsOptional()
  @IsIn([...PLACEMENT_LABELS, null])
  @ApiProperty({ enum: PLACEMENT_LABELS, enumName: 'PlacementLabel', nullable: true })
  label?: PlacementLabel | null;

  /** Labelling the link was agreed with the site. */
  @MayBeAbsent()
  @IsBoolean()
  labellingAgreed?: boolean;

  @ObjectIfSent(() => TermsWish)
  terms?: TermsWish;

  /** Where the agreed terms come from; needed as soon as one is agreed. */
  @ObjectIfSent(() => SourceWish)
  source?: SourceWish;

  /** The day the link is due; null takes it away. */
  @IsOptional()
  @IsString()
  @IsDay()
  dueOn?: string | null;

  /** The member who looks after it; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}

export class NewPlacement extends PlacementWish {
  @IsUUID()
  brandId!: string;

  /** The site alone, while the page is not known: a host name or any address on it. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  site?: string;

  @IsString()
  @IsWebAddress()
  targetUrl!: string;

  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;

  @MayBeAbsent()
  @IsIn(COMPENSATIONS)
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation?: Compensation;
}

export class PlacementChange extends PlacementWish {
  /** The revision that was read; a stale one is refused with `placement.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  targetUrl?: string;

  @MayBeAbsent()
  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type?: PlacementType;

  @MayBeAbsent()
  @IsIn(COMPENSATIONS)
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation?: Compensation;
}

export class AcceptWish {
  /** Why the link is accepted as it is. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class EndWish {
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reason?: string;
}

export class ReleaseWish {
  /** Why the partner asked to be let go. */
  @IsString()
  @IsFilled()
  @MaxLength(4000)
  reason!: string;
}

/** The placement that takes the place of another. What is left out is taken over from the old one. */
export class Replacement {
  @IsString()
  @IsWebAddress()
  sourceUrl!: string;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  targetUrl?: string;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  dueOn?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}
