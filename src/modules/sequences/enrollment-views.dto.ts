import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsUUID } from 'class-validator';
import { ENROLLMENT_STATES, type EnrollmentState } from '../../core/sequences/standing.js';
import {
  ENROLLED_STEP_STATES,
  type EnrolledStepState,
  STEP_KINDS,
  type StepKind,
} from '../../core/sequences/step.js';
import { commaList, ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Which enrolments: every field narrows. Newest first. */
export class EnrollmentListQuery extends ListQuery {
  @MayBeAbsent()
  @IsUUID()
  sequenceId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  contactId?: string;

  @MayBeAbsent()
  @IsUUID()
  mailboxId?: string;

  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(ENROLLMENT_STATES, { each: true })
  @ApiProperty({ type: String, description: 'States with commas between', example: 'running,paused' })
  state?: EnrollmentState[];
}

/** An enrolment as lists show it. */
export class EnrollmentRow {
  id!: string;
  @ApiProperty({ enum: ENROLLMENT_STATES, enumName: 'EnrollmentState' })
  state!: EnrollmentState;
  /** Why it stands so; null while it runs as it should. */
  code!: string | null;
  since!: Date;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  pausedUntil!: string | null;
  /** The day somebody said they are back, while their mail waits for it. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  returnsOn!: string | null;
  sequenceId!: string;
  sequenceName!: string;
  versionNo!: number;
  currentVersionNo!: number;
  pitchId!: string;
  pitchLabel!: string;
  campaignId!: string;
  campaignName!: string;
  clientId!: string;
  clientName!: string;
  siteId!: string | null;
  displayHost!: string | null;
  contactId!: string;
  contactName!: string;
  toAddress!: string;
  mailboxId!: string;
  mailboxAddress!: string;
  memberName!: string | null;
  nextStepNo!: number | null;
  /** When the next step is due: of a mail, when it may leave at the earliest. */
  nextAt!: Date | null;
  stepCount!: number;
  doneCount!: number;
  isCold!: boolean;
  revision!: number;
  createdAt!: Date;
}

export class EnrollmentList extends ListPage {
  items!: EnrollmentRow[];
}

export class EnrollmentStepView {
  stepNo!: number;
  @ApiProperty({ enum: STEP_KINDS, enumName: 'StepKind' })
  kind!: StepKind;
  @ApiProperty({ enum: ENROLLED_STEP_STATES, enumName: 'EnrolledStepState' })
  state!: EnrolledStepState;
  /** Why it was passed over or closed. */
  code!: string | null;
  purpose!: string | null;
  waitWorkingDays!: number;
  subject!: string | null;
  text!: string | null;
  isEdited!: boolean;
  inThread!: boolean;
  taskTitle!: string | null;
  taskId!: string | null;
  outboundId!: string | null;
  /** Where its mail stands, such as `ready` or `sent`. */
  mailState!: string | null;
  /** Why its mail is held back. */
  holdCode!: string | null;
  doneAt!: Date | null;
  earliestAt!: Date | null;
  latestAt!: Date | null;
}

export class EnrollmentDetail extends EnrollmentRow {
  steps!: EnrollmentStepView[];
}
