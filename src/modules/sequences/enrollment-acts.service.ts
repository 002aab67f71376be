import { Injectable } from '@nestjs/common';
import { editedMail } from '../../core/sequences/edited-mail.js';
import { type EnrollmentAct, enrollmentRefusal } from '../../core/sequences/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { EnrollmentResuming } from './enrollment-resuming.js';
import { EnrollmentRun } from './enrollment-run.js';
import type { EnrollmentDetail } from './enrollment-views.dto.js';
import { EnrollmentWorld } from './enrollment-world.js';
import type { StepChange } from './enrollments.dto.js';
import { EnrollmentsRepository, type HeldEnrollment, type HeldStep } from './enrollments.repository.js';
import { EnrollmentLists } from './enrollments-list.service.js';
import { SequenceEvents } from './sequence-events.js';

/** What people do with one enrolment. */
@Injectable()
export class EnrollmentActs {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly world: EnrollmentWorld,
    private readonly run: EnrollmentRun,
    private readonly resuming: EnrollmentResuming,
    private readonly lists: EnrollmentLists,
    private readonly events: SequenceEvents,
    private readonly clock: Clock,
  ) {}

  approve(who: Principal, id: string): Promise<EnrollmentDetail> {
    return this.act(who, id, 'approve', async (held) => {
      const at = this.clock.now();
      const columns = {
        state: 'running',
        state_code: null,
        state_since: at,
        approved_by: who.userId,
        approved_at: at,
      };
      await this.enrollments.write(id, columns, at);
      await this.events.enrollment('enrollment.approved', held);
      await this.run.goOn({ ...held, state: 'running' }, at);
    });
  }

  refuse(who: Principal, id: string, note: string): Promise<EnrollmentDetail> {
    return this.act(who, id, 'refuse', async (held) => {
      await this.events.enrollment('enrollment.refused', held);
      await this.world.end(held, 'stopped', 'not_approved', note.trim() === '' ? {} : { note: note.trim() });
    });
  }

  /** Throws `request.invalid` for a day that is past. */
  pause(who: Principal, id: string, until: string | null): Promise<EnrollmentDetail> {
    return this.act(who, id, 'pause', async (held) => {
      if (until !== null && until <= (await this.world.today()))
        throw new RequestInvalid([
          { field: 'until', code: 'past', message: 'until must be a day to come', params: {} },
        ]);
      await this.world.rest(held, until === null ? 'by_hand' : 'until_day', { until });
    });
  }

  /** Throws `enrollment.campaign_paused`, `enrollment.mailbox_paused`, `enrollment.no_address`. */
  resume(who: Principal, id: string): Promise<EnrollmentDetail> {
    return this.act(who, id, 'resume', (held) => this.resuming.resume(held));
  }

  /** Leaves a step out that has not come. Throws `enrollment.step_not_found`, `enrollment.step_not_next`, `enrollment.step_left`. */
  skip(who: Principal, id: string, stepNo: number): Promise<EnrollmentDetail> {
    return this.act(who, id, 'skip', async (held) => {
      const step = await this.waiting(held, stepNo);
      if (step.outboundId !== null) await this.stopOne(held, step);
      await this.events.enrollment('enrollment.step_skipped', held, { stepNo });
      const at = this.clock.now();
      const isNext = held.nextStepNo === stepNo;
      const now = (await this.enrollments.lock(id)) ?? held;
      if (isNext) return this.run.over(now, stepNo, { state: 'skipped', code: 'by_hand', at });
      await this.enrollments.writeStep(id, stepNo, { state: 'skipped', code: 'by_hand', done_at: at });
    });
  }

  stop(who: Principal, id: string): Promise<EnrollmentDetail> {
    return this.act(who, id, 'stop', async (held) => {
      await this.world.end(held, 'stopped', 'by_hand');
    });
  }

  /**
   * Other words for a mail that has not left. Throws `enrollment.step_not_mail`, `enrollment.step_left`, `enrollment.opt_out_missing`,
   * `enrollment.variable_in_text`.
   */
  edit(who: Principal, id: string, stepNo: number, wish: StepChange): Promise<EnrollmentDetail> {
    return this.act(who, id, 'edit', async (held) => {
      const step = await this.waiting(held, stepNo);
      if (step.kind !== 'mail') throw new AppError('enrollment.step_not_mail');
      const edited = writtenMail(held, step, wish);
      const isWaiting = step.outboundId !== null;
      if (isWaiting) await this.stopOne(held, step);
      await this.enrollments.writeStep(id, stepNo, { ...edited, is_edited: true });
      await this.events.enrollment('enrollment.step_changed', held, { stepNo });
      if (!isWaiting || held.state !== 'running') return;
      const now = (await this.enrollments.lock(id)) ?? held;
      await this.run.again(now, stepNo);
    });
  }

  private act(
    who: Principal,
    id: string,
    act: EnrollmentAct,
    work: (held: HeldEnrollment) => Promise<unknown>,
  ): Promise<EnrollmentDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.enrollments.lock(id);
      if (held === null) throw new AppError('enrollment.not_found', { id });
      const refusal = enrollmentRefusal(act, { state: held.state, code: held.stateCode });
      if (refusal !== null) throw new AppError(refusal);
      await work(held);
      return this.lists.detail(id);
    });
  }

  private async waiting(held: HeldEnrollment, stepNo: number): Promise<HeldStep> {
    const step = (await this.enrollments.steps(held.id)).find((one) => one.stepNo === stepNo);
    if (step === undefined) throw new AppError('enrollment.step_not_found', { stepNo });
    if (step.state !== 'waiting') throw new AppError('enrollment.step_not_next', { stepNo });
    return step;
  }

  /** Stops the mail of one step. Throws `enrollment.step_left` where it is on its way. */
  private async stopOne(held: HeldEnrollment, step: HeldStep): Promise<void> {
    const { tooLateIds } = await this.world.stopMail(held, 'step_changed');
    if (tooLateIds.includes(step.outboundId ?? '')) throw new AppError('enrollment.step_left');
  }
}

/** What leaves instead; thanks are not cold. Throws why it cannot. */
function writtenMail(held: HeldEnrollment, step: HeldStep, wish: StepChange) {
  const written = { subject: wish.subject ?? step.subject ?? '', text: wish.text, locale: step.locale };
  const edited = editedMail(written, held.isCold && step.purpose !== 'thank_you');
  if ('refused' in edited) throw new AppError(edited.refused);
  return edited;
}
