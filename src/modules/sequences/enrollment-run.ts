import { Injectable } from '@nestjs/common';
import { afterDeadline, dueAfter, isPastDeadline, type PlanWindows } from '../../core/sequences/plan.js';
import type { StandingCode } from '../../core/sequences/standing.js';
import { nextStep } from '../../core/sequences/step.js';
import { type SentMail, threadPlace, threadSubject } from '../../core/sequences/thread.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { UnsubscribeLinks } from '../courtesy/unsubscribe-links.service.js';
import type { NewOutbound } from '../sending/outbound.port.js';
import { OutboundMessages } from '../sending/outbound-messages.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import { EnrollmentTexts } from './enrollment-texts.js';
import { type Around, EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository, type HeldEnrollment, type HeldStep } from './enrollments.repository.js';

/** What follows from a step that is over, in the open transaction, the enrolment's row locked. */
@Injectable()
export class EnrollmentRun {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly world: EnrollmentWorld,
    private readonly texts: EnrollmentTexts,
    private readonly outbound: OutboundMessages,
    private readonly links: UnsubscribeLinks,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes on after what happened last: passes over what its condition leaves out, plans the step that follows, and makes its mail (it waits in the
   * outbox) or, when it is due, its task; never before `notBefore`. At the end the enrolment is finished.
   */
  async goOn(held: HeldEnrollment, since: Date, notBefore: Date = since): Promise<void> {
    const steps = await this.enrollments.steps(held.id);
    const { passed, step } = nextStep(steps, held.toAddress !== '');
    const now = this.clock.now();
    for (const { stepNo } of passed)
      await this.enrollments.writeStep(held.id, stepNo, {
        state: 'skipped',
        code: 'condition',
        done_at: now,
      });
    if (step === null) await this.world.end(held, 'finished', null);
    else await this.plan(held, step, { since, notBefore });
  }

  /** Makes the mail of a step anew that waits already, at the moment it was to leave. */
  async again(held: HeldEnrollment, stepNo: number): Promise<void> {
    const step = (await this.enrollments.steps(held.id)).find((one) => one.stepNo === stepNo);
    if (step !== undefined) await this.mail(held, step, step.dueAt ?? this.clock.now());
  }

  /** Does what is due: makes the task, or the mail whose words had to wait. */
  async due(held: HeldEnrollment): Promise<void> {
    const steps = await this.enrollments.steps(held.id);
    const step = steps.find(({ stepNo, state }) => stepNo === held.nextStepNo && state === 'waiting');
    if (step === undefined) return this.goOn(held, this.clock.now());
    if (step.kind === 'mail') return this.mail(held, step, this.clock.now());
    await this.task(held, step);
  }

  /** A step is over; what follows is planned where the enrolment runs. */
  async over(
    held: HeldEnrollment,
    stepNo: number,
    { state, code, at }: { state: 'done' | 'skipped'; code?: string; at: Date },
  ): Promise<void> {
    await this.enrollments.writeStep(held.id, stepNo, { state, done_at: at, code: code ?? null });
    if (held.state === 'running') await this.goOn(held, at);
  }

  private async plan(
    held: HeldEnrollment,
    step: HeldStep,
    { since, notBefore }: { since: Date; notBefore: Date },
  ): Promise<void> {
    const around = await this.world.around(held);
    const due = dueMoment(step, { since: since.getTime(), notBefore: notBefore.getTime() }, around);
    const trouble = troubleOf(step, due, around);
    if (trouble !== null)
      return this.world.stand(held, trouble === 'never_open' ? 'paused' : 'stopped', trouble);
    const now = this.clock.now();
    const dueAt = new Date(due ?? 0);
    await this.enrollments.writeStep(held.id, step.stepNo, { due_at: dueAt });
    await this.enrollments.write(held.id, { next_step_no: step.stepNo, next_due_at: dueAt }, now);
    if (step.kind === 'mail' && step.text !== null) return this.mail(held, { ...step, dueAt }, dueAt);
    if (step.kind === 'task' && dueAt.getTime() <= now.getTime()) await this.task(held, { ...step, dueAt });
  }

