import { Injectable } from '@nestjs/common';
import type { StandingCode } from '../../core/sequences/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { EnrollmentRun } from './enrollment-run.js';
import type { EnrollablePitch, SendingMailbox } from './enrollment-surroundings.query.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository, type HeldEnrollment } from './enrollments.repository.js';
import { SequenceEvents } from './sequence-events.js';

/** Lets paused enrolments go on, in the open transaction, their rows locked. */
@Injectable()
export class EnrollmentResuming {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly world: EnrollmentWorld,
    private readonly run: EnrollmentRun,
    private readonly events: SequenceEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes on where it was: what was due meanwhile is due now. A contact whose address changed is written to at the new one. Throws
   * `enrollment.campaign_paused`, `enrollment.mailbox_paused`, `enrollment.no_address`.
   */
  async resume(held: HeldEnrollment): Promise<void> {
    const { pitch, mailbox } = await this.world.around(held);
    if (pitch.campaignStatus === 'paused') throw new AppError('enrollment.campaign_paused');
    if (mailbox.isArchived) throw new AppError('enrollment.mailbox_paused');
    const address = addressNow(held, pitch);
    const at = this.clock.now();
    const columns = {
      state: 'running',
      state_code: null,
      state_params: '{}',
      state_since: at,
      paused_until: null,
    };
    await this.enrollments.write(held.id, { ...columns, ...address }, at);
    await this.events.enrollment('enrollment.resumed', held, { code: held.stateCode });
    await this.carryOn(held.id);
  }

  /** Whether a pause may end by itself now; what stands in the way is left for a person. */
  async tryResume(held: HeldEnrollment): Promise<void> {
    const { pitch, mailbox } = await this.world.around(held);
    const obstacle = obstacleOf(pitch, mailbox);
    if (obstacle === null) await this.resume(held);
    else await this.world.rest(held, obstacle);
  }

  /** Goes on from what was over last, unless a mail or a task of it is under way. */
  async carryOn(id: string): Promise<void> {
    const held = await this.enrollments.lock(id);
    if (held === null) return;
    const steps = await this.enrollments.steps(id);
    const isOnItsWay = steps.some(
      ({ state, outboundId, taskId }) => state === 'waiting' && (outboundId !== null || taskId !== null),
    );
    if (isOnItsWay) return;
    const last = Math.max(held.createdAt.getTime(), ...steps.map(({ doneAt }) => doneAt?.getTime() ?? 0));
    await this.run.goOn(held, new Date(last), this.clock.now());
  }
}

/** Reasons for which the address it was enrolled with may not be the right one any more. */
const ADDRESS_CODES: readonly (string | null)[] = ['address_changed', 'bounced', 'contact_archived'];

/** The address to go on with, as columns; none where it stays the same. Throws `enrollment.no_address`. */
function addressNow(
  { contactId, stateCode }: HeldEnrollment,
  { recipients }: EnrollablePitch,
): Readonly<Record<string, string>> {
  if (!ADDRESS_CODES.includes(stateCode)) return {};
  const recipient = recipients.find(({ id, isArchived }) => id === contactId && !isArchived);
  const { address = null, addressKey = null } = recipient ?? {};
  if (address === null || addressKey === null) throw new AppError('enrollment.no_address');
  return { to_address: address, to_address_key: addressKey };
}

/** What keeps a pause from ending by itself. */
function obstacleOf(pitch: EnrollablePitch, mailbox: SendingMailbox): StandingCode | null {
  if (pitch.campaignStatus === 'paused') return 'campaign_paused';
  if (pitch.status === 'paused') return 'pitch_paused';
  return mailbox.isArchived ? 'mailbox_archived' : null;
}
