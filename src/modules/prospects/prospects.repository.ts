import { Injectable } from '@nestjs/common';
import type { FitAnswers } from '../../core/prospects/fit.js';
import type { ProspectColumns } from '../../core/prospects/prospect-facts.js';
import { Database } from '../../platform/database/database.js';

/** A prospect as acts on it need it. */
export interface HeldProspect extends ProspectColumns {
  readonly id: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly lockUntil: Date | null;
  readonly fit: FitAnswers;
  readonly revision: number;
  readonly archivedAt: Date | null;
}

/** Columns of a prospect to write, under their names in the database. */
export type ProspectWrite = Readonly<Record<string, unknown>>;

/** A site as prospects need it. */
export interface ProspectSite {
  readonly id: string;
  readonly siteKey: string;
  readonly parentSiteId: string | null;
}

const HELD = `id, site_id as "siteId", site_key as "siteKey", status, owner_member_id as "ownerMemberId", lock_until as "lockUntil", language,
  country, notes, stage, fit, revision, archived_at as "archivedAt"`;

/** Columns an act may write. */
const WRITABLE: readonly string[] = [
  'status',
  'owner_member_id',
  'lock_until',
  'language',
  'country',
  'notes',
  'search_text',
  'fit',
  'fit_yes',
  'fit_no',
  'archived_at',
];

/** Rows of prospects in the open transaction. */
@Injectable()
export class ProspectsRepository {
  constructor(private readonly database: Database) {}

  /** The prospect with its row locked, so that acts on it follow one another. */
  async lock(id: string): Promise<HeldProspect | null> {
    const [row] = await this.lockAll([id]);
    return row ?? null;
  }

  /** Locks prospects in the order of their ids, so that two transactions never wait for each other. */
  lockAll(ids: readonly string[]): Promise<HeldProspect[]> {
    return this.query(
      `select ${HELD} from prospects where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    );
  }

  /** Writes columns of prospects, one revision further. */
  async write(ids: readonly string[], columns: ProspectWrite, at: Date): Promise<void> {
    const names = Object.keys(columns);
    const unknown = names.find((name) => !WRITABLE.includes(name));
    if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update prospects set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = any ($1::uuid[])`,
      [ids, at, ...names.map((name) => columns[name])],
    );
  }

  /** The id of a site's prospect, or null. */
  async ofSite(siteId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>('select id from prospects where site_id = $1', [siteId]);
    return rows[0]?.id ?? null;
  }

  async site(id: string): Promise<ProspectSite | null> {
    const rows = await this.query<ProspectSite>(
      'select id, site_key as "siteKey", parent_site_id as "parentSiteId" from sites where id = $1 for key share',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Whether there is such a member of the team who has not left. */
  async isMember(memberId: string): Promise<boolean> {
    const rows = await this.query<unknown>(
      `select 1 from members where id = $1 and left_at is null and role <> 'client'`,
      [memberId],
    );
    return rows.length > 0;
  }

  /** How many prospects members own. */
  async countByOwner(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ id: string; n: number }>(
      `select owner_member_id as id, count(*)::int as n from prospects
       where owner_member_id = any ($1::uuid[]) and archived_at is null group by owner_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** Gives all that a member owns to another, or to nobody, without its locks; answers how many they were. */
  async handOver(from: string, to: string | null, at: Date): Promise<number> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(
      `update prospects set owner_member_id = $2, lock_until = null, revision = revision + 1, updated_at = $3
       where owner_member_id = $1`,
      [from, to, at],
    );
    return count;
  }

  /** Writes the stage that the relationships of a site's brands come to. */
  async setStage(siteId: string, stage: string): Promise<void> {
    await this.query('update prospects set stage = $2 where site_id = $1 and stage <> $2', [siteId, stage]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
