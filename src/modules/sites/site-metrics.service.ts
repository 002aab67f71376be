import { Injectable } from '@nestjs/common';
import { isFromOpenList, judgeMetric, type MetricRefusal, metricRule } from '../../core/sites/metrics.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { AuthorityStandings } from './authority-standings.js';
import type { NewSiteMetric, SiteMetrics } from './site-metrics.dto.js';
import { type MetricBefore, type MetricFact, SiteMetricsRepository } from './site-metrics.repository.js';
import { SitesService } from './sites.service.js';

export type { MetricFact } from './site-metrics.repository.js';

/** What became of figures that were to be kept. */
export interface RecordedMetrics {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What stood for each fact before, null where nothing did; in the order of the facts. */
  readonly before: readonly (MetricBefore | null)[];
  /** Facts that no source can have measured; they were left out. */
  readonly refused: readonly { readonly index: number; readonly reason: MetricRefusal }[];
}

/** Kinds of figures one step of a withdrawal takes. */
const STEP = 5000;

/** Figures about sites, per source and day: never mixed, with their history. */
@Injectable()
export class SiteMetricsService {
  constructor(
    private readonly database: Database,
    private readonly metrics: SiteMetricsRepository,
    private readonly sites: SitesService,
    private readonly standings: AuthorityStandings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `site.not_found`. */
  ofSite(scope: WorkspaceScope, siteId: string): Promise<SiteMetrics> {
    return this.database.inWorkspace(scope, () => this.view(siteId));
  }

  /**
   * Keeps one figure that a person read somewhere. Throws `site.not_found`, `metric.from_open_list`, `metric.in_future` and `metric.` with
   * what is wrong with the value.
   */
  recordOne(scope: WorkspaceScope, siteId: string, wish: NewSiteMetric): Promise<SiteMetrics> {
    return this.database.inWorkspace(scope, async () => {
      await this.sites.existing(siteId);
      refuseWrong(wish, await this.sites.today());
      await this.record([{ siteId, ...wish }]);
      await this.events.record({
        kind: 'metrics.recorded',
        subjects: [{ kind: 'site', id: siteId }],
        params: { source: wish.source, metric: wish.metric },
      });
      return this.view(siteId);
    });
  }

  /**
   * Keeps figures within the open transaction, thousands at a time, and the newest of each kind with them. Of several facts about the same
   * site, source, figure, day and import the last one counts. Records no events.
   */
  async record(facts: readonly MetricFact[]): Promise<RecordedMetrics> {
    const refused = facts.flatMap((fact, index) => {
      const reason = judgeMetric(fact.source, fact.metric, fact.value);
      return reason === null ? [] : [{ index, reason }];
    });
    const left = new Set(refused.map(({ index }) => index));
    const good = facts.filter((_, index) => !left.has(index));
    if (good.length === 0)
      return { created: 0, changed: 0, unchanged: 0, before: facts.map(() => null), refused };
    await this.metrics.hold([...new Set(good.map(({ siteId }) => siteId))]);
    const before = await this.metrics.before(facts);
    await this.metrics.write(
      [...new Map(good.map((fact) => [kindOf(fact), fact])).values()],
      this.clock.now(),
    );
    return { ...counted(facts, before, left), before, refused };
  }

  /** Takes away what an import brought, within the open transaction; the newest figures are then what they were without it. */
  async withdraw(importId: string): Promise<number> {
    let gone = 0;
    for (;;) {
      const kinds = await this.metrics.kindsOf(importId, STEP);
      if (kinds.length === 0) return gone;
      await this.metrics.hold([...new Set(kinds.map(({ siteId }) => siteId))]);
      gone += await this.metrics.deleteImported(importId, kinds);
    }
  }

  private async view(siteId: string): Promise<SiteMetrics> {
    const site = await this.sites.detail(siteId);
    const latest = await this.metrics.latest(siteId);
    const history = await this.metrics.history(siteId);
    return { latest, history, authority: await this.standings.of(site, latest) };
  }
}

function refuseWrong({ source, metric, value, measuredOn }: NewSiteMetric, today: string): void {
  if (isFromOpenList(source)) throw new AppError('metric.from_open_list');
  const reason = judgeMetric(source, metric, value);
  if (reason !== null) {
    const { from = 0, to = 0 } = metricRule(source, metric) ?? {};
    throw new AppError(`metric.${reason}`, { source, metric, from, to });
  }
  if (measuredOn > today) throw new AppError('metric.in_future');
}

function kindOf({ siteId, source, metric, measuredOn, importId }: MetricFact): string {
  return [siteId, source, metric, measuredOn, importId ?? ''].join(' ');
}

function counted(
  facts: readonly MetricFact[],
  before: readonly (MetricBefore | null)[],
  left: ReadonlySet<number>,
): Pick<RecordedMetrics, 'created' | 'changed' | 'unchanged'> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const [index, fact] of facts.entries()) {
    if (!left.has(index)) counts[outcomeOf(fact, before[index] ?? null)] += 1;
  }
  return counts;
}

function outcomeOf(fact: MetricFact, before: MetricBefore | null): 'created' | 'changed' | 'unchanged' {
  if (before === null) return 'created';
  return before.value === fact.value && before.release === (fact.release ?? '') ? 'unchanged' : 'changed';
}
