import { createHash } from 'node:crypto';
import pg from 'pg';
import type { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { SEALED_COLUMNS, type SealedColumn } from '../../src/platform/crypto/sealed-columns.js';
import { newId } from '../../src/platform/database/id.js';
import type { TestDatabase } from '../database/test-database.js';

/** A row with a sealed text: which text it holds is told by its number, which only grows. */
export interface SealedRecord {
  readonly column: SealedColumn;
  readonly workspaceId: string;
  readonly key: string | Buffer;
  readonly field: string;
  number: number;
}

const MAILBOXES = 120;
const STATES = 40;

export function textOf({ column, field }: SealedRecord, number: number): string {
  return `${column.table} ${field} ${number}`;
}

/** A connection that is allowed to break: the database is dropped under it at the end. */
export function connection(clientUrl: string): pg.Client {
  const client = new pg.Client({ connectionString: clientUrl });
  client.on('error', () => undefined);
  return client;
}

/** Makes two workspaces with some hundred rows in every table that holds something sealed. */
export async function sealRecords(database: TestDatabase, ring: KeyRing): Promise<SealedRecord[]> {
  const client = connection(database.ownerUrl);
  await client.connect();
  const records: SealedRecord[] = [];
  try {
    for (const name of ['one', 'two']) {
      const workspaceId = newId();
      await client.query(
        `insert into workspaces (id, name, time_zone, locale, settings, is_demo, created_at)
         values ($1, $2, 'UTC', 'en', '{}', false, clock_timestamp())`,
        [workspaceId, name],
      );
      for (const row of rowsOf(name)) {
        const [column] = SEALED_COLUMNS.filter(({ table }) => table === row.table);
        if (column === undefined) throw new Error(`nothing in ${row.table} is sealed`);
        const record = { column, workspaceId, key: row.key, field: row.field, number: 0 };
        const sealed = await ring.seal(textOf(record, 0), record);
        await client.query(row.sql, [workspaceId, row.key, row.name, sealed]);
        records.push(record);
      }
    }
  } finally {
    await client.end();
  }
  return records;
}

interface Row extends Pick<SealedRecord, 'key' | 'field'> {
  readonly table: string;
  readonly name: string;
  /** With the workspace, the key, the name and the sealed text as its values. */
  readonly sql: string;
}

function rowsOf(name: string): Row[] {
  const numbers = (many: number) => Array.from({ length: many }, (_, no) => no);
  return [
    ...numbers(MAILBOXES).map((no) => {
      const id = newId();
      return {
        table: 'mailboxes',
        key: id,
        field: `mailbox:${id}`,
        name: `${no}@${name}.example`,
        sql: MAILBOX,
      };
    }),
    ...['hunter', 'ahrefs', 'moz', 'search'].map((service) => ({
      ...{
        table: 'service_keys',
        key: newId(),
        field: `service_keys.${service}`,
        name: service,
        sql: SERVICE,
      },
    })),
    ...['google', 'microsoft', 'custom'].map((provider) => ({
      ...{ table: 'oauth_apps', key: newId(), field: `oauth_apps.${provider}`, name: provider, sql: APP },
    })),
    ...numbers(STATES).map((no) => {
      const key = createHash('sha256').update(`${name} ${no}`).digest();
      return { table: 'oauth_states', key, field: 'oauth_states.verifier', name: newId(), sql: STATE };
    }),
  ];
}

const MAILBOX = `insert into mailboxes (workspace_id, id, address, address_key, sign_in, sealed_secret, created_at, updated_at)
  values ($1, $2, $3, $3, 'password', $4, clock_timestamp(), clock_timestamp())`;
const SERVICE = `insert into service_keys (workspace_id, id, service, hint, sealed_key, created_at)
  values ($1, $2, $3, '', $4, clock_timestamp())`;
const APP = `insert into oauth_apps (workspace_id, id, provider, client_id, sealed_secret, created_at, updated_at)
  values ($1, $2, $3, $3, $4, clock_timestamp(), clock_timestamp())`;
const STATE = `insert into oauth_states (workspace_id, state_hash, user_id, provider, sealed_verifier, created_at, expires_at)
  values ($1, $2, $3, 'google', $4, clock_timestamp(), clock_timestamp() + interval '1 day')`;
