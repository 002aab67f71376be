import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Takes a person out of the tables of contacts, in the open transaction. */
@Injectable()
export class ContactErasureRepository {
  constructor(private readonly database: Database) {}

  /** All addresses the contact ever had here, each once. */
  addresses(id: string): Promise<{ address: string; key: string }[]> {
    return this.query(
      `select distinct on (address_key) address, address_key as key from contact_addresses where contact_id = $1 order by address_key`,
      [id],
    );
  }

  async erase(id: string, keys: readonly string[], at: Date): Promise<void> {
    await this.query(
      'delete from contact_proposals where contact_id = $1 or address_key = any ($2::text[])',
      [id, keys],
    );
    for (const table of ['contact_addresses', 'contact_places', 'contact_grounds']) {
      await this.query(`delete from ${table} where contact_id = $1`, [id]);
    }
    await this.query(
      `update contacts set name = '', name_key = '', first_name = '', last_name = '', position = '', language = null, form_of_address = 'unknown',
         time_zone = null, country = null, notes = '', main_address = null, main_address_status = null, ground = null, search_text = '', corresponded_on = null,
         corresponded_mailbox_id = null,
         is_former = true, revision = revision + 1, updated_at = $2, archived_at = coalesce(archived_at, $2), erased_at = $2
       where id = $1`,
      [id, at],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
