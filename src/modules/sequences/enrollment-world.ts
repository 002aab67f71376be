import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import type { MailWindow } from '../../core/sending/window.js';
import { type EnrollmentState, isPausedBy, type StandingCode } from '../../core/sequences/standing.js';
import type { SentMail } from '../../core/sequences/thread.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { TeamService } from '../access/team.service.js';
import { OutboundMessages } from '../sending/outbound-messages.service.js';
import {
  type EnrollablePitch,
  EnrollmentSurroundings,
  type SendingMailbox,
  windowsOf,
} from './enrollment-surroundings.query.js';
import { EnrollmentsRepository, type HeldEnrollment } from './enrollments.repository.js';
import { SequenceEvents } from './sequence-events.js';
import { SequencesRepository, type SequenceVersion } from './sequences.repository.js';

/** What stands around one enrolment. */
export interface Around {
  readonly pitch: EnrollablePitch;
  readonly mailbox: SendingMailbox;
  readonly version: SequenceVersion;
  readonly windows: { readonly mailbox: MailWindow; readonly recipient: MailWindow };
  /** YYYY-MM-DD, from the own field of the pitch that its sequence names. */
  readonly deadlineOn: string | null;
  readonly recipientName: string;
}

/** A stop: what it reached, and what had left before it. */
export interface StoppedMails {
  readonly tooLateIds: readonly string[];
}

/** What an enrolment stands in, and how it comes to stand otherwise, in the open transaction, its row locked. */
@Injectable()
export class EnrollmentWorld {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly sequences: SequencesRepository,
    private readonly outbound: OutboundMessages,
    private readonly events: SequenceEvents,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  async around(held: HeldEnrollment): Promise<Around> {
    const pitch = await this.surroundings.pitch(held.pitchId);
    const mailbox = await this.surroundings.mailbox(held.mailboxId);
    const version = await this.sequences.version(held.versionId);
    if (pitch === null || mailbox === null || version === null)
      throw new AppError('enrollment.not_found', { id: held.id });
    const recipient = pitch.recipients.find(({ id }) => id === held.contactId);
    return {
      pitch,
      mailbox,
      version,
      windows: windowsOf(mailbox, version, held.recipientZone),
      deadlineOn: deadlineOf(pitch, version.endsOnDateField),
      recipientName: recipient?.name ?? '',
    };
  }

  sent(enrollmentId: string): Promise<SentMail[]> {
    return this.surroundings.sent(enrollmentId);
  }

  /** Today in the workspace's own zone, as YYYY-MM-DD. */
  async today(): Promise<string> {
    return localDay(this.clock.now().getTime(), (await this.team.workspace()).timeZone);
  }

  /** Ends it for good; what has not come is closed, and the mail that waits is stopped. */
  async end(
    held: HeldEnrollment,
    state: 'finished' | 'stopped',
    code: StandingCode | null,
    params: EventParams = {},
  ): Promise<StoppedMails> {
    const at = this.clock.now();
    await this.enrollments.write(held.id, { ...standing(state, code, params, at), next_step_no: null }, at);
    const stopped = await this.stopMail(held, code ?? 'finished');
    await this.enrollments.closeSteps(held.id, { code: code ?? 'finished', at, except: null });
    const kind = state === 'finished' ? 'enrollment.finished' : 'enrollment.stopped';
    await this.events.enrollment(kind, held, { code, ...params });
    return stopped;
  }

  /** Lets it rest; the mail that waits is stopped, and made anew when it goes on. */
  async rest(
    held: HeldEnrollment,
    code: StandingCode,
    { until = null, ...params }: EventParams & { readonly until?: string | null } = {},
  ): Promise<StoppedMails> {
    const at = this.clock.now();
    const columns = { ...standing('paused', code, params, at), paused_until: until };
    await this.enrollments.write(held.id, columns, at);
    const stopped = await this.stopMail(held, code);
    await this.events.enrollment('enrollment.paused', held, { code, until, ...params });
    return stopped;
  }

  /** Stops or pauses by what a code asks for. */
  async stand(held: HeldEnrollment, state: 'paused' | 'stopped', code: StandingCode): Promise<void> {
    if (state === 'paused') await this.rest(held, code);
    else await this.end(held, 'stopped', code);
  }

  /** Pauses it where that changes where it stands; null where it does not. */
  async restFor(held: HeldEnrollment, code: StandingCode, params: EventParams = {}) {
    const isSo = isPausedBy({ state: held.state, code: held.stateCode }, code);
    return isSo ? this.rest(held, code, params) : null;
  }

  /** Stops the mail that waits, so that the next one of this step is another; tells what had left. */
  async stopMail(held: HeldEnrollment, code: string): Promise<StoppedMails> {
    const steps = await this.enrollments.steps(held.id);
    const waiting = steps.filter(({ state, outboundId }) => state === 'waiting' && outboundId !== null);
    if (waiting.length === 0) return { tooLateIds: [] };
    // The steps let go of their mails first: what is stopped here is no news to the enrolment.
    for (const { stepNo } of waiting)
      await this.enrollments.writeStep(held.id, stepNo, { outbound_id: null });
    const { late } = await this.outbound.cancel({ enrollmentId: held.id }, code);
    const tooLate = waiting.filter(({ outboundId }) => late.some(({ id }) => id === outboundId));
    for (const { stepNo, outboundId } of tooLate)
      await this.enrollments.writeStep(held.id, stepNo, { outbound_id: outboundId });
    if (tooLate.length < waiting.length)
      await this.enrollments.write(held.id, { generation: held.generation + 1 }, this.clock.now());
    return { tooLateIds: tooLate.flatMap(({ outboundId }) => outboundId ?? []) };
  }
}

function standing(
  state: EnrollmentState,
  code: string | null,
  params: EventParams,
  at: Date,
): Readonly<Record<string, unknown>> {
  return {
    state,
    state_code: code,
    state_params: JSON.stringify(params),
    state_since: at,
    paused_until: null,
    next_due_at: null,
  };
}

/** The day among a pitch's own fields after which nothing but thanks leaves; null for none. */
export function deadlineOf(pitch: Pick<EnrollablePitch, 'fields'>, field: string | null): string | null {
  const value = field === null ? undefined : pitch.fields[field];
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
}
