import { Injectable } from '@nestjs/common';
import { momentOf } from '../../core/sending/window.js';
import { isPausedBy, STANDING_CODES, type StandingCode } from '../../core/sequences/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { OutboundMessages } from '../sending/outbound-messages.service.js';
import { EnrollmentResuming } from './enrollment-resuming.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository, type HeldEnrollment } from './enrollments.repository.js';

/** Whom a reply of a person concerns: the person, the sites of the conversation, and their publisher. */
export interface ReplyScope {
  /** The mail that came in. */
  readonly inboundId: string;
  readonly contactId: string | null;
  /** The address the reply came from, as `mailAddressKey` writes it. */
  readonly addressKey: string;
  readonly siteIds: readonly string[];
  readonly publisherIds: readonly string[];
}

/** What was stopped, and what could not be because it was on its way already. */
export interface Stopped {
  readonly enrollmentIds: readonly string[];
  /** Outbound mails that had left, or are in doubt, when the stop came. */
  readonly tooLateIds: readonly string[];
}

/** To the person, on the sites of the conversation, on sites of the publisher, or to people who stand at the publisher: nobody else. */
const CONCERNED = `e.contact_id = $1 or e.to_address_key = $2 or e.site_id = any ($3::uuid[])
  or e.site_id in (select sp.site_id from site_publishers sp where sp.publisher_id = any ($4::uuid[]) and sp.ended_at is null)
  or e.contact_id in (select cp.contact_id from contact_places cp where cp.publisher_id = any ($4::uuid[]) and not cp.is_former)`;

const TO_ADDRESS = `e.to_address_key = $1 and e.to_address_key <> ''`;

/** Ends and pauses what would still be mailed, because of what came in. Everything runs in the open transaction. */
@Injectable()
export class EnrollmentStops {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly world: EnrollmentWorld,
    private readonly resuming: EnrollmentResuming,
    private readonly outbound: OutboundMessages,
    private readonly clock: Clock,
  ) {}

  /** Pauses every enrolment of the person, on the sites of the conversation and at their publisher, and no other. */
  async pauseForReply(reply: ReplyScope): Promise<Stopped> {
    const { inboundId, contactId, addressKey, siteIds, publisherIds } = reply;
    const held = await this.enrollments.lockOpen(CONCERNED, [contactId, addressKey, siteIds, publisherIds]);
    return this.pauseAll(held, 'replied', { inboundId });
  }

  /** Stops every enrolment that writes to this address for good, with the reason that stands on it. */
  async stopAddress(addressKey: string, code: string): Promise<Stopped> {
    const held = await this.enrollments.lockOpen(TO_ADDRESS, [addressKey]);
    return this.endAll(held, known(code, 'suppressed'));
  }

  /** Pauses every enrolment that writes to this address until a person resumes it. */
  async pauseAddress(addressKey: string, code: string): Promise<Stopped> {
    const held = await this.enrollments.lockOpen(TO_ADDRESS, [addressKey]);
    return this.pauseAll(held, known(code, 'opt_out_doubtful'));
  }

  /** Lets every running enrolment that writes to this address wait until a day (YYYY-MM-DD): an absence is no answer (D252). */
  async delayUntil(addressKey: string, day: string): Promise<Stopped> {
    const held = await this.enrollments.lockOpen(TO_ADDRESS, [addressKey]);
    const delayed: string[] = [];
    for (const enrollment of held) if (await this.delay(enrollment, day)) delayed.push(enrollment.id);
    return { enrollmentIds: delayed, tooLateIds: [] };
  }

  /** Lets a paused enrolment go on. Throws `enrollment.not_found`, `enrollment.not_paused`, and what stands in the way. */
  async resume(enrollmentId: string): Promise<void> {
    const held = await this.enrollments.lock(enrollmentId);
    if (held === null) throw new AppError('enrollment.not_found', { id: enrollmentId });
    if (held.state !== 'paused') throw new AppError('enrollment.not_paused');
    await this.resuming.resume(held);
  }

  /** Ends enrolments for good, their rows locked. */
  async endAll(held: readonly HeldEnrollment[], code: StandingCode): Promise<Stopped> {
    const tooLateIds: string[] = [];
    for (const enrollment of held)
      tooLateIds.push(...(await this.world.end(enrollment, 'stopped', code)).tooLateIds);
    return { enrollmentIds: held.map(({ id }) => id), tooLateIds };
  }

  /** Pauses enrolments where that changes how they stand, their rows locked. */
  async pauseAll(
    held: readonly HeldEnrollment[],
    code: StandingCode,
    params: Readonly<Record<string, string>> = {},
  ): Promise<Stopped> {
    const paused = held.filter((one) => isPausedBy({ state: one.state, code: one.stateCode }, code));
    const tooLateIds: string[] = [];
    for (const enrollment of paused)
      tooLateIds.push(...(await this.world.rest(enrollment, code, params)).tooLateIds);
    return { enrollmentIds: paused.map(({ id }) => id), tooLateIds };
  }

  private async delay(held: HeldEnrollment, day: string): Promise<boolean> {
    if (held.state === 'paused') return this.pauseLonger(held, day);
    const steps = await this.enrollments.steps(held.id);
    const step = steps.find(({ stepNo, state }) => stepNo === held.nextStepNo && state === 'waiting');
    const { windows } = await this.world.around(held);
    const from = momentOf(day, windows.recipient.from, windows.recipient.zone);
    if (held.state !== 'running' || step === undefined) return false;
    if ((step.dueAt?.getTime() ?? 0) >= from) return false;
    const { outboundId } = step;
    if (outboundId !== null && !(await this.outbound.reschedule(outboundId, new Date(from)))) return false;
    await this.enrollments.writeStep(held.id, step.stepNo, { due_at: new Date(from) });
    const nextDueAt = step.outboundId === null ? new Date(from) : null;
    const params = JSON.stringify({ returnsOn: day });
    await this.enrollments.write(
      held.id,
      { next_due_at: nextDueAt, state_code: 'absent', state_params: params },
      this.clock.now(),
    );
    return true;
  }

  /** A pause that would end before the day ends on it. */
  private async pauseLonger({ id, stateCode, pausedUntil }: HeldEnrollment, day: string): Promise<boolean> {
    if (stateCode !== 'until_day' || (pausedUntil ?? '') >= day) return false;
    await this.enrollments.write(id, { paused_until: day }, this.clock.now());
    return true;
  }
}

/** A reason that is known here; any other is told as the one it comes closest to. */
function known(code: string, otherwise: StandingCode): StandingCode {
  return STANDING_CODES.find((one) => one === code) ?? otherwise;
}
