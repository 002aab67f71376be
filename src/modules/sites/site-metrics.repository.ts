import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PastSiteMetric, SiteMetric } from './site-metrics.dto.js';

/** A figure to keep. */
export interface MetricFact {
  readonly siteId: string;
  readonly source: string;
  readonly metric: string;
  /** YYYY-MM-DD. */
  readonly measuredOn: string;
  readonly value: number;
  readonly release?: string;
  readonly importId?: string | null;
}

/** What stood for a figure before: null where nothing did. */
export interface MetricBefore {
  readonly value: number;
  readonly release: string;
}

/** The origin of figures that no import brought. */
const NO_IMPORT = '00000000-0000-0000-0000-000000000000';

/** The most figures a site's page shows. */
const AT_MOST = 2000;

/** Given figures as rows of a statement; `$2` holds them. */
const GIVEN = `jsonb_to_recordset($2::jsonb) as g ("siteId" uuid, source text, metric text, "measuredOn" date,
  value double precision, release text, "importId" uuid)`;

/** Latest figures of the kinds that given rows name: each is looked up by itself, however many others the workspace has. */
const LATEST = `select $1::uuid as workspace_id, t."siteId" as site_id, t.source, t.metric, m.measured_on, m.value, m.release
  from (select distinct "siteId", source, metric from touched) t
  cross join lateral (
    select measured_on, value, release from site_metrics
    where workspace_id = $1 and site_id = t."siteId" and source = t.source and metric = t.metric
    order by measured_on desc, recorded_at desc, origin_id desc limit 1) m`;

const WRITE_LATEST =
  'insert into site_latest_metrics as l (workspace_id, site_id, source, metric, measured_on, value, release)';
const OVER_LATEST = `on conflict (workspace_id, site_id, source, metric) do update
  set measured_on = excluded.measured_on, value = excluded.value, release = excluded.release
  where (l.measured_on, l.value, l.release) is distinct from (excluded.measured_on, excluded.value, excluded.release)`;

/**
 * Rows of metrics in the open transaction. Each origin (an import, or people and lists together) keeps its own row for a day, so that an
 * import can be taken back without a trace; what is shown for a day is what was written down last.
 */
@Injectable()
export class SiteMetricsRepository {
  constructor(private readonly database: Database) {}

  /** Holds sites, in the order of their ids, so that their latest figures are worked out by one transaction after the other. */
  async hold(siteIds: readonly string[]): Promise<void> {
    await this.query('select id from sites where id = any ($1::uuid[]) order by id for no key update', [
      siteIds,
    ]);
  }

  /** What stands for the same sites, sources, figures and days, in the order of the facts. */
  async before(facts: readonly MetricFact[]): Promise<(MetricBefore | null)[]> {
    const rows = await this.query<{ no: number; value: number; release: string }>(
      `select distinct on (f.no) f.no, m.value, m.release
       from jsonb_to_recordset($1::jsonb) as f (no integer, "siteId" uuid, source text, metric text, "measuredOn" date)
       join site_metrics m on m.site_id = f."siteId" and m.source = f.source and m.metric = f.metric
         and m.measured_on = f."measuredOn"
       order by f.no, m.recorded_at desc, m.origin_id desc`,
      [JSON.stringify(facts.map((fact, no) => ({ ...fact, no })))],
    );
    const byNo = new Map(rows.map(({ no, value, release }) => [no, { value, release }]));
    return facts.map((_, index) => byNo.get(index) ?? null);
  }

