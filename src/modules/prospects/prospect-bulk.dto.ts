import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  PROSPECT_STATUSES,
  type ProspectStatus,
  SUPPRESSION_REASONS,
  type SuppressionReason,
} from '../../core/prospects/prospect.js';
import { IsFilled, IsPlainValue } from '../../platform/http/field-rules.js';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ProspectFilter } from './prospect-list.dto.js';

export const PROSPECT_ACTIONS = [
  'tag',
  'untag',
  'topic',
  'status',
  'assign',
  'archive',
  'do_not_contact',
  'exclude',
  'set_custom',
] as const;
export type ProspectAction = (typeof PROSPECT_ACTIONS)[number];

/** What an action needs to know beside its name. */
export class ProspectActionParams {
  /** For `tag`, `untag` and `topic`: names. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(60, { each: true })
  names?: string[];

  /** For `status`. */
  @MayBeAbsent()
  @IsIn(PROSPECT_STATUSES)
  @ApiProperty({ enum: PROSPECT_STATUSES, enumName: 'ProspectStatus' })
  status?: ProspectStatus;

  /** For `assign`: the new owner, null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** For `do_not_contact`: why. */
  @MayBeAbsent()
  @IsIn(SUPPRESSION_REASONS)
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  suppression?: SuppressionReason;

  /** For `exclude`: the client that wants no link from them, and why. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsIn(EXCLUSION_REASONS)
  @ApiProperty({ enum: EXCLUSION_REASONS, enumName: 'ExclusionReason' })
  exclusion?: ExclusionReason;

  /** For `set_custom`: the field's key. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  fieldKey?: string;

  /** For `set_custom`: the value; null takes it away. */
  @IsOptional()
  @IsPlainValue()
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
  })
  value?: unknown;
}

/** An act on many prospects: named ones, or all that fit a filter now. */
export class ProspectsAct {
  @IsIn(PROSPECT_ACTIONS)
  @ApiProperty({ enum: PROSPECT_ACTIONS, enumName: 'ProspectAction' })
  action!: ProspectAction;

  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => ProspectFilter)
  filter?: ProspectFilter;

  @ObjectIfSent(() => ProspectActionParams)
  params?: ProspectActionParams;
}
