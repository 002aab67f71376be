import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import type { PlacementEntity } from './placement.entity.js';
import type { Before } from './placement-bulk.job.js';
import { isClosed, touched } from './placement-columns.js';
import { placementEvent } from './placement-events.js';
import { PlacementJobRunner } from './placement-job-runner.js';
import { UNDO_TASK } from './placement-undo.service.js';
import { type PlacementColumns, PlacementsRepository, pairText } from './placements.repository.js';
import { type BeforeMove, MOVE_TASK } from './target-move.service.js';

interface PutBack {
  readonly columns: PlacementColumns;
  readonly kind: EventKind;
}

/** How each act is taken back: null where somebody has changed meanwhile what it did, which is then left alone. */
const PUT_BACK: Readonly<Record<string, (row: PlacementEntity, before: Before) => PutBack | null>> = {
  archive: (row, before) =>
    row.archivedAt === null
      ? null
      : { columns: { archivedAt: null, ...scheduleOf(before) }, kind: 'placement.restored' },
  end: (row, before) =>
    row.state !== 'ended' || row.archivedAt !== null
      ? null
      : {
          columns: {
            state: before.state,
            stateSince: new Date(before.stateSince),
            rechecking: before.rechecking,
            takesBaseline: before.takesBaseline,
            closeReason: before.closeReason,
            ...scheduleOf(before),
          },
          kind: 'placement.reopened',
        },
  assign: (_, before) => ({ columns: { ownerMemberId: before.ownerMemberId }, kind: 'placement.changed' }),
};

/** Takes acts on many placements back, one chunk at a time. */
@Injectable()
export class PlacementUndoJob implements OnModuleInit {
  constructor(
    private readonly runner: PlacementJobRunner,
    private readonly placements: PlacementsRepository,
    private readonly items: JobItems,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(UNDO_TASK, {
      step: (rows, job) => this.undo(rows, job),
      finished: (job) => this.progress.undone(String(job.params['jobId'])),
    });
  }

  private async undo(rows: readonly PlacementEntity[], job: ProgressJob): Promise<Map<string, ItemOutcome>> {
    const ids = rows.map((row) => row.id);
    const original = await this.progress.get(String(job.params['jobId']));
    const before = await this.items.before<Before & BeforeMove>(original.id, ids);
    const outcomes = new Map<string, ItemOutcome>();
    for (const row of rows) {
      const was = before.get(row.id);
      const back = was === undefined ? null : putBack(original, row, was);
      if (back !== null) outcomes.set(row.id, await this.save(row, back));
    }
    return outcomes;
  }

  private async save(row: PlacementEntity, { columns, kind }: PutBack): Promise<ItemOutcome> {
    if (await this.isTaken(row, columns)) return { state: 'failed', errorCode: 'placement.duplicate' };
    await this.placements.update(row.id, { ...columns, ...touched(row, this.clock.now()) });
    await this.events.record(placementEvent(kind, row, { isUndo: true, fields: Object.keys(columns) }));
    return { state: 'done' };
  }

  /** Another placement may stand for the link since this one left. */
  private async isTaken(row: PlacementEntity, columns: PlacementColumns): Promise<boolean> {
    const state = columns.state ?? row.state;
    if (row.sourceUrlKey === null || isClosed(state)) return false;
    const targetUrlKey = columns.targetUrlKey ?? row.targetUrlKey;
    const pair = { brandId: row.brandId, sourceUrlKey: row.sourceUrlKey, targetUrlKey };
    const other = (await this.placements.standingFor([pair])).get(pairText(pair));
    return other !== undefined && other !== row.id;
  }
}

function putBack(job: ProgressJob, row: PlacementEntity, before: Before & BeforeMove): PutBack | null {
  if (job.kind === MOVE_TASK) return targetBack(row, before);
  const action = String(job.params['action']);
  if (action === 'assign' && row.ownerMemberId !== (job.params['ownerMemberId'] ?? null)) return null;
  return PUT_BACK[action]?.(row, before) ?? null;
}

function targetBack(row: PlacementEntity, before: BeforeMove): PutBack | null {
  if (row.targetUrl !== before.movedTo) return null;
  const { targetUrl, targetUrlKey, targetPath, targetPageId } = before;
  const schedule = isClosed(row.state) || row.archivedAt !== null ? {} : scheduleOf(before);
  return {
    columns: { targetUrl, targetUrlKey, targetPath, targetPageId, ...schedule },
    kind: 'placement.target_moved',
  };
}

function scheduleOf(before: {
  nextCheckAt: string | null;
  nextCheckReason: string | null;
}): PlacementColumns {
  return {
    nextCheckAt: before.nextCheckAt === null ? null : new Date(before.nextCheckAt),
    nextCheckReason: before.nextCheckReason,
  };
}
