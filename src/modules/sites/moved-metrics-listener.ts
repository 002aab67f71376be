import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { SiteMetricsRepository } from './site-metrics.repository.js';

const MOVES: readonly EventKind[] = ['records.merged', 'records.unmerged', 'site.rejoined'];

/** Where figures were moved from one site to another, the latest ones of both are worked out anew in the same transaction. */
@Injectable()
export class MovedMetricsListener implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly metrics: SiteMetricsRepository,
  ) {}

  onModuleInit(): void {
    for (const kind of MOVES) this.events.inTransaction(kind, (event) => this.follow(event));
  }

  private async follow({ subjects }: RecordedEvent): Promise<void> {
    const siteIds = subjects.filter(({ kind }) => kind === 'site').map(({ id }) => id);
    if (siteIds.length > 0) await this.metrics.refreshLatest(siteIds);
  }
}
