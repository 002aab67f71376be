import { Injectable, type OnModuleInit } from '@nestjs/common';
import { STANDING_CODES, type StandingCode } from '../../core/sequences/standing.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { EnrollmentRun } from './enrollment-run.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository, type HeldEnrollment, type HeldStep } from './enrollments.repository.js';

/** Reasons of a mail that was stopped for which its enrolment is over. */
const FOR_GOOD: Readonly<Record<string, StandingCode>> = {
  suppressed: 'suppressed',
  do_not_contact_site: 'suppressed',
  opted_out: 'opted_out',
  objected: 'objected',
  bounced: 'bounced',
  pitch_closed: 'pitch_archived',
};

/** What enrolments do when one of their mails or tasks is through, in the transaction of that fact. */
@Injectable()
export class EnrollmentMailListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly enrollments: EnrollmentsRepository,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly run: EnrollmentRun,
    private readonly world: EnrollmentWorld,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('mail.sent', (event) => this.sent(event));
    this.events.inTransaction('mail.doubt_settled', (event) => this.settled(event));
    this.events.inTransaction('mail.failed', (event) => this.failed(event));
    this.events.inTransaction('mail.cancelled', (event) => this.cancelled(event));
    this.events.inTransaction('task.done', (event) => this.taskOver(event, 'done'));
    this.events.inTransaction('task.removed', (event) => this.taskOver(event, 'skipped'));
  }

  /** The step is over; the next one is planned from the moment this mail left. */
  private async sent(event: RecordedEvent): Promise<void> {
    const found = await this.found(event);
    if (found === null) return;
    const { held, step } = found;
    await this.run.over(held, step.stepNo, { state: 'done', at: event.at });
  }

  private async settled(event: RecordedEvent): Promise<void> {
    const outboundId = String(event.params['outboundId']);
    if ((await this.surroundings.mailState(outboundId)) === 'sent') await this.sent(event);
  }

  /** The server refused it for good: a person looks at it before anything else is tried. */
  private async failed(event: RecordedEvent): Promise<void> {
    const found = await this.found(event);
    if (found === null) return;
    const { held, step } = found;
    await this.enrollments.writeStep(held.id, step.stepNo, { outbound_id: null });
    await this.enrollments.write(held.id, { generation: held.generation + 1 }, event.at);
    if (held.state !== 'running') return;
    await this.world.rest({ ...held, generation: held.generation + 1 }, 'mail_failed', {
      failureCode: codeOf(event),
    });
  }

  /** Somebody else stopped the mail of a running enrolment: a person in the outbox, or the last word. */
  private async cancelled(event: RecordedEvent): Promise<void> {
    const found = await this.found(event);
    if (found === null || found.held.state !== 'running') return;
    const { held, step } = found;
    const code = codeOf(event);
    await this.enrollments.writeStep(held.id, step.stepNo, { outbound_id: null });
    await this.enrollments.write(held.id, { generation: held.generation + 1 }, event.at);
    const now = { ...held, generation: held.generation + 1 };
    const ending = FOR_GOOD[code];
    if (ending !== undefined) {
      await this.world.end(now, 'stopped', ending);
      return;
    }
    const reason = STANDING_CODES.find((one) => one === code) ?? 'mail_cancelled';
    await this.world.rest(now, reason, { cancelCode: code });
  }

  private async taskOver(event: RecordedEvent, state: 'done' | 'skipped'): Promise<void> {
    const taskId = event.subjects.find(({ kind }) => kind === 'task')?.id;
    const found = taskId === undefined ? null : await this.enrollments.ofTask(taskId);
    const held = found === null ? null : await this.enrollments.lock(found.enrollmentId);
    if (found === null || held === null) return;
    const code = state === 'skipped' ? { code: 'task_removed' } : {};
    await this.run.over(held, found.stepNo, { state, at: event.at, ...code });
  }

  /** The enrolment with its row locked, and its waiting step whose mail this is; null for every other mail. */
  private async found({ params }: RecordedEvent): Promise<{ held: HeldEnrollment; step: HeldStep } | null> {
    if (typeof params['enrollmentId'] !== 'string') return null;
    const held = await this.enrollments.lock(params['enrollmentId']);
    if (held === null) return null;
    const steps = await this.enrollments.steps(held.id);
    const step = steps.find(
      ({ state, outboundId }) => state === 'waiting' && outboundId === params['outboundId'],
    );
    return step === undefined ? null : { held, step };
  }
}

function codeOf({ params }: RecordedEvent): string {
  return typeof params['code'] === 'string' ? params['code'] : '';
}
