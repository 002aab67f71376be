import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { mayAct } from '../../core/placements/acts.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { LOCALES, type Locale } from '../../platform/i18n/catalogue.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { OwnersRepository } from './owners.repository.js';
import type { PlacementEntity } from './placement.entity.js';
import { PlacementAcceptance } from './placement-acceptance.js';
import type { BulkAction } from './placement-bulk.dto.js';
import { BULK_TASK } from './placement-bulk.service.js';
import { PlacementChecksService } from './placement-checks.service.js';
import { archivedColumns, closedColumns, touched } from './placement-columns.js';
import { placementEvent } from './placement-events.js';
import { type ChunkStep, PlacementJobRunner } from './placement-job-runner.js';
import { type PlacementColumns, PlacementsRepository } from './placements.repository.js';

type Outcomes = Map<string, ItemOutcome>;

/** What one placement becomes, and what an undo needs. */
interface Change {
  readonly row: PlacementEntity;
  readonly columns: PlacementColumns;
  readonly kind: EventKind;
  readonly params?: Record<string, unknown>;
}

/** Runs acts on many placements. A placement that does not take the act is skipped or refused alone. */
@Injectable()
export class PlacementBulkJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly runner: PlacementJobRunner,
    private readonly placements: PlacementsRepository,
    private readonly owners: OwnersRepository,
    private readonly acceptance: PlacementAcceptance,
    private readonly checks: PlacementChecksService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(BULK_TASK, {
      step: (rows, job) => this.steps[job.params['action'] as BulkAction](rows, job),
    });
  }

  private readonly steps: Readonly<Record<BulkAction, ChunkStep>> = {
    check: (rows) => this.check(rows),
    archive: (rows) => this.archive(rows),
    end: (rows, job) => this.end(rows, textOf(job.params['reason'])),
    assign: (rows, job) => this.assign(rows, textOf(job.params['ownerMemberId'])),
    accept: (rows, job) => this.accept(rows, job),
  };

  private async check(rows: readonly PlacementEntity[]): Promise<Outcomes> {
    const asked = await this.checks.ask(
      this.database.scope(),
      rows.map((row) => row.id),
    );
    return new Map(asked.map((id) => [id, { state: 'done' }]));
  }

  private archive(rows: readonly PlacementEntity[]): Promise<Outcomes> {
    const at = this.clock.now();
    const here = rows.filter((row) => row.archivedAt === null);
    return this.save(here.map((row) => ({ row, columns: archivedColumns(at), kind: 'placement.archived' })));
  }

  private async end(rows: readonly PlacementEntity[], reason: string | null): Promise<Outcomes> {
    const at = this.clock.now();
    const here = rows.filter((row) => row.archivedAt === null);
    const refused = here.filter((row) => !mayAct(row.state, 'end'));
    const done = await this.save(
      here
        .filter((row) => mayAct(row.state, 'end'))
        .map((row) => ({
          row,
          columns: closedColumns('ended', at, reason),
          kind: 'placement.ended',
          params: { from: row.state },
        })),
    );
    for (const row of refused) done.set(row.id, failed('placement.act_not_allowed'));
    return done;
  }

  private async assign(rows: readonly PlacementEntity[], owner: string | null): Promise<Outcomes> {
    const clients = [...new Set(rows.map((row) => row.clientId))];
    const seen = owner === null ? new Set(clients) : await this.owners.clientsSeenBy(owner, clients);
    const others = rows.filter((row) => row.ownerMemberId !== owner);
    const done = await this.save(
      others
        .filter((row) => seen.has(row.clientId))
        .map((row) => ({
          row,
          columns: { ownerMemberId: owner },
          kind: 'placement.changed',
          params: { fields: ['ownerMemberId'], ownerMemberId: owner },
        })),
    );
    for (const row of others)
      if (!seen.has(row.clientId)) done.set(row.id, failed('placement.owner_cannot_see'));
    return done;
  }

  private async accept(rows: readonly PlacementEntity[], job: ProgressJob): Promise<Outcomes> {
    const locale: Locale = LOCALES.find((known) => known === job.params['locale']) ?? 'en';
    const note = textOf(job.params['note']) ?? undefined;
    const outcomes: Outcomes = new Map();
    for (const row of rows) {
      if (row.archivedAt === null && mayAct(row.state, 'accept'))
        outcomes.set(row.id, await this.accepted(row, { note, locale }));
      else outcomes.set(row.id, failed('placement.act_not_allowed'));
    }
    return outcomes;
  }

  /** Whether there is anything to accept is found out before anything is written, so a refusal leaves the chunk whole. */
  private async accepted(
    row: PlacementEntity,
    wish: { note?: string | undefined; locale: Locale },
  ): Promise<ItemOutcome> {
    try {
      await this.acceptance.accept(row, wish);
      return { state: 'done' };
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return failed(error.code);
    }
  }

  private async save(changes: readonly Change[]): Promise<Outcomes> {
    const at = this.clock.now();
    for (const { row, columns } of changes)
      await this.placements.update(row.id, { ...columns, ...touched(row, at) });
    await this.events.recordMany(
      changes.map(({ row, kind, params }) => placementEvent(kind, row, params ?? {})),
    );
    return new Map(changes.map(({ row }) => [row.id, { state: 'done', before: beforeOf(row) }]));
  }
}

/** What an undo puts back. */
export interface Before {
  readonly state: PlacementEntity['state'];
  readonly stateSince: string;
  readonly rechecking: boolean;
  readonly takesBaseline: boolean;
  readonly closeReason: string | null;
  readonly nextCheckAt: string | null;
  readonly nextCheckReason: string | null;
  readonly ownerMemberId: string | null;
}

function beforeOf(row: PlacementEntity): Before {
  return {
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    rechecking: row.rechecking,
    takesBaseline: row.takesBaseline,
    closeReason: row.closeReason,
    nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
    nextCheckReason: row.nextCheckReason,
    ownerMemberId: row.ownerMemberId,
  };
}

function failed(errorCode: string): ItemOutcome {
  return { state: 'failed', errorCode };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
