import { Injectable } from '@nestjs/common';
import type { AddressStatus } from '../../core/contacts/contact.js';
import { Database } from '../../platform/database/database.js';

/** An address in use, as acts and checks need it. */
export interface AddressRow {
  readonly id: string;
  readonly contactId: string;
  readonly address: string;
  readonly key: string;
  readonly isMain: boolean;
  readonly status: AddressStatus;
  readonly checkedBy: string | null;
}

/** What a look at an address came to. */
export interface AddressResult {
  readonly id: string;
  readonly status: AddressStatus;
  readonly finding: string;
}

const COLUMNS = `id, contact_id as "contactId", address, address_key as key, is_main as "isMain", status, checked_by as "checkedBy"`;

/** Rows of addresses in the open transaction. */
@Injectable()
export class AddressRowsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<AddressRow | null> {
    const rows = await this.query<AddressRow>(
      `select ${COLUMNS} from contact_addresses where id = $1 and archived_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  ofContacts(ids: readonly string[]): Promise<AddressRow[]> {
    return this.query(
      `select ${COLUMNS} from contact_addresses where contact_id = any ($1::uuid[]) and archived_at is null order by created_at, id`,
      [ids],
    );
  }

  async insert(row: {
    id: string;
    contactId: string;
    address: string;
    key: string;
    isMain: boolean;
    at: Date;
  }): Promise<void> {
    await this.query(
      `insert into contact_addresses (workspace_id, id, contact_id, address, address_key, is_main, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.database.scope().workspaceId, row.id, row.contactId, row.address, row.key, row.isMain, row.at],
    );
  }

  /** Makes one address of a contact the main one. */
  async setMain(contactId: string, id: string): Promise<void> {
    await this.query(
      'update contact_addresses set is_main = (id = $2) where contact_id = $1 and is_main <> (id = $2)',
      [contactId, id],
    );
  }

  async setStatus(id: string, status: AddressStatus, at: Date): Promise<void> {
    await this.query(
      `update contact_addresses set status = $2, finding_code = null, checked_at = $3, checked_by = 'hand' where id = $1`,
      [id, status, at],
    );
  }

  async archive(id: string, at: Date): Promise<void> {
    await this.query('update contact_addresses set archived_at = $2, is_main = false where id = $1', [
      id,
      at,
    ]);
  }

  /** Writes results of checks, and the status a contact's list shows where it is its main address. */
  async record(results: readonly AddressResult[], by: string, at: Date): Promise<void> {
    if (results.length === 0) return;
    await this.query(
      `with found as (
         select * from jsonb_to_recordset($1::jsonb) as x (id uuid, status text, finding text)
       ), written as (
         update contact_addresses a set status = found.status, finding_code = found.finding, checked_at = $3, checked_by = $4
         from found where a.workspace_id = $2 and a.id = found.id and a.archived_at is null
         returning a.contact_id, a.address, a.status
       )
       update contacts c set main_address_status = written.status from written
       where c.workspace_id = $2 and c.id = written.contact_id and c.main_address = written.address
         and c.main_address_status is distinct from written.status`,
      [JSON.stringify(results), this.database.scope().workspaceId, at, by],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
