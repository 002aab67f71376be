import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsDay } from '../../../platform/http/field-rules.js';
import { IdsIfSent, ObjectIfSent } from '../../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../../platform/http/may-be-absent.js';
import { PitchFilter, WORD } from './pitch-filter.dto.js';

export const PITCH_ACTIONS = ['assign', 'move', 'pause', 'lose', 'archive', 'next_step'] as const;
export type PitchAction = (typeof PITCH_ACTIONS)[number];

/** What an action needs to know beside its name. */
export class PitchActionParams {
  /** For `assign`: who shall work on them, null for nobody. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  /** For `move`: the key of the stage. Pitches of a kind without it are refused one by one. */
  @MayBeAbsent()
  @Matches(WORD)
  to?: string;

  /** For `pause`: until which day; null until somebody resumes them. */
  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ format: 'date' })
  until?: string | null;

  /** For `lose`: the key of the reason. */
  @MayBeAbsent()
  @Matches(WORD)
  reason?: string;

  /** For `lose`: more about it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;

  /** For `next_step`: what is to be done; empty for what the kind says. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  nextStep?: string;

  /** For `next_step`: on which day; null for no day. Left out, the day stays. */
  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ format: 'date' })
  nextStepOn?: string | null;
}

/** An act on many pitches: named ones, or all that fit a filter now. */
export class PitchesAct {
  @IsIn(PITCH_ACTIONS)
  @ApiProperty({ enum: PITCH_ACTIONS, enumName: 'PitchAction' })
  action!: PitchAction;

  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => PitchFilter)
  filter?: PitchFilter;

  @ObjectIfSent(() => PitchActionParams)
  params?: PitchActionParams;
}
