import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PlannedMove, planMoves } from '../../core/clients/move-plan.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Events } from '../../platform/events/events.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import type { PlacementEntity } from './placement.entity.js';
import { checkedAtOnce, isClosed, touched } from './placement-columns.js';
import { placementEvent } from './placement-events.js';
import { invalidField, targetColumns } from './placement-facts.js';
import { PlacementJobRunner } from './placement-job-runner.js';
import { PlacementPlaces } from './placement-places.js';
import { PlacementsRepository, pairText } from './placements.repository.js';
import type { TargetMoves } from './target-move.dto.js';

/** Name of the background task that moves target pages. */
export const MOVE_TASK = 'placements.move_targets';

/** What an undo of a move puts back. */
export interface BeforeMove {
  readonly targetUrl: string;
  readonly targetUrlKey: string;
  readonly targetPath: string;
  readonly targetPageId: string | null;
  readonly nextCheckAt: string | null;
  readonly nextCheckReason: string | null;
  readonly movedTo: string;
}

/** "Move target pages": old addresses become new ones for all placements of a brand at once. */
@Injectable()
export class TargetMoveService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly runner: PlacementJobRunner,
    private readonly placements: PlacementsRepository,
    private readonly places: PlacementPlaces,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(MOVE_TASK, {
      step: (rows, job) => this.move(rows, job),
      finished: (job) => this.tell(job),
    });
  }

  /** Throws `brand.not_found`, or `request.invalid` with the field of the move that cannot be. */
  start(scope: WorkspaceScope, wish: TargetMoves): Promise<StartedJob> {
    const plan = planMoves(wish.moves);
    if (!plan.ok)
      throw invalidField(`moves.${plan.index}.${plan.field}`, plan.reason, 'this page cannot be moved');
    return this.database.inWorkspace(scope, async () => {
      const { id: brandId, clientId } = await this.places.brand(wish.brandId);
      const itemIds = await this.placements.ofTargets(
        brandId,
        plan.moves.map((move) => move.fromKey),
      );
      const params = { brandId, clientId, moves: plan.moves };
      return { jobId: await this.progress.create({ kind: MOVE_TASK, params, itemIds }) };
    });
  }

  private async move(rows: readonly PlacementEntity[], job: ProgressJob): Promise<Map<string, ItemOutcome>> {
    const moves = new Map(
      (job.params['moves'] as readonly PlannedMove[]).map((move) => [move.fromKey, move]),
    );
    const outcomes = new Map<string, ItemOutcome>();
    const moved: PlacementEntity[] = [];
    let waiting = rows.filter((row) => row.archivedAt === null && moves.has(row.targetUrlKey));
    // In a chain one placement makes room for the next, so those that found no room are tried again while others move.
    for (let before = waiting.length + 1; waiting.length < before; ) {
      before = waiting.length;
      for (const row of waiting) {
        const outcome = await this.moveOne(row, moves.get(row.targetUrlKey));
        outcomes.set(row.id, outcome);
        if (outcome.state === 'done') moved.push(row);
      }
      waiting = waiting.filter((row) => outcomes.get(row.id)?.state === 'failed');
    }
    await this.events.recordMany(
      moved.map((row) => placementEvent('placement.target_moved', row, { jobId: job.id })),
    );
    return outcomes;
  }

  private async moveOne(row: PlacementEntity, move: PlannedMove | undefined): Promise<ItemOutcome> {
    if (move === undefined) return { state: 'skipped' };
    if (await this.isTaken(row, move.toKey)) return { state: 'failed', errorCode: 'placement.duplicate' };
    const at = this.clock.now();
    const brand = await this.places.brand(row.brandId);
    const before: BeforeMove = {
      targetUrl: row.targetUrl,
      targetUrlKey: row.targetUrlKey,
      targetPath: row.targetPath,
      targetPageId: row.targetPageId,
      nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
      nextCheckReason: row.nextCheckReason,
      movedTo: move.to,
    };
    await this.placements.update(row.id, {
      ...targetColumns(move.to),
      targetPageId: await this.places.targetPage(brand, move.to),
      ...(isClosed(row.state) ? {} : checkedAtOnce(at, row.sourceUrl !== null)),
      ...touched(row, at),
    });
    return { state: 'done', before };
  }

  private async isTaken(
    { id, brandId, sourceUrlKey, state }: PlacementEntity,
    targetUrlKey: string,
  ): Promise<boolean> {
    if (sourceUrlKey === null || isClosed(state)) return false;
    const pair = { brandId, sourceUrlKey, targetUrlKey };
    const other = (await this.placements.standingFor([pair])).get(pairText(pair));
    return other !== undefined && other !== id;
  }

  private async tell(job: ProgressJob): Promise<void> {
    const { brandId, clientId } = job.params as { brandId: string; clientId: string };
    await this.events.record({
      kind: 'target_pages.moved',
      clientId,
      subjects: [
        { kind: 'brand', id: brandId },
        { kind: 'client', id: clientId },
        { kind: 'job', id: job.id },
      ],
      params: { pages: (job.params['moves'] as readonly unknown[]).length },
    });
  }
}
