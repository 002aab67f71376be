import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { mayAct, type PlacementAct } from '../../core/placements/acts.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import type { PlacementEntity } from './placement.entity.js';
import { PlacementAcceptance } from './placement-acceptance.js';
import {
  archivedColumns,
  awaitedColumns,
  closedColumns,
  isClosed,
  restoredColumns,
  touched,
} from './placement-columns.js';
import { placementEvent } from './placement-events.js';
import { PlacementReplacement } from './placement-replacement.js';
import type { PlacementRow } from './placement-row.dto.js';
import type { Replacement } from './placement-wish.dto.js';
import { type PlacementColumns, PlacementsRepository, pairText } from './placements.repository.js';
import { PlacementsService } from './placements.service.js';

/** What people do with placements: accept as it is, end, release, replace, reopen, archive, restore. */
@Injectable()
export class PlacementActsService {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsRepository,
    private readonly service: PlacementsService,
    private readonly acceptance: PlacementAcceptance,
    private readonly replacement: PlacementReplacement,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** What was seen becomes what was agreed, with today's date. Throws `placement.nothing_to_accept`, `placement.never_checked`. */
  accept(
    scope: WorkspaceScope,
    id: string,
    wish: { note?: string | undefined; locale: Locale },
  ): Promise<PlacementRow> {
    return this.acting(scope, id, 'accept', (row) => this.acceptance.accept(row, wish));
  }

  end(scope: WorkspaceScope, id: string, reason: string | undefined): Promise<PlacementRow> {
    return this.acting(scope, id, 'end', (row) =>
      this.save(row, closedColumns('ended', this.clock.now(), textOrNull(reason)), 'placement.ended', {
        from: row.state,
      }),
    );
  }

  /** The partner asked to be let go. */
  release(scope: WorkspaceScope, id: string, reason: string): Promise<PlacementRow> {
    return this.acting(scope, id, 'release', (row) =>
      this.save(row, closedColumns('released', this.clock.now(), reason.trim()), 'placement.released', {
        from: row.state,
      }),
    );
  }

  /** Answers the new placement; the old one is closed and points to it. */
  replace(scope: WorkspaceScope, id: string, wish: Replacement): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.current(id);
      refuse(row, 'replace');
      const replacedById = await this.replacement.of(row, wish);
      const columns = { ...closedColumns('replaced', this.clock.now(), null), replacedById };
      await this.save(row, columns, 'placement.replaced', { from: row.state, replacedById });
      return this.service.row(replacedById);
    });
  }

  /** A closed placement is awaited again. Throws `placement.duplicate` when another one stands for the link meanwhile. */
  reopen(scope: WorkspaceScope, id: string): Promise<PlacementRow> {
    return this.acting(scope, id, 'reopen', async (row) => {
      await this.refuseDuplicate(row);
      await this.save(row, awaitedColumns(this.clock.now(), row.sourceUrl !== null), 'placement.reopened', {
        from: row.state,
      });
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.found(id);
      if (row.archivedAt === null)
        await this.save(row, archivedColumns(this.clock.now()), 'placement.archived');
      return this.service.row(id);
    });
  }

  /** Throws `placement.duplicate` when another one stands for the link meanwhile. */
  restore(scope: WorkspaceScope, id: string): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.found(id);
      if (row.archivedAt !== null) {
        if (!isClosed(row.state)) await this.refuseDuplicate(row);
        await this.save(row, restoredColumns(row, this.clock.now()), 'placement.restored');
      }
      return this.service.row(id);
    });
  }

  private acting(
    scope: WorkspaceScope,
    id: string,
    act: PlacementAct,
    work: (row: PlacementEntity) => Promise<unknown>,
  ): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.current(id);
      refuse(row, act);
      await work(row);
      return this.service.row(id);
    });
  }

  private async found(id: string): Promise<PlacementEntity> {
    const row = await this.placements.lock(id);
    if (row === null) throw new AppError('placement.not_found', { id });
    return row;
  }

  private async current(id: string): Promise<PlacementEntity> {
    const row = await this.found(id);
    if (row.archivedAt !== null) throw new AppError('placement.archived', { id });
    return row;
  }

  private async save(
    row: PlacementEntity,
    columns: PlacementColumns,
    kind: EventKind,
    params: Record<string, unknown> = {},
  ): Promise<void> {
    await this.placements.update(row.id, { ...columns, ...touched(row, this.clock.now()) });
    await this.events.record(placementEvent(kind, row, params));
  }

  private async refuseDuplicate({ brandId, sourceUrlKey, targetUrlKey }: PlacementEntity): Promise<void> {
    if (sourceUrlKey === null) return;
    const pair = { brandId, sourceUrlKey, targetUrlKey };
    const other = (await this.placements.standingFor([pair])).get(pairText(pair));
    if (other !== undefined) throw new AppError('placement.duplicate', { id: other });
  }
}

function refuse(row: PlacementEntity, act: PlacementAct): void {
  if (!mayAct(row.state, act)) throw new AppError('placement.act_not_allowed', { act, state: row.state });
}

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
