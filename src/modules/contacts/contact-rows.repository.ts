import { Injectable } from '@nestjs/common';
import { type ContactDraft, summarise } from '../../core/contacts/contact-draft.js';
import type { Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';

/** What acts must know of a contact's row. */
export interface ContactHead {
  readonly id: string;
  readonly revision: number;
  readonly objectedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly erasedAt: Date | null;
}

/** Columns an act may write, by their names in the database. */
export type ContactColumns = Partial<Record<ContactColumn, string | Date | null>>;
type ContactColumn =
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'position'
  | 'language'
  | 'form_of_address'
  | 'time_zone'
  | 'country'
  | 'notes'
  | 'objected_at'
  | 'archived_at'
  | 'erased_at';

/** Rows of contacts in the open transaction. */
@Injectable()
export class ContactRowsRepository {
  constructor(private readonly database: Database) {}

  /** The contact with its row locked, so that acts on it follow one another. */
  async lock(id: string): Promise<ContactHead | null> {
    const rows = await this.query<ContactHead>(
      `select id, revision, objected_at as "objectedAt", archived_at as "archivedAt", erased_at as "erasedAt"
       from contacts where id = $1 for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async update(id: string, columns: ContactColumns): Promise<void> {
    const names = Object.keys(columns);
    if (names.length === 0) return;
    const assigned = names.map((name, place) => `${name} = $${place + 2}`).join(', ');
    await this.query(`update contacts set ${assigned} where id = $1`, [id, ...Object.values(columns)]);
  }

  /** Writes what lists and searches need of contacts that were changed, and their next revision. */
  async writeSummaries(drafts: ReadonlyMap<string, ContactDraft>, at: Date): Promise<void> {
    if (drafts.size === 0) return;
    const rows = [...drafts].map(([id, draft]) => ({ id, ...summarise(draft) }));
    await this.query(
      `update contacts c set name_key = x."nameKey", main_address = x."mainAddress", main_address_status = x."mainAddressStatus",
         ground = x.ground, is_former = x."isFormer", search_text = x."searchText", revision = c.revision + 1, updated_at = $2
       from jsonb_to_recordset($1::jsonb) as x (id uuid, "nameKey" text, "mainAddress" text, "mainAddressStatus" text, ground text,
         "isFormer" boolean, "searchText" text)
       where c.workspace_id = $3 and c.id = x.id`,
      [JSON.stringify(rows), at, this.database.scope().workspaceId],
    );
  }

  /** The contact and where it works now: the timelines its events belong on. */
  async subjects(id: string): Promise<Subject[]> {
    const rows = await this.query<{ siteId: string | null; publisherId: string | null }>(
      'select site_id as "siteId", publisher_id as "publisherId" from contact_places where contact_id = $1 and not is_former',
      [id],
    );
    const places = rows.map(
      ({ siteId, publisherId }): Subject =>
        siteId === null ? { kind: 'publisher', id: String(publisherId) } : { kind: 'site', id: siteId },
    );
    return [{ kind: 'contact', id }, ...places];
  }

  /** Whether these sites are all there. */
  async areSites(ids: readonly string[]): Promise<boolean> {
    const rows = await this.query<unknown>('select 1 from sites where id = any ($1::uuid[]) for key share', [
      ids,
    ]);
    return rows.length === new Set(ids).size;
  }

  async isPublisher(id: string): Promise<boolean> {
    const rows = await this.query<unknown>('select 1 from publishers where id = $1 for key share', [id]);
    return rows.length > 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
