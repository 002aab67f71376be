import { Injectable } from '@nestjs/common';
import type { AuthoritySource } from '../../core/sites/authority.js';
import { Database } from '../../platform/database/database.js';

/** One reading of an open list, for all workspaces. */
export interface AuthorityReading {
  readonly id: string;
  readonly source: AuthoritySource;
  readonly state: 'running' | 'done' | 'failed';
  readonly release: string;
  readonly measuredOn: string | null;
  readonly listed: number;
  readonly unreadable: number;
  readonly errorCode: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** A listed domain that may be one of our sites. */
export interface RankedDomain {
  readonly siteKey: string;
  readonly first: number;
  readonly second: number | null;
}

/** A domain of the workspace with its ranks. */
export interface RankedSite {
  readonly siteId: string;
  readonly first: number;
  readonly second: number | null;
}

const COLUMNS = `id, source, state, release, measured_on::text as "measuredOn", listed::float8 as listed,
  unreadable::float8 as unreadable, error_code as "errorCode", started_at as "startedAt", finished_at as "finishedAt"`;

/** Readings of open lists: rows of the installation, and the sites of a workspace that they name. In the open transaction. */
@Injectable()
export class AuthorityRepository {
  constructor(private readonly database: Database) {}

  /** Begins a reading, or begins it anew after a crash: what it had found is dropped. */
  async begin(id: string, source: AuthoritySource, startedAt: Date): Promise<void> {
    await this.query('delete from authority_readings where id = $1', [id]);
    await this.query('insert into authority_readings (id, source, started_at) values ($1, $2, $3)', [
      id,
      source,
      startedAt,
    ]);
  }

  /** Notes listed domains of a reading. */
  async keep(readingId: string, domains: readonly RankedDomain[]): Promise<void> {
    await this.query(
      `insert into authority_ranks (reading_id, site_key, first_rank, second_rank)
       select $1, "siteKey", first, second from jsonb_to_recordset($2::jsonb) as r ("siteKey" text, first bigint, second bigint)
       on conflict (reading_id, site_key) do nothing`,
      [readingId, JSON.stringify(domains)],
    );
  }

  /** Ends a reading well; the domains it kept are no longer needed. Readings of the same list before it go. */
  async finish(
    { id, source }: Pick<AuthorityReading, 'id' | 'source'>,
    found: Pick<AuthorityReading, 'release' | 'measuredOn' | 'listed' | 'unreadable'>,
    finishedAt: Date,
  ): Promise<void> {
    await this.query('delete from authority_ranks where reading_id = $1', [id]);
    await this.query(
      `update authority_readings set state = 'done', release = $2, measured_on = $3, listed = $4, unreadable = $5, finished_at = $6
       where id = $1`,
      [id, found.release, found.measuredOn, found.listed, found.unreadable, finishedAt],
    );
    await this.query(
      `delete from authority_readings where source = $1 and id <> $2 and state <> 'running'
         and started_at <= (select started_at from authority_readings where id = $2)`,
      [source, id],
    );
  }

  async fail(id: string, errorCode: string, finishedAt: Date): Promise<void> {
    await this.query('delete from authority_ranks where reading_id = $1', [id]);
    await this.query(
      `update authority_readings set state = 'failed', error_code = $2, finished_at = $3 where id = $1`,
      [id, errorCode, finishedAt],
    );
  }

  /** The last reading of each list that ended well. */
  lastDone(): Promise<AuthorityReading[]> {
    return this.query(
      `select distinct on (source) ${COLUMNS} from authority_readings where state = 'done'
       order by source, started_at desc, id desc`,
      [],
    );
  }

  /** The last reading of each list, however it went. */
  last(): Promise<AuthorityReading[]> {
    return this.query(
      `select distinct on (source) ${COLUMNS} from authority_readings order by source, started_at desc, id desc`,
      [],
    );
  }

  /** Keys of the domains of all workspaces after a key, in order: what a reading looks for. */
  async domains(afterKey: string, limit: number): Promise<string[]> {
    const rows = await this.query<{ key: string }>('select domains_of_all_sites($1, $2) as key', [
      afterKey,
      limit,
    ]);
    return rows.map((row) => row.key);
  }

  /** How many sites of all workspaces are domains: at least as many as there are names to look for. */
  async domainCount(): Promise<number> {
    const rows = await this.query<{ n: number }>('select count_domains_of_all_sites()::float8 as n', []);
    return rows[0]?.n ?? 0;
  }

  async workspaces(): Promise<string[]> {
    return (await this.query<{ id: string }>('select workspace_ids() as id', [])).map((row) => row.id);
  }

  /** Sites of the open workspace that a reading named, after an id. */
  ranked(readingId: string, afterId: string | null, limit: number): Promise<RankedSite[]> {
    return this.query(
      `select s.id as "siteId", r.first_rank::float8 as first, r.second_rank::float8 as second
       from authority_ranks r join sites s on s.workspace_id = $1 and s.site_key = r.site_key
       where r.reading_id = $2 and s.kind = 'domain' and s.archived_at is null and ($3::uuid is null or s.id > $3)
       order by s.id limit $4`,
      [this.database.scope().workspaceId, readingId, afterId, limit],
    );
  }

  /** How many sites of the open workspace have a figure of this edition. */
  async matched(source: AuthoritySource, release: string): Promise<number> {
    const metric = source === 'tranco' ? 'rank' : 'harmonic_rank';
    const rows = await this.query<{ n: number }>(
      'select count(*)::int as n from site_latest_metrics where source = $1 and metric = $2 and release = $3',
      [source, metric, release],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
