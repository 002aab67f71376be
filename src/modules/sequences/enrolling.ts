import { Injectable } from '@nestjs/common';
import type { MailPurpose } from '../../core/campaigns/kind.js';
import { editedMail } from '../../core/sequences/edited-mail.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { type Draft, type DraftStep, EnrollmentDrafts } from './enrollment-drafts.js';
import type { EnrollmentTarget } from './enrollment-previews.service.js';
import { EnrollmentRun } from './enrollment-run.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import type { StepEdit } from './enrollments.dto.js';
import { EnrollmentsRepository, type NewEnrollmentRow, type NewStepRow } from './enrollments.repository.js';
import { SequenceEvents } from './sequence-events.js';

/** One pitch to enrol. */
export interface EnrollWish {
  readonly pitchId: string;
  readonly contactId: string | null;
  readonly startOn: string | null;
  readonly edits: readonly StepEdit[];
}

/** Enrols one pitch: its words are frozen, its first step planned, in the open transaction. */
@Injectable()
export class Enrolling {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly drafts: EnrollmentDrafts,
    private readonly run: EnrollmentRun,
    private readonly events: SequenceEvents,
    private readonly clock: Clock,
  ) {}

  /** Answers the id. Throws `pitch.not_found`, `enrollment.enrolled_already`, `enrollment.no_address`, `enrollment.refused` with the code. */
  async enroll(who: Principal, target: EnrollmentTarget, wish: EnrollWish): Promise<string> {
    const pitch = await this.surroundings.pitch(wish.pitchId);
    if (pitch === null) throw new AppError('pitch.not_found', { id: wish.pitchId });
    const { contactId, startOn } = wish;
    const ahead = target.mailbox.waiting;
    const draft = await this.drafts.draft(who, { ...target, pitch, contactId, startOn, ahead });
    refuse(draft, wish.edits);
    const at = this.clock.now();
    const row = rowOf(draft, target, { id: newId(at), memberId: who.memberId });
    const steps = draft.steps.map((step) => frozen(step, wish, draft));
    await this.enrollments.insert(row, steps, { by: this.database.scope().userId ?? null, at });
    await this.events.enrollment('enrollment.added', row, {
      versionNo: target.version.no,
      startOn,
      needsApproval: target.version.needsApproval,
    });
    if (row.state === 'running') await this.start(row.id, draft.startsAt);
    return row.id;
  }

  /** Plans the first step, from a moment on. */
  async start(id: string, startsAt: number): Promise<void> {
    const held = await this.enrollments.lock(id);
    if (held !== null) await this.run.goOn(held, new Date(startsAt));
  }
}

/** The enrolment as it begins; whoever works on the pitch signs for it, else who enrols it. */
function rowOf(
  { pitch, recipient, zone, isCold }: Draft,
  { sequence, version, mailbox }: EnrollmentTarget,
  { id, memberId }: { id: string; memberId: string },
): NewEnrollmentRow {
  return {
    id,
    clientId: pitch.clientId,
    campaignId: pitch.campaignId,
    pitchId: pitch.id,
    siteId: pitch.siteId,
    contactId: recipient?.id ?? '',
    sequenceId: sequence.id,
    versionId: version.id,
    mailboxId: mailbox.id,
    memberId: pitch.assigneeMemberId ?? memberId,
    toAddress: recipient?.address ?? '',
    toAddressKey: recipient?.addressKey ?? '',
    recipientZone: zone,
    isCold,
    state: version.needsApproval ? 'awaiting_approval' : 'running',
  };
}

/** What a person wrote in full replaces a text that could not be filled in. */
function refuse({ refusals, steps }: Draft, edits: readonly StepEdit[]): void {
  const unfilled = steps.filter(
    ({ step, filled, isPassed, purpose }) =>
      step.kind === 'mail' && !isPassed && purpose !== 'thank_you' && filled.text === null,
  );
  const areWritten = unfilled.every(({ step }) => edits.some(({ stepNo }) => stepNo === step.stepNo));
  const against = refusals.find(
    ({ code, blocks }) =>
      blocks && !(areWritten && (code === 'variable_missing' || code === 'template_broken')),
  );
  if (against === undefined) return;
  if (against.code === 'enrolled_already') throw new AppError('enrollment.enrolled_already');
  if (against.code === 'no_address') throw new AppError('enrollment.no_address');
  throw new AppError('enrollment.refused', { code: against.code });
}

/** A step with its words as they will leave. Those that cannot be known yet are filled in when they are due. */
export function frozen(
  { step, purpose, locale, filled }: DraftStep,
  { pitchId, edits }: Pick<EnrollWish, 'pitchId' | 'edits'>,
  { isCold }: Pick<Draft, 'isCold'>,
): NewStepRow {
  const edit = edits.find((one) => one.pitchId === pitchId && one.stepNo === step.stepNo);
  const { stepNo, kind, condition, templateId, waitWorkingDays, inThread, taskKind, taskTitle, taskHolds } =
    step;
  const base = {
    stepNo,
    kind,
    condition,
    purpose: purpose as MailPurpose | null,
    templateId,
    templateVersionId: filled.templateVersionId,
    locale,
    waitWorkingDays,
    inThread,
    taskKind,
    taskTitle,
    taskHolds,
  };
  if (edit === undefined || kind === 'task') {
    const { subject, text, html } = filled;
    return { ...base, subject, text, html, isEdited: false };
  }
  const wanted = { subject: edit.subject ?? filled.subject ?? '', text: edit.text, locale };
  const edited = editedMail(wanted, isCold && purpose !== 'thank_you');
  if ('refused' in edited) throw new AppError(edited.refused);
  return { ...base, ...edited, isEdited: true };
}
