import { Injectable } from '@nestjs/common';
import { type AuthoritySource, percentile } from '../../core/sites/authority.js';
import { Database } from '../../platform/database/database.js';
import { AuthorityRepository, type RankedSite } from './authority.repository.js';
import { type MetricFact, SiteMetricsService } from './site-metrics.service.js';

/** A list that was read to its end. */
export interface FinishedReading {
  readonly id: string;
  readonly source: AuthoritySource;
  readonly release: string;
  readonly measuredOn: string;
  readonly listed: number;
  readonly unreadable: number;
}

/** Sites whose figures are written in one transaction. */
const BATCH = 1000;

/** Writes what a list says about our sites: in each workspace about its own, under its own row-level security. */
@Injectable()
export class AuthorityFigures {
  constructor(
    private readonly database: Database,
    private readonly authority: AuthorityRepository,
    private readonly metrics: SiteMetricsService,
  ) {}

  async write(reading: FinishedReading, signal: AbortSignal): Promise<void> {
    const workspaces = await this.database.inInstallation(() => this.authority.workspaces());
    for (const workspaceId of workspaces) {
      let afterId: string | null = null;
      do {
        if (signal.aborted)
          throw new Error('the worker is stopping; the list is read anew at the next attempt');
        afterId = await this.writeBatch(workspaceId, reading, afterId);
      } while (afterId !== null);
    }
  }

  /** Answers the last site's id, null when there are no more. */
  private writeBatch(
    workspaceId: string,
    reading: FinishedReading,
    afterId: string | null,
  ): Promise<string | null> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const sites = await this.authority.ranked(reading.id, afterId, BATCH);
      await this.metrics.record(sites.flatMap((site) => factsOf(site, reading)));
      return sites.length < BATCH ? null : (sites.at(-1)?.siteId ?? null);
    });
  }
}

function factsOf({ siteId, first, second }: RankedSite, reading: FinishedReading): MetricFact[] {
  const { source, release, measuredOn, listed } = reading;
  const figures: (readonly [string, number | null])[] =
    source === 'tranco'
      ? [['rank', first]]
      : [
          ['harmonic_rank', first],
          ['harmonic_percentile', percentile(first, listed)],
          ['pagerank_rank', second],
          ['pagerank_percentile', second === null ? null : percentile(second, listed)],
        ];
  return figures.flatMap(([metric, value]) =>
    value === null ? [] : [{ siteId, source, metric, value, measuredOn, release }],
  );
}
