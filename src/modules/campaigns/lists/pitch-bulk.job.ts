import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KindLocale } from '../../../core/campaigns/kind.js';
import type { EventKind } from '../../../core/events/kinds.js';
import { type ChunkedTask, ChunkedTasks, type Outcomes } from '../../../platform/jobs/chunked-tasks.js';
import { outcomeOf } from '../../../platform/jobs/item-work.js';
import type { ItemOutcome, ProgressJob } from '../../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../../platform/jobs/progress-jobs.js';
import { JobItems } from '../../jobs/job-items.service.js';
import { JobUndoers } from '../../jobs/job-undoers.service.js';
import { PitchActs } from '../pitch-acts.js';
import { type HeldPitch, PitchesRepository, type PitchWrite } from '../pitches.repository.js';
import type { PitchAction } from './pitch-bulk.dto.js';
import { BULK_TASK } from './pitch-bulk.service.js';

/** Name of the background task that takes an act on many pitches back. */
const UNDO_TASK = 'pitches.undo';

/** Pitches of one transaction. */
const CHUNK = 50;

/** A pitch before an act: the columns it had, and the revision the act left it at. */
interface BeforeAct {
  readonly columns: PitchWrite;
  readonly revision: number;
}

type Act = (held: HeldPitch, params: Readonly<Record<string, unknown>>, memberId: string) => Promise<void>;

/** Refusals of a job are kept as codes, so the language they would be said in does not matter. */
const LOCALE: KindLocale = 'en';

/** Runs acts on many pitches, each as if a person did it alone, and takes them back. One that does not take the act is refused alone. */
@Injectable()
export class PitchBulkJob implements OnModuleInit {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly progress: ProgressJobs,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
    private readonly pitches: PitchesRepository,
    private readonly acts: PitchActs,
  ) {}

  onModuleInit(): void {
    this.undoers.register(BULK_TASK, (job) => this.startUndo(job));
    this.register(BULK_TASK, { step: (rows, job) => this.each(rows, (held) => this.step(held, job)) });
    this.register(UNDO_TASK, {
      step: (rows, job) => this.stepBack(rows, job),
      finished: (job) => this.progress.undone(String(job.params['jobId'])),
    });
  }

  private register(kind: string, task: Pick<ChunkedTask<HeldPitch>, 'step' | 'finished'>): void {
    this.tasks.register(kind, { ...task, size: CHUNK, lock: (ids) => this.pitches.lockAll(ids) });
  }

  /** Acts refuse before they write anything, so one that is refused leaves the others of its chunk alone. */
  private async each(
    rows: readonly HeldPitch[],
    step: (held: HeldPitch) => Promise<ItemOutcome>,
  ): Promise<Outcomes> {
    const outcomes = new Map<string, ItemOutcome>();
    for (const held of rows) outcomes.set(held.id, await outcomeOf(() => step(held)));
    return outcomes;
  }

  private async step(held: HeldPitch, job: ProgressJob): Promise<ItemOutcome> {
    if (held.archivedAt !== null) return { state: 'skipped' };
    await this.steps[actionOf(job)](held, job.params, String(job.params['memberId']));
    const [now] = await this.pitches.many([held.id]);
    if (now === undefined || now.revision === held.revision) return { state: 'skipped' };
    const before: BeforeAct = { columns: columnsOf(held), revision: now.revision };
    return { state: 'done', before };
  }

  private readonly steps: Readonly<Record<PitchAction, Act>> = {
    assign: (held, params) => this.acts.assign(held, params['assigneeMemberId'] as string | null),
    move: (held, params, memberId) =>
      this.acts.move(held, String(params['to']), { memberId, locale: LOCALE }),
    pause: (held, params) => this.acts.pause(held, params['until'] as string | null),
    lose: (held, params, memberId) =>
      this.acts.lose(
        held,
        { reason: String(params['reason']), note: String(params['note']) },
        { memberId, locale: LOCALE },
      ),
    archive: (held) => this.acts.shelve(held, true),
    next_step: (held, params) => this.nextStep(held, params),
  };

  private nextStep(held: HeldPitch, params: Readonly<Record<string, unknown>>): Promise<void> {
    const { nextStep = held.nextStep, nextStepOn = held.nextStepOn } = params;
    if (nextStep === held.nextStep && nextStepOn === held.nextStepOn) return Promise.resolve();
    const columns = { next_step: nextStep, next_step_on: nextStepOn };
    return this.acts.write(held, columns, { kind: 'pitch.changed', params: { fields: ['next_step'] } });
  }

  private async startUndo(job: ProgressJob): Promise<string> {
    const itemIds = await this.items.changedBy(job.id);
    const params = { jobId: job.id, action: job.params['action'] };
    return this.progress.create({ kind: UNDO_TASK, params, itemIds });
  }

  /** What somebody changed since the act is left alone. */
  private async stepBack(rows: readonly HeldPitch[], job: ProgressJob): Promise<Outcomes> {
    const before = await this.items.before<BeforeAct>(
      String(job.params['jobId']),
      rows.map((row) => row.id),
    );
    const action = actionOf(job);
    return this.each(rows, async (held) => {
      const was = before.get(held.id);
      if (was === undefined || held.revision !== was.revision) return { state: 'skipped' };
      await this.acts.write(held, was.columns, { kind: UNDONE[action], params: { isUndo: true, action } });
      return { state: 'done' };
    });
  }
}

/** What an undone act is told as. */
const UNDONE: Readonly<Record<PitchAction, EventKind>> = {
  assign: 'pitch.assigned',
  move: 'pitch.moved',
  pause: 'pitch.resumed',
  lose: 'pitch.reopened',
  archive: 'pitch.restored',
  next_step: 'pitch.changed',
};

function actionOf(job: ProgressJob): PitchAction {
  return job.params['action'] as PitchAction;
}

/** The columns acts on many pitches may change. */
function columnsOf(held: HeldPitch): PitchWrite {
  return {
    stage: held.stage,
    stage_position: held.stagePosition,
    stage_since: held.stageSince,
    status: held.status,
    outcome: held.outcome,
    loss_reason: held.lossReason,
    loss_note: held.lossNote,
    assignee_member_id: held.assigneeMemberId,
    next_step: held.nextStep,
    next_step_on: held.nextStepOn,
    paused_until: held.pausedUntil,
    first_contacted_at: held.firstContactedAt,
    closed_at: held.closedAt,
    archived_at: held.archivedAt,
  };
}
