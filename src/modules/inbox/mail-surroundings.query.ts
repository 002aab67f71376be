import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/i18n/catalogue.js';

/** What a person taught about a sender. */
export interface Teaching {
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly ignore: boolean;
}

/** What is known around a mail that came in: people by their addresses, publishers of sites, our own addresses. In the open transaction. */
@Injectable()
export class MailSurroundings {
  constructor(private readonly database: Database) {}

  /** The person with an address; null where nobody has it. */
  async contactOf(addressKey: string): Promise<string | null> {
    if (addressKey === '') return null;
    const rows = await this.query<{ id: string }>(
      `select c.id from contact_addresses a join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
       where a.address_key = $1 and a.archived_at is null and c.archived_at is null and c.erased_at is null
       order by a.created_at, a.id limit 1`,
      [addressKey],
    );
    return rows[0]?.id ?? null;
  }

  /** Publishers that stand behind these sites now. */
  async publishersOf(siteIds: readonly string[]): Promise<string[]> {
    const found = await Promise.all(
      siteIds.map((siteId) =>
        this.query<{ id: string }>(
          'select distinct publisher_id as id from site_publishers where site_id = $1 and ended_at is null',
          [siteId],
        ),
      ),
    );
    return [...new Set(found.flat().map(({ id }) => id))];
  }

  /** Keys of every address the team writes from, also of mailboxes that are gone. */
  async ownAddresses(): Promise<string[]> {
    const rows = await this.query<{ key: string }>('select address_key as key from mailboxes', []);
    return rows.map(({ key }) => key);
  }

  /** The language of the workspace, for what the program writes to all of it. */
  async language(): Promise<Locale> {
    const rows = await this.query<{ locale: Locale }>('select locale from workspaces', []);
    return rows[0]?.locale ?? 'en';
  }

  async teaching(addressKey: string): Promise<Teaching | null> {
    if (addressKey === '') return null;
    const rows = await this.query<Teaching>(
      'select site_id as "siteId", contact_id as "contactId", ignore from match_teachings where from_address_key = $1',
      [addressKey],
    );
    return rows[0] ?? null;
  }

  /** Sites of pitches, without repetition. */
  async sitesOf(pitchIds: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select distinct site_id as id from pitches where id = any ($1::uuid[]) and site_id is not null',
      [pitchIds],
    );
    return rows.map(({ id }) => id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
