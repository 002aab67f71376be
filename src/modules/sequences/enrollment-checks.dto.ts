import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { ENROLL_REFUSALS, type EnrollRefusal } from '../../core/sequences/enroll-refusals.js';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
import { ListPage, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { PitchFilter } from '../campaigns/lists/pitch-choosing.service.js';
import { ProspectFilter } from '../prospects/prospect-choosing.service.js';
import { ContactChoice, EnrollmentChoice, MOST_ENROLLED, StepEdit } from './enrollments.dto.js';

/** Prospects of which the open pitches in one campaign are meant: named ones, or all that fit a filter now. */
export class ProspectsToEnroll {
  @IsUUID()
  campaignId!: string;

  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => ProspectFilter)
  filter?: ProspectFilter;
}

/** Pitches to look at before they are enrolled: named ones, all that fit a filter now, or those of prospects. */
export class EnrollmentCheckWish extends OmitType(EnrollmentChoice, ['contacts']) {
  @IdsIfSent()
  pitchIds?: string[];

  @ObjectIfSent(() => PitchFilter)
  filter?: PitchFilter;

  @ObjectIfSent(() => ProspectsToEnroll)
  prospects?: ProspectsToEnroll;
}

/** A check that goes on in the background, and what it looks at. */
export class EnrollmentCheckStarted extends StartedJob {
  /** Pitches it looks at. */
  pitches!: number;
  /** Prospects that have no open pitch in the campaign, where prospects were named. */
  prospectsWithout!: number;
}

/** Which rows of a check. */
export class EnrollmentCheckQuery extends ListQuery {
  /** Only those that can be enrolled, or only those that cannot. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  canEnroll?: boolean;

  /** Only those this stands against. */
  @MayBeAbsent()
  @IsIn(ENROLL_REFUSALS)
  @ApiProperty({ enum: ENROLL_REFUSALS, enumName: 'EnrollRefusal' })
  code?: EnrollRefusal;
}

/** One pitch as the check found it. */
export class EnrollmentCheckRow {
  pitchId!: string;
  pitchLabel!: string;
  displayHost!: string | null;
  contactId!: string | null;
  contactName!: string | null;
  canEnroll!: boolean;
  /** What stands against it; where it can be enrolled, what its mails would wait for. */
  @ApiProperty({ enum: ENROLL_REFUSALS, enumName: 'EnrollRefusal', isArray: true })
  codes!: EnrollRefusal[];
  /** How many of the check are enrolled before it. */
  ahead!: number;
}

/** How many pitches something stands against. */
export class EnrollmentCheckReason {
  @ApiProperty({ enum: ENROLL_REFUSALS, enumName: 'EnrollRefusal' })
  code!: EnrollRefusal;
  count!: number;
}

/** What a check found: who would be enrolled, who not and why. */
export class EnrollmentCheck extends ListPage {
  jobId!: string;
  isDone!: boolean;
  sequenceId!: string;
  mailboxId!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  startOn!: string | null;
  needsApproval!: boolean;
  /** Pitches that can be enrolled, of all that were looked at. */
  able!: number;
  unable!: number;
  /** The most frequent first. A pitch may have several. */
  reasons!: EnrollmentCheckReason[];
  items!: EnrollmentCheckRow[];
}

/** Enrols what a check found able, but for those left out; and those it refused for whom another contact or other words were chosen. */
export class EnrollmentCheckEnroll {
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_ENROLLED)
  @IsUUID(undefined, { each: true })
  exceptPitchIds?: string[];

  /** Whom to write to, where it is not whom the check found. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_ENROLLED)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ContactChoice)
  contacts?: ContactChoice[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StepEdit)
  edits?: StepEdit[];
}
