import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { MovedSitesRepository } from './moved-sites.repository.js';
import { RelationshipRows } from './relationship-rows.repository.js';
import { ToldSites } from './told-sites.js';

const MOVES: readonly EventKind[] = ['records.merged', 'records.unmerged', 'site.split', 'site.rejoined'];

/** Where links and what tools say were moved from one site to another, relationships follow in the same transaction. */
@Injectable()
export class MovedSitesListener implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly moved: MovedSitesRepository,
    private readonly relationships: RelationshipRows,
    private readonly told: ToldSites,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of MOVES) this.events.inTransaction(kind, (event) => this.follow(event));
  }

  private async follow({ subjects }: RecordedEvent): Promise<void> {
    const siteIds = subjects.filter(({ kind }) => kind === 'site').map(({ id }) => id);
    if (siteIds.length === 0) return;
    await this.relationships.hold(await this.moved.brandsOf(siteIds), this.clock.now(), null);
    await this.moved.recount(siteIds);
    await this.told.retell(await this.moved.relationshipsOf(siteIds));
  }
}
