import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import { outcomeOf, starterOf } from '../../platform/jobs/item-work.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import { JobUndoers } from '../jobs/job-undoers.service.js';
import { Enrolling, type EnrollWish } from './enrolling.js';
import { EnrollmentParts } from './enrollment-parts.js';
import { ENROLL_TASK } from './enrollment-start.service.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import type { ContactChoice, StepEdit } from './enrollments.dto.js';
import { EnrollmentsRepository } from './enrollments.repository.js';

/** Name of the background task that takes many enrolments back. */
const UNDO_TASK = 'pitches.enroll.undo';

/** Pitches of one transaction: each has all of its mails filled in. */
const CHUNK = 10;

/** Enrols many pitches, each as if a person did it alone, and takes back those of which nothing has left. */
@Injectable()
export class EnrollmentBulkJob implements OnModuleInit {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly progress: ProgressJobs,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
    private readonly enrolling: Enrolling,
    private readonly around: EnrollmentSurroundings,
    private readonly enrollments: EnrollmentsRepository,
    private readonly parts: EnrollmentParts,
  ) {}

  onModuleInit(): void {
    const lock = (ids: string[]) => this.around.lockPitches(ids);
    this.undoers.register(ENROLL_TASK, (job) => this.startUndo(job));
    this.tasks.register(ENROLL_TASK, { size: CHUNK, lock, step: (rows, job) => this.step(rows, job) });
    this.tasks.register(UNDO_TASK, {
      size: CHUNK,
      lock,
      step: (rows, job) => this.stepBack(rows, job),
      finished: (job) => this.progress.undone(String(job.params['jobId'])),
    });
  }

  private async step(rows: readonly { id: string }[], job: ProgressJob): Promise<Outcomes> {
    const { params } = job;
    const outcomes = new Map<string, ItemOutcome>();
    for (const { id } of rows) {
      const contacts = params['contacts'] as readonly ContactChoice[];
      const contactId = contacts.find(({ pitchId }) => pitchId === id)?.contactId ?? null;
      const startOn = params['startOn'] as string | null;
      const edits = params['edits'] as readonly StepEdit[];
      outcomes.set(id, await this.outcome(job, { pitchId: id, contactId, startOn, edits }));
    }
    return outcomes;
  }

  /** Enrolling refuses before it writes anything, so one that is refused leaves the others of its chunk alone. */
  private outcome(job: ProgressJob, wish: EnrollWish): Promise<ItemOutcome> {
    return outcomeOf(async () => {
      const { previews } = this.parts;
      const target = await previews.target(String(job.params['sequenceId']), String(job.params['mailboxId']));
      const enrollmentId = await this.enrolling.enroll(starterOf(job), target, wish);
      return { state: 'done', before: { enrollmentId } };
    });
  }

  private async startUndo(job: ProgressJob): Promise<string> {
    const itemIds = await this.items.changedBy(job.id);
    return this.progress.create({ kind: UNDO_TASK, params: { jobId: job.id, action: 'enroll' }, itemIds });
  }

  /** An enrolment of which a mail has left, or a task was done, goes on. */
  private async stepBack(rows: readonly { id: string }[], job: ProgressJob): Promise<Outcomes> {
    const ids = rows.map(({ id }) => id);
    const made = await this.items.before<{ enrollmentId: string }>(String(job.params['jobId']), ids);
    const outcomes = new Map<string, ItemOutcome>();
    for (const [id, { enrollmentId }] of made) {
      const isBack = await this.takeBack(enrollmentId);
      outcomes.set(id, { state: isBack ? 'done' : 'skipped' });
    }
    return outcomes;
  }

  private async takeBack(enrollmentId: string): Promise<boolean> {
    const held = await this.enrollments.lock(enrollmentId);
    if (held === null || ['finished', 'stopped'].includes(held.state)) return false;
    const steps = await this.enrollments.steps(enrollmentId);
    if (steps.some(({ state }) => state === 'done')) return false;
    if ((await this.parts.world.sent(enrollmentId)).length > 0) return false;
    await this.parts.world.end(held, 'stopped', 'undone');
    return true;
  }
}