  /** Writes figures down, each origin its own, and works the latest ones out anew. No two facts may be about the same. */
  async write(facts: readonly MetricFact[], recordedAt: Date): Promise<void> {
    const workspaceId = this.database.scope().workspaceId;
    await this.query(
      `insert into site_metrics as m (workspace_id, site_id, source, metric, measured_on, value, release, origin_id, import_id, recorded_at)
       select $1, "siteId", source, metric, "measuredOn", value, coalesce(release, ''), coalesce("importId", '${NO_IMPORT}'), "importId", $3
       from ${GIVEN}
       on conflict (workspace_id, site_id, source, metric, measured_on, origin_id) do update
         set value = excluded.value, release = excluded.release, recorded_at = excluded.recorded_at
         where (m.value, m.release) is distinct from (excluded.value, excluded.release)`,
      [workspaceId, JSON.stringify(facts), recordedAt],
    );
    await this.query(
      `with touched as (select g."siteId", g.source, g.metric from ${GIVEN})
       ${WRITE_LATEST} ${LATEST} ${OVER_LATEST}`,
      [workspaceId, JSON.stringify(facts)],
    );
  }

  /** Kinds of figures an import brought, some at a time. */
  async kindsOf(
    importId: string,
    limit: number,
  ): Promise<Pick<MetricFact, 'siteId' | 'source' | 'metric'>[]> {
    return this.query(
      `select distinct site_id as "siteId", source, metric from (
         select site_id, source, metric from site_metrics where import_id = $1 limit $2) portion`,
      [importId, limit],
    );
  }

  /** Takes away what an import brought of these kinds and works the latest figures out anew; answers how many rows went. */
  async deleteImported(
    importId: string,
    kinds: readonly Pick<MetricFact, 'siteId' | 'source' | 'metric'>[],
  ): Promise<number> {
    const workspaceId = this.database.scope().workspaceId;
    const given = JSON.stringify(kinds);
    const gone = await this.query<{ n: number }>(
      `with gone as (
         delete from site_metrics m using ${GIVEN}
         where m.workspace_id = $1 and m.import_id = $3 and m.site_id = g."siteId" and m.source = g.source and m.metric = g.metric
         returning 1)
       select count(*)::int as n from gone`,
      [workspaceId, given, importId],
    );
    await this.renewLatest(`select g."siteId", g.source, g.metric from ${GIVEN}`, given);
    return gone[0]?.n ?? 0;
  }

  /** Works out anew every latest figure of sites whose figures were moved from elsewhere, or away. */
  async refreshLatest(siteIds: readonly string[]): Promise<void> {
    const kindsOfSites = ['site_metrics', 'site_latest_metrics'].map(
      (table) => `select site_id as "siteId", source, metric from ${table} where site_id = any ($2::uuid[])`,
    );
    await this.renewLatest(kindsOfSites.join(' union '), siteIds);
  }

  /** Writes the latest figures of the kinds that a statement names (over `$2`), and takes away those of which none is left. */
  private async renewLatest(kinds: string, given: unknown): Promise<void> {
    await this.query(
      `with touched as (${kinds}),
         gone as (delete from site_latest_metrics l using touched t
           where l.workspace_id = $1 and l.site_id = t."siteId" and l.source = t.source and l.metric = t.metric
             and not exists (select 1 from site_metrics m
               where m.workspace_id = $1 and m.site_id = t."siteId" and m.source = t.source and m.metric = t.metric))
       ${WRITE_LATEST} ${LATEST} ${OVER_LATEST}`,
      [this.database.scope().workspaceId, given],
    );
  }

  /** The newest figure of each kind. */
  latest(siteId: string): Promise<SiteMetric[]> {
    return this.query(
      `select source, metric, value, measured_on::text as "measuredOn", release from site_latest_metrics
       where site_id = $1 order by source, metric`,
      [siteId],
    );
  }

  /** All figures, newest first; of several origins on one day what was written down last. */
  history(siteId: string): Promise<PastSiteMetric[]> {
    return this.query(
      `select * from (
         select distinct on (source, metric, measured_on) source, metric, value, measured_on::text as "measuredOn", release,
           recorded_at as "recordedAt", import_id as "importId"
         from site_metrics where site_id = $1
         order by source, metric, measured_on desc, recorded_at desc, origin_id desc) days
       order by "measuredOn" desc, source, metric limit ${AT_MOST}`,
      [siteId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
