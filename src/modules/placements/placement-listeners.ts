import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { LeavingCounters } from '../access/leaving-counters.service.js';
import { OwnersRepository } from './owners.repository.js';
import { placementEvent } from './placement-events.js';
import { PlacementsRepository } from './placements.repository.js';

/** What placements do when something happens below them, in the transaction of that fact. */
@Injectable()
export class PlacementListeners implements OnModuleInit {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly owners: OwnersRepository,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.counters.register('placements', (memberIds) => this.placements.countByOwner(memberIds));
    this.events.inTransaction('member.left', (event) => this.handOver(event));
    this.events.inTransaction('target_page.archived', (event) => this.forgetFailing(event));
    this.events.inTransaction('target_page.added', (event) => this.tie(event));
  }

  /** Placements of who leaves go to the named member, as far as that one may see their client; the others to nobody. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const owned = await this.placements.ownedBy(from);
    const seen =
      to === null
        ? new Set<string>()
        : await this.owners.clientsSeenBy(to, [...new Set(owned.map((row) => row.clientId))]);
    const handed = owned.filter((row) => seen.has(row.clientId));
    const at = this.clock.now();
    await this.placements.setOwner(
      handed.map((row) => row.id),
      to,
      at,
    );
    await this.placements.setOwner(
      owned.filter((row) => !seen.has(row.clientId)).map((row) => row.id),
      null,
      at,
    );
    await this.events.recordMany(
      owned.map((row) =>
        placementEvent('placement.handed_over', row, { from, to: seen.has(row.clientId) ? to : null }),
      ),
    );
  }

  /** A target page that is no longer requested keeps nothing from being judged. */
  private async forgetFailing({ subjects }: RecordedEvent): Promise<void> {
    for (const { kind, id } of subjects)
      if (kind === 'target_page') await this.placements.clearTargetFailing(id);
  }

  /** Placements that led to the page's address all along are tied to it. */
  private async tie({ subjects }: RecordedEvent): Promise<void> {
    for (const { kind, id } of subjects) if (kind === 'target_page') await this.placements.tieTo(id);
  }
}
