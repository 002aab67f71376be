import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AGREED_LABELS, type AgreedLabel } from '../../core/orders/order.js';
import { PLACEMENT_TYPES, type PlacementType } from '../../core/placements/placement.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** The dearest line: a figure above it is a typing mistake. */
const HIGHEST_AMOUNT = 100_000_000_000;
const HIGHEST_VAT = 10_000;
const LONGEST_TERM = 600;

/** Lines of one order: more belong on a second one. */
const MOST_LINES = 200;

const CURRENCY = /^[A-Z]{3}$/;
const RATE = /^\d{1,10}(\.\d{1,10})?$/;

/** What one placement costs, and what the client is charged for it; without VAT. */
export class OrderLineWish {
  /** The line that is changed; absent for a new one. Lines that are left out are taken away. */
  @MayBeAbsent()
  @IsUUID()
  id?: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  siteId?: string | null;

  /** Instead of `siteId`: a host name or any address on the site, which is added when it is new. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  /** The placement it buys, as soon as there is one. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  placementId?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  description?: string;

  @IsOptional()
  @IsIn([...PLACEMENT_TYPES, null])
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType', nullable: true, required: false })
  type?: PlacementType | null;

  /** What the supplier gets, in the smallest unit of the currency. */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_AMOUNT)
  buyingMinor!: number;

  /** Hundredths of a percent: 2100 is 21 %. 0 where absent. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VAT)
  buyingVatRate?: number;

  /** What the client pays; null where that is not agreed line by line. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_AMOUNT)
  @ApiProperty({ type: Number, nullable: true, required: false })
  sellingMinor?: number | null;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VAT)
  sellingVatRate?: number;
}

/** What a new order and a change of one have in common. Null takes a value away. */
class OrderWish {
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  campaignId?: string | null;

  /** The publisher who is paid. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  supplierPublisherId?: string | null;

  /** Instead of `supplierPublisherId`: a name, which is added as a publisher when it is new. */
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  supplierName?: string;

  /** What one unit of the order's currency is worth in the currency of the campaign's budget, at most ten decimals: "1.0825". */
  @IsOptional()
  @IsString()
  @Matches(RATE, { message: '$property must be a number with at most ten decimals' })
  @ApiProperty({ type: String, nullable: true, required: false, example: '1.0825' })
  budgetRate?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  poReference?: string;

  /** Whole months the link is paid for; null or absent where it stays for good. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_TERM)
  @ApiProperty({ type: Number, nullable: true, required: false })
  termMonths?: number | null;

  @IsOptional()
  @IsIn([...AGREED_LABELS, null])
  @ApiProperty({ enum: AGREED_LABELS, enumName: 'AgreedLabel', nullable: true, required: false })
  labelAgreed?: AgreedLabel | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** The member who looks after it; null for nobody. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  ownerMemberId?: string | null;
}

export class NewOrder extends OrderWish {
  /** Need not be sent: it is the brand's. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @IsUUID()
  brandId!: string;

  /** The pitch it came from; its campaign is the order's. */
  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @IsString()
  @Matches(CURRENCY, { message: '$property must be a currency code of three capitals' })
  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OrderLineWish)
  lines!: OrderLineWish[];
}

export class OrderChange extends OrderWish {
  /** The revision that was read; a stale one is refused with `order.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;

  /** Only until it is ordered; takes an approval back. */
  @MayBeAbsent()
  @IsString()
  @Matches(CURRENCY, { message: '$property must be a currency code of three capitals' })
  currency?: string;

  /** All standing lines as they are to be. Only until it is ordered; takes an approval back. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OrderLineWish)
  lines?: OrderLineWish[];

  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  startsOn?: string | null;

  /** The last day of the term; follows from its beginning and its months where it is not said. */
  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  endsOn?: string | null;
}
