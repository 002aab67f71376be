import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MOMENT_NOTES, type MomentNote } from '../../core/sequences/plan.js';
import { STEP_KINDS, type StepKind } from '../../core/sequences/step.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Pitches of one enrolment, at most; more are several. */
export const MOST_ENROLLED = 2000;
/** Pitches of one preview, at most. */
const MOST_SHOWN = 100;

/** Which contact of a pitch is written to, where it is not the first. */
export class ContactChoice {
  @IsUUID()
  pitchId!: string;

  @IsUUID()
  contactId!: string;
}

/** Words a person wrote for one pitch instead of those of the template. */
export class StepEdit {
  @IsUUID()
  pitchId!: string;

  @IsInt()
  @Min(1)
  @Max(20)
  stepNo!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(250)
  subject?: string;

  @IsString()
  @IsFilled()
  @MaxLength(20_000)
  text!: string;
}

/** In what, from which mailbox, and from when on pitches are enrolled. */
export class EnrollmentChoice {
  @IsUUID()
  sequenceId!: string;

  @IsUUID()
  mailboxId!: string;

  /** Whom to write to; left out, the first contact of each pitch who has a usable address. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_ENROLLED)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ContactChoice)
  contacts?: ContactChoice[];

  /** Nothing happens before this day, at the recipient. */
  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ format: 'date' })
  startOn?: string | null;
}

/** An enrolment to look at before it is made. */
export class EnrollmentPreviewWish extends EnrollmentChoice {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SHOWN)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  pitchIds!: string[];

  /** How many others are enrolled before these: their mails go first, so these go later. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_ENROLLED)
  ahead?: number;
}

/** Pitches to enrol: one at once, more in the background. */
export class NewEnrollments extends EnrollmentChoice {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENROLLED)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  pitchIds!: string[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StepEdit)
  edits?: StepEdit[];
}

/** What stands against a mail now, by the code the last word before sending would give. */
export class EnrollmentRefusalView {
  code!: string;
  /** The pitch cannot be enrolled at all; otherwise it waits or is held for it. */
  blocks!: boolean;
}

export class StepPreview {
  stepNo!: number;
  @ApiProperty({ enum: STEP_KINDS, enumName: 'StepKind' })
  kind!: StepKind;
  purpose!: string | null;
  earliestAt!: Date | null;
  latestAt!: Date | null;
  @ApiProperty({ enum: MOMENT_NOTES, enumName: 'MomentNote', nullable: true })
  note!: MomentNote | null;
  /** Passed over by its condition. */
  isPassed!: boolean;
  subject!: string | null;
  text!: string | null;
  html!: string | null;
  taskTitle!: string | null;
  /** Variables that are empty for this pitch. */
  missing!: string[];
  /** Mistakes of the template, as codes. */
  problems!: string[];
}

export class PreviewContact {
  id!: string;
  name!: string;
  address!: string | null;
  timeZone!: string | null;
}

export class PitchPreview {
  pitchId!: string;
  pitchLabel!: string;
  displayHost!: string | null;
  contact!: PreviewContact | null;
  /** Everybody the pitch could be written to. */
  contacts!: PreviewContact[];
  isCold!: boolean;
  /** Whether it can be enrolled as things stand. */
  canEnroll!: boolean;
  refusals!: EnrollmentRefusalView[];
  steps!: StepPreview[];
}

export class EnrollmentPreview {
  /** Those that cannot be enrolled first, then those with something against them. */
  items!: PitchPreview[];
  needsApproval!: boolean;
}

/** One enrolment, or the job that makes many. */
export class EnrollmentsStarted {
  enrollmentId!: string | null;
  jobId!: string | null;
}

export class EnrollmentPause {
  /** Goes on by itself on this day; left out or null, when somebody resumes it. */
  @IsOptional()
  @IsString()
  @IsDay()
  @ApiProperty({ format: 'date' })
  until?: string | null;
}

export class EnrollmentSkip {
  @IsInt()
  @Min(1)
  @Max(20)
  stepNo!: number;
}

export class EnrollmentRefuse {
  /** Why, for who wrote it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** Looks at what the move would do, or does it. */
export class EnrollmentMove {
  @MayBeAbsent()
  @IsBoolean()
  preview?: boolean;
}

export class EnrollmentMoved {
  isDone!: boolean;
  fromVersionNo!: number;
  toVersionNo!: number;
  keptSteps!: number[];
  droppedSteps!: number[];
  /** Steps whose words a person had written for this pitch, and that are lost. */
  editedLost!: number[];
  /** What follows. */
  steps!: StepPreview[];
  refusals!: EnrollmentRefusalView[];
}

/** Words of one mail of an enrolment. */
export class StepChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(250)
  subject?: string;

  @IsString()
  @IsFilled()
  @MaxLength(20_000)
  text!: string;
}
