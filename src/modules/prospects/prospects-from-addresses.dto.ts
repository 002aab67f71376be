import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import {
  ADDITION_OUTCOMES,
  ADDITION_REFUSALS,
  type AdditionOutcome,
  type AdditionRefusal,
} from '../../core/prospects/addition.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Sites to make prospects in one act, by any addresses on them. */
export class NewProspects {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(2000, { each: true })
  addresses!: string[];

  /** The client they are meant for: what it excludes is refused. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  /** The member who looks after the new ones; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** Names of tags the new ones get; a name nobody used before makes a tag. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(60, { each: true })
  tags?: string[];
}

/** What became of one address. */
export class ProspectAddition {
  address!: string;
  /** Null where the address names no site. */
  displayHost!: string | null;
  @ApiProperty({ enum: ADDITION_OUTCOMES, enumName: 'AdditionOutcome' })
  outcome!: AdditionOutcome;
  /** Why it was refused; null where it was not. */
  @ApiProperty({ enum: ADDITION_REFUSALS, enumName: 'AdditionRefusal', nullable: true })
  refusal!: AdditionRefusal | null;
  /** The prospect it is now, or was before; null where there is none. */
  prospectId!: string | null;
}

export class ProspectAdditions {
  /** One for each address, in their order. Of several addresses on one site the first tells, the others are there already. */
  items!: ProspectAddition[];
}
