import { Injectable } from '@nestjs/common';
import type { ProspectColumns } from '../../core/prospects/prospect-facts.js';
import { idArray, textArray } from '../../platform/database/array-text.js';
import { Database } from '../../platform/database/database.js';

/** A prospect as an intake finds it. `updatedAt` is text, so that no microsecond is lost on the way back. */
export interface KnownProspect extends ProspectColumns {
  readonly id: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly revision: number;
  readonly updatedAt: string;
}

/** A prospect to write down. */
export interface FreshProspect extends ProspectColumns {
  readonly id: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly searchText: string;
}

/** A prospect's columns as they become. */
export interface ChangedProspect extends ProspectColumns {
  readonly id: string;
  readonly searchText: string;
}

/** What all rows of one writing have in common. */
export interface Writing {
  readonly importId: string | null;
  readonly at: Date;
}

/** The writing of a batch of prospects. */
export interface IntakeWriting extends Writing {
  /** Sites the open transaction made itself: nothing stands there yet. */
  readonly newSites: ReadonlySet<string>;
}

/** What a prospect shows of its site. */
const DERIVED = {
  columns: `(select count(*) from contact_places cp join contacts c on c.id = cp.contact_id
      where cp.site_id = f.site_id and not cp.is_former and c.archived_at is null),
    t.at, t.member_id,
    exists (select 1 from suppressions s where s.site_id = f.site_id and s.client_id is null and s.lifted_at is null)`,
  join: `left join lateral (
      select at, member_id from touches where site_id = f.site_id and archived_at is null order by at desc, id desc limit 1
    ) t on true`,
} as const;

/** What it shows where nothing stands there: of most sites of an import, which are new. */
const NOTHING_DERIVED = { columns: '0, null, null, false', join: '' } as const;

/** The statements of bringing prospects in, each over a whole batch. */
@Injectable()
export class ProspectIntakeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Prospects of these sites, archived ones too, with their rows locked in the order of their ids. Each is looked up by an index, whatever the
   * planner believes of a table it has no figures of yet.
   */
  async known(siteIds: readonly string[]): Promise<KnownProspect[]> {
    if (siteIds.length === 0) return [];
    return this.query(
      `select p.* from (
         select f.id from unnest($1::uuid[]) s(site_id)
         cross join lateral (select id from prospects where site_id = s.site_id offset 0) f order by f.id
       ) w cross join lateral (
         select id, site_id as "siteId", site_key as "siteKey", status, owner_member_id as "ownerMemberId", language, country, notes, stage,
         revision, updated_at::text as "updatedAt"
         from prospects where id = w.id for no key update
       ) p`,
      [idArray(siteIds)],
    );
  }

  /** Writes prospects down; answers the ids of those whose site had none, also not a moment ago. */
  async insert(
    rows: readonly FreshProspect[],
    { importId, at, newSites }: IntakeWriting,
  ): Promise<ReadonlySet<string>> {
    const { workspaceId, userId = null } = this.database.scope();
    const siteIds = rows.map((row) => row.siteId);
    const derived = (await this.anyAt(siteIds.filter((id) => !newSites.has(id)))) ? DERIVED : NOTHING_DERIVED;
    const inserted = await this.query<{ id: string }>(
      `insert into prospects (workspace_id, id, site_id, site_key, status, owner_member_id, language, country, notes, stage, search_text,
         import_id, created_by, created_at, updated_at, contact_count, last_touch_at, last_touch_member_id, do_not_contact)
       select $1, f.id, f.site_id, f.site_key, f.status, f.owner, f.language, f.country, f.notes, f.stage, f.search_text, $2, $3, $4, $4,
         ${derived.columns}
       from unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])
         as f (id, site_id, site_key, status, owner, language, country, notes, stage, search_text)
       ${derived.join}
       on conflict (workspace_id, site_id) do nothing returning id`,
      [
        workspaceId,
        importId,
        userId,
        at,
        idArray(rows.map((row) => row.id)),
        idArray(siteIds),
        textArray(rows.map((row) => row.siteKey)),
        textArray(rows.map((row) => row.status)),
        idArray(rows.map((row) => row.ownerMemberId)),
        textArray(rows.map((row) => row.language)),
        textArray(rows.map((row) => row.country)),
        textArray(rows.map((row) => row.notes)),
        textArray(rows.map((row) => row.stage)),
        textArray(rows.map((row) => row.searchText)),
      ],
    );
    return new Set(inserted.map((row) => row.id));
  }

  /** Whether anything stands at these sites that a prospect shows: contacts, touches, or the wish to be left alone. */
  private async anyAt(siteIds: readonly string[]): Promise<boolean> {
    if (siteIds.length === 0) return false;
    const rows = await this.query<{ any: boolean }>(
      `select exists (select from contact_places where site_id = any ($1::uuid[]))
         or exists (select from touches where site_id = any ($1::uuid[]))
         or exists (select from suppressions where site_id = any ($1::uuid[])) as any`,
      [idArray(siteIds)],
    );
    return rows[0]?.any ?? true;
  }

  /** Writes the columns of known prospects, one revision further. */
  async update(rows: readonly ChangedProspect[], at: Date): Promise<void> {
    await this.query(
      `update prospects p set status = c.status, owner_member_id = c.owner, language = c.language, country = c.country, notes = c.notes,
         stage = c.stage, search_text = c.search_text, revision = p.revision + 1, updated_at = $1
       from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
         as c (id, status, owner, language, country, notes, stage, search_text)
       where p.id = c.id`,
      [
        at,
        rows.map((row) => row.id),
        rows.map((row) => row.status),
        rows.map((row) => row.ownerMemberId),
        rows.map((row) => row.language),
        rows.map((row) => row.country),
        rows.map((row) => row.notes),
        rows.map((row) => row.stage),
        rows.map((row) => row.searchText),
      ],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
