import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { CORRECTED_KINDS, type CorrectedKind } from '../../core/inbox/inbox.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { AgreedPlacement } from '../campaigns/pitches.service.js';

export class MessageCorrection {
  @IsIn(CORRECTED_KINDS)
  @ApiProperty({ enum: CORRECTED_KINDS, enumName: 'CorrectedKind' })
  kind!: CorrectedKind;
}

/** What a person read in the words that look like terms. */
export class TermsFromMail extends AgreedPlacement {
  /** Needed where the conversation serves several pitches. */
  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;
}

const DECISIONS = ['suppress', 'ignore'] as const;

export class OptOutDecision {
  /** `suppress`: no more mail to that address; `ignore`: it meant something else. */
  @IsIn(DECISIONS)
  @ApiProperty({ enum: DECISIONS, enumName: 'OptOutDecisionAnswer' })
  answer!: (typeof DECISIONS)[number];
}
