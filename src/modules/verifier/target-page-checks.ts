import { Injectable } from '@nestjs/common';
import type { Visit } from '../../core/verifier/facts.js';
import { isIndexable } from '../../core/verifier/page-rules.js';
import { nextTargetState, readTarget } from '../../core/verifier/target-reading.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { NewEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import type { DueItem } from './due.repository.js';
import { TargetPageChecksRepository, type TargetPageRow } from './target-page-checks.repository.js';

const DAY_MS = 86_400_000;

/** Daily checks of our own target pages: do they answer? While one fails, its placements say so and get no worse. */
@Injectable()
export class TargetPageChecks {
  constructor(
    private readonly database: Database,
    private readonly pages: TargetPageChecksRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The address of a page that is due; null when it was archived meanwhile. */
  async urlOf({ workspaceId, id }: DueItem): Promise<string | null> {
    const rows = await this.database.inWorkspace({ workspaceId }, () => this.pages.load([id]));
    return rows[0]?.url ?? null;
  }

  /** Records what a visit found; false when the host's lease was lost meanwhile, then nothing is written. */
  record({ workspaceId, id }: DueItem, visit: Visit, stillOurs: () => Promise<boolean>): Promise<boolean> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const page = await this.pages.lock(id);
      if (!(await stillOurs())) return false;
      if (page !== null) await this.save(page, visit);
      return true;
    });
  }

  /** Puts a check off that could not be made now. */
  defer({ workspaceId, id }: DueItem, until: Date): Promise<void> {
    return this.database.inWorkspace({ workspaceId }, () => this.pages.defer(id, until));
  }

  private async save(page: TargetPageRow, visit: Visit): Promise<void> {
    const now = this.clock.now();
    const before = { status: page.status, failingSince: page.failingSince, code: page.findingCode };
    const next = nextTargetState(before, readTarget(visit), now);
    await this.pages.save({
      id: page.id,
      status: next.status,
      failingSince: next.failingSince,
      findingCode: next.code,
      httpStatus: visit.status,
      finalUrl: visit.finalUrl?.slice(0, 4000) ?? null,
      indexable: isIndexable(visit),
      checkedAt: now,
      nextCheckAt: new Date(now.getTime() + Math.round(DAY_MS * (0.95 + 0.05 * Math.random()))),
    });
    await this.pages.tellPlacements(page.id, next.failingSince !== null);
    await this.events.recordMany(changeOf(page, next.failingSince, next.code));
  }
}

/** The event of a page that began to fail or works again; none when neither happened. */
function changeOf(page: TargetPageRow, failingSince: Date | null, code: string | null): NewEvent[] {
  if ((page.failingSince === null) === (failingSince === null)) return [];
  return [
    {
      kind: failingSince === null ? 'target_page.recovered' : 'target_page.failing',
      clientId: page.clientId,
      subjects: [
        { kind: 'target_page', id: page.id },
        { kind: 'brand', id: page.brandId },
      ],
      params: { code },
      actorUserId: null,
    },
  ];
}
