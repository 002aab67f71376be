import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** What the supplier was paid for. */
export class PaymentWish {
  /** The supplier's invoice. */
  @IsString()
  @IsFilled()
  @MaxLength(100)
  invoiceReference!: string;

  /** Today where absent. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  paidOn?: string;

  /** The lines that were paid; all that may be paid where absent. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  lineIds?: string[];
}

/** What a supplier gave back for a line. */
export class CreditWish {
  /** Without VAT, in the smallest unit of the order's currency. */
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amountMinor!: number;

  /** The VAT on it; what belongs to the amount where absent. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  vatMinor?: number;

  /** The credit note. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  reference?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  /** Today where absent. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  creditedOn?: string;
}

/** Where the supplier put the link instead: a placement that is there, or the page of a new one. */
export class LineReplacement {
  @MayBeAbsent()
  @IsUUID()
  placementId?: string;

  /** Address of the new page; the deal goes on with its terms. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  sourceUrl?: string;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  targetUrl?: string;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  dueOn?: string;
}

export class LinePlacement {
  @IsUUID()
  placementId!: string;
}

/** How an order goes on. */
export class RenewalWish {
  /** The last day of the new term; follows from its months where absent. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  endsOn?: string;

  /** Months of the new term; as many as before where absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  @ApiProperty({ type: Number, nullable: true, required: false })
  termMonths?: number | null;
}
