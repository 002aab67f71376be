import type { MailPurpose } from '../../core/campaigns/kind.js';
import type { EnrollmentState } from '../../core/sequences/standing.js';
import type { EnrolledStep } from '../../core/sequences/step.js';
import type { TaskKind } from '../../core/tasks/task.js';
import type { TemplateLocale } from '../../core/templates/values.js';

/** An enrolment as acts on it need it. */
export interface HeldEnrollment {
  readonly id: string;
  readonly clientId: string;
  readonly campaignId: string;
  readonly pitchId: string;
  readonly siteId: string | null;
  readonly contactId: string;
  readonly sequenceId: string;
  readonly versionId: string;
  readonly mailboxId: string;
  readonly memberId: string | null;
  readonly toAddress: string;
  readonly toAddressKey: string;
  readonly recipientZone: string | null;
  readonly isCold: boolean;
  readonly generation: number;
  readonly state: EnrollmentState;
  readonly stateCode: string | null;
  readonly stateSince: Date;
  readonly pausedUntil: string | null;
  readonly nextDueAt: Date | null;
  readonly nextStepNo: number | null;
  readonly revision: number;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

/** A step of an enrolment, as going on needs it. */
export interface HeldStep extends EnrolledStep {
  readonly purpose: MailPurpose | null;
  readonly templateId: string | null;
  readonly templateVersionId: string | null;
  readonly locale: TemplateLocale;
  readonly dueAt: Date | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly isEdited: boolean;
  readonly inThread: boolean;
  readonly taskKind: TaskKind | null;
  readonly taskTitle: string | null;
  readonly taskId: string | null;
  readonly outboundId: string | null;
  readonly doneAt: Date | null;
}

/** A step to write down at enrolment. */
export type NewStepRow = Pick<
  HeldStep,
  | 'stepNo'
  | 'kind'
  | 'condition'
  | 'purpose'
  | 'templateId'
  | 'templateVersionId'
  | 'locale'
  | 'waitWorkingDays'
  | 'subject'
  | 'text'
  | 'html'
  | 'isEdited'
  | 'inThread'
  | 'taskKind'
  | 'taskTitle'
  | 'taskHolds'
>;

export type NewEnrollmentRow = Pick<
  HeldEnrollment,
  | 'id'
  | 'clientId'
  | 'campaignId'
  | 'pitchId'
  | 'siteId'
  | 'contactId'
  | 'sequenceId'
  | 'versionId'
  | 'mailboxId'
  | 'memberId'
  | 'toAddress'
  | 'toAddressKey'
  | 'recipientZone'
  | 'isCold'
  | 'state'
>;

/** Columns to write, under their names in the database. */
export type EnrollmentWrite = Readonly<Record<string, unknown>>;
