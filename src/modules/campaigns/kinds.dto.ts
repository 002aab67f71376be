import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVAL_SUBJECTS,
  type ApprovalSubject,
  FIELD_TYPES,
  type FieldType,
  MAIL_PURPOSES,
  type MailPurpose,
  MOVERS,
  type Mover,
} from '../../core/campaigns/kind.js';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_TYPES,
  type PlacementType,
} from '../../core/placements/placement.js';
import { REL_TERMS, type RelTerm } from '../../core/placements/terms.js';

/** Something of a kind with its name in the reader's language. */
export class NamedKey {
  key!: string;
  name!: string;
}

export class KindStage extends NamedKey {
  /** What the card of a pitch at this stage says is to be done. */
  nextStep!: string;
  @ApiProperty({ enum: MOVERS, enumName: 'Mover' })
  whoMoves!: Mover;
  stuckAfterDays!: number;
  /** What was agreed is recorded here; recording a win leads here. */
  isAgreed!: boolean;
  /** Entering it closes the pitch as won. */
  isWon!: boolean;
  /** Only the state of the placement leads here, never a person. */
  isSeen!: boolean;
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject', nullable: true })
  needsApproval!: ApprovalSubject | null;
}

export class KindField extends NamedKey {
  @ApiProperty({ enum: FIELD_TYPES, enumName: 'KindFieldType' })
  type!: FieldType;
  hint!: string | null;
  choices!: NamedKey[];
  min!: number | null;
  max!: number | null;
  /** For dates: shown on the calendar as this. */
  @ApiProperty({ enum: ['deadline', 'due', 'end'], nullable: true })
  onCalendar!: 'deadline' | 'due' | 'end' | null;
}

export class KindMail {
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose' })
  purpose!: MailPurpose;
  afterWorkingDays!: number;
}

export class KindPlacement {
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation!: Compensation;
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm', nullable: true })
  rel!: RelTerm | null;
}

/** A campaign kind in the reader's language. */
export class CampaignKind extends NamedKey {
  description!: string;
  stages!: KindStage[];
  defaultStage!: string;
  /** From each stage, the stages a person may move to. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  })
  moves!: Record<string, string[]>;
  fields!: KindField[];
  /** Keys of fields, or `site`, `contact`, `target_page`, `asset`, `terms`, that must be there before a pitch enters a stage. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  })
  required!: Record<string, string[]>;
  losses!: NamedKey[];
  placement!: KindPlacement;
  sequence!: KindMail[];
}

export class CampaignKindList {
  items!: CampaignKind[];
}