  /** Writes the mail down; from here on it waits in the outbox and `next_due_at` asks nobody any more. */
  private async mail(held: HeldEnrollment, step: HeldStep, notBefore: Date): Promise<void> {
    const written = step.text === null ? await this.texts.late(held, step) : step;
    if (written === null) return this.world.stand(held, 'paused', 'variable_missing');
    const sent = await this.world.sent(held.id);
    const around = await this.world.around(held);
    const id = newId(this.clock.now());
    const isCold = held.isCold && step.purpose !== 'thank_you';
    const unsubscribeUrl = isCold ? await this.unsubscribeUrl(held, id) : null;
    const mail = mailOf(held, { step: written, sent, around, isCold });
    const [outboundId = null] = await this.outbound.make([{ ...mail, id, unsubscribeUrl, notBefore }]);
    await this.enrollments.writeStep(held.id, step.stepNo, { outbound_id: outboundId });
    await this.enrollments.write(held.id, { next_step_no: step.stepNo, next_due_at: null }, this.clock.now());
  }

  private unsubscribeUrl({ toAddressKey }: HeldEnrollment, outboundId: string): Promise<string> {
    const { workspaceId } = this.database.scope();
    return this.links.urlFor({ workspaceId, addressKey: toAddressKey, outboundId });
  }

  private async task(held: HeldEnrollment, step: HeldStep): Promise<void> {
    const at = this.clock.now();
    if (step.taskId === null) {
      const taskId = await this.tasks.add({
        title: step.taskTitle ?? '',
        kind: step.taskKind ?? 'other',
        dueOn: await this.world.today(),
        assigneeMemberId: held.memberId,
        clientId: held.clientId,
        campaignId: held.campaignId,
        pitchId: held.pitchId,
        siteId: held.siteId,
      });
      await this.enrollments.writeStep(held.id, step.stepNo, { task_id: taskId });
    }
    if (!step.taskHolds) return this.over(held, step.stepNo, { state: 'done', at });
    await this.enrollments.write(held.id, { next_due_at: null }, at);
  }
}

/** A moment that was planned before stands where it is later, such as after an absence. */
function dueMoment(
  step: HeldStep,
  { since, notBefore }: { since: number; notBefore: number },
  { windows, deadlineOn }: Around,
): number | null {
  const usual = dueAfter(since, step.waitWorkingDays, windows);
  const earliest = Math.max(usual ?? 0, notBefore, step.dueAt?.getTime() ?? 0);
  const due = usual === null ? null : dueAfter(earliest, 0, windows);
  if (step.purpose !== 'thank_you' || deadlineOn === null || due === null) return due;
  return Math.max(due, afterDeadline(deadlineOn, windows) ?? due);
}

function troubleOf(
  step: HeldStep,
  due: number | null,
  { deadlineOn, windows }: { deadlineOn: string | null; windows: PlanWindows },
): StandingCode | null {
  if (due === null) return 'never_open';
  if (step.purpose === 'thank_you') return null;
  return isPastDeadline(due, deadlineOn, windows) ? 'deadline_passed' : null;
}

/** The mail of a step as the outbox keeps it. */
function mailOf(
  held: HeldEnrollment,
  {
    step,
    sent,
    around,
    isCold,
  }: { step: HeldStep; sent: readonly SentMail[]; around: Around; isCold: boolean },
): Omit<NewOutbound, 'notBefore'> {
  const first = step.isEdited ? null : (sent[0]?.subject ?? null);
  return {
    kind: 'sequence',
    mailboxId: held.mailboxId,
    clientId: held.clientId,
    enrollmentId: held.id,
    stepNo: step.stepNo,
    generation: held.generation,
    pitchId: held.pitchId,
    campaignId: held.campaignId,
    siteId: held.siteId,
    contactId: held.contactId,
    memberId: held.memberId,
    isFirst: sent.length === 0 && !around.pitch.isContacted,
    isCold,
    toAddress: held.toAddress,
    toName: around.recipientName,
    subject: threadSubject(step.subject ?? '', first, step.inThread),
    text: step.text ?? '',
    html: step.html,
    ...threadPlace(sent, step.inThread),
    templateVersionId: step.templateVersionId,
    window: around.windows.recipient,
  };
}
