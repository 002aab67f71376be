import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { SEQUENCE_FINDINGS, type SequenceFindingCode } from '../../core/sequences/check-sequence.js';
import {
  MOST_STEPS,
  STEP_CONDITIONS,
  STEP_KINDS,
  type StepCondition,
  type StepKind,
} from '../../core/sequences/step.js';
import { TASK_KINDS, type TaskKind } from '../../core/tasks/task.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const KIND = /^[a-z][a-z_]{0,39}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** One step of a sequence; its place in the list is its number. */
export class SequenceStepWish {
  @IsIn(STEP_KINDS)
  @ApiProperty({ enum: STEP_KINDS, enumName: 'StepKind' })
  kind!: StepKind;

  /** Working days after the step before it, or after the start. */
  @IsInt()
  @Min(0)
  @Max(365)
  waitWorkingDays!: number;

  @MayBeAbsent()
  @IsIn(STEP_CONDITIONS)
  @ApiProperty({ enum: STEP_CONDITIONS, enumName: 'StepCondition' })
  condition?: StepCondition;

  /** For a mail. */
  @MayBeAbsent()
  @IsUUID()
  templateId?: string;

  /** For a mail: in the thread of the mail before it. Left out: every mail but the first. */
  @MayBeAbsent()
  @IsBoolean()
  inThread?: boolean;

  /** For a task. */
  @MayBeAbsent()
  @IsIn(TASK_KINDS)
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' })
  taskKind?: TaskKind;

  /** For a task. */
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(300)
  taskTitle?: string;

  /** For a task: what follows waits until it is done. */
  @MayBeAbsent()
  @IsBoolean()
  taskHolds?: boolean;
}

/** When the mails of a sequence may leave at the recipient, beside the hours of the mailbox, and who has to agree. */
export class SequenceRules {
  @MayBeAbsent()
  @Matches(TIME)
  windowFrom?: string;

  @MayBeAbsent()
  @Matches(END_TIME)
  windowUntil?: string;

  /** Days of the week, 1 Monday to 7 Sunday. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workDays?: number[];

  /** The hours are those of the clock at the recipient; false: those of the mailbox. */
  @MayBeAbsent()
  @IsBoolean()
  inRecipientZone?: boolean;

  /** A manager approves the mails of a pitch before the first one leaves. */
  @MayBeAbsent()
  @IsBoolean()
  needsApproval?: boolean;

  /** The key of a date among the own fields of the kind: after that day nothing but thanks leaves. Null for none. */
  @IsOptional()
  @Matches(/^[a-z][a-zA-Z0-9]{0,39}$/)
  endsOnDateField?: string | null;
}

/** A sequence to add: with steps, or with those that are usual for its kind. */
export class NewSequence extends SequenceRules {
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name!: string;

  /** The campaign kind it is for; null or absent for every kind. */
  @IsOptional()
  @Matches(KIND)
  kind?: string | null;

  @IsOptional()
  @IsUUID()
  clientId?: string | null;

  @MayBeAbsent()
  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale?: TemplateLocale;

  /** Left out, the steps are those that are usual for the kind; templates that are missing are copied from the starters. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SequenceStepWish)
  steps?: SequenceStepWish[];
}

/** What to change. Steps or rules make a new version: whoever is enrolled stays on theirs. */
export class SequenceChange extends SequenceRules {
  /** The revision the change was made on. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SequenceStepWish)
  steps?: SequenceStepWish[];
}

/** Steps to look at before they are saved; without any, those that are saved. */
export class SequenceCheckWish {
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SequenceStepWish)
  steps?: SequenceStepWish[];
}

export class SequenceFilter {
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;

  /** Those for this kind, and those for every kind. */
  @MayBeAbsent()
  @Matches(KIND)
  kind?: string;

  /** Those of this client, and those for every client. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** Something about a sequence that cannot work, or that is doubtful. */
export class SequenceFindingView {
  @ApiProperty({ enum: SEQUENCE_FINDINGS, enumName: 'SequenceFindingCode' })
  code!: SequenceFindingCode;
  stepNo!: number | null;
  isProblem!: boolean;
}

export class SequenceStepView {
  stepNo!: number;
  @ApiProperty({ enum: STEP_KINDS, enumName: 'StepKind' })
  kind!: StepKind;
  waitWorkingDays!: number;
  @ApiProperty({ enum: STEP_CONDITIONS, enumName: 'StepCondition' })
  condition!: StepCondition;
  templateId!: string | null;
  templateName!: string | null;
  templateSubject!: string | null;
  purpose!: string | null;
  inThread!: boolean;
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind', nullable: true })
  taskKind!: TaskKind | null;
  taskTitle!: string;
  taskHolds!: boolean;
  /** Working days after the start, tasks taken as done at once. */
  workingDay!: number;
}

/** A sequence as lists show it. */
export class SequenceRow {
  id!: string;
  name!: string;
  kind!: string | null;
  clientId!: string | null;
  clientName!: string | null;
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;
  versionNo!: number;
  mails!: number;
  tasks!: number;
  /** Enrolments by where they stand. */
  running!: number;
  paused!: number;
  awaitingApproval!: number;
  finished!: number;
  stopped!: number;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

export class SequenceList {
  items!: SequenceRow[];
}

export class SequenceDetail extends SequenceRow {
  versionId!: string;
  windowFrom!: string;
  windowUntil!: string;
  workDays!: number[];
  inRecipientZone!: boolean;
  needsApproval!: boolean;
  endsOnDateField!: string | null;
  steps!: SequenceStepView[];
  findings!: SequenceFindingView[];
  /** Enrolments that are under way on an older version; they stay on it until they are moved. */
  onOlderVersions!: number;
}

export class SequenceCheck {
  findings!: SequenceFindingView[];
}
