import pg from 'pg';
import { newId } from '../../src/platform/database/id.js';
import type { TestDatabase } from './test-database.js';

/** A column as the catalogue tells of it. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

/** Texts that satisfy the checks on free text: an address is also a host, a mail address and lower case. */
const TEXTS = [
  'x',
  'en',
  'a@b.example',
  'b.example',
  'https://b.example/',
  'https:b.example:443',
  'XX',
  'XXX',
];

/** Columns that may be empty, but of which a check wants one. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  conditions: ['site_id'],
  contact_places: ['site_id'],
  outbound_messages: ['enrollment_id', 'step_no', 'client_id'],
  reclamations: ['site_id'],
  sequence_steps: ['template_id'],
  suppressions: ['site_id'],
};

/**
 * Puts any acceptable row into a table, without regard to what it refers to: for tests that ask who may see a row, not
 * what it means. `fixed` gives the columns that matter.
 */
export async function putAnyRow(
  database: TestDatabase,
  table: string,
  fixed: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = await columnsOf(database, table);
  const checks = await checksOf(database, table);
  const also = ONE_OF[table] ?? [];
  const wanted = columns.filter(({ name, needed }) => needed || name in fixed || also.includes(name));
  const values = wanted.map(
    (column) => [column.name, fixed[column.name] ?? valueFor(column, checks)] as const,
  );
  for (const text of TEXTS) {
    const row = Object.fromEntries(values.map(([name, value]) => [name, value === null ? text : value]));
    if (await isPut(database, table, row)) return;
  }
  throw new Error(`no row could be made for ${table}: teach any-row.ts its checks`);
}

async function isPut(
  database: TestDatabase,
  table: string,
  row: Readonly<Record<string, string>>,
): Promise<boolean> {
  const names = Object.keys(row).join(', ');
  const given = `jsonb_populate_record(null::${table}, ${pg.escapeLiteral(JSON.stringify(row))}::jsonb)`;
  try {
    // References are triggers, and a replica fires none.
    await database.asAdmin(
      `set session_replication_role = replica; insert into ${table} (${names}) select ${names} from ${given}`,
    );
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23514') return false;
    throw error;
  }
}

function columnsOf(database: TestDatabase, table: string): Promise<Column[]> {
  return database.asOwner<Column & Record<string, unknown>>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef as needed
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
}

async function checksOf(database: TestDatabase, table: string): Promise<string[]> {
  const rows = await database.asOwner<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  return rows.map((row) => row.text);
}

/** A value by type; null means "a text, to be tried". */
function valueFor(column: Column, checks: readonly string[]): string | null {
  if (column.type === 'uuid') return newId();
  if (column.type === 'bytea') return `\\x${'00'.repeat(16)}`;
  if (column.type === 'boolean') return 'false';
  if (column.type === 'jsonb') return '{}';
  if (column.type.startsWith('timestamp') || column.type === 'date') return '2026-11-01T09:00:00Z';
  if (/^(integer|bigint|smallint|numeric|double)/.test(column.type)) return '1';
  if (column.type.endsWith('[]')) return '{x}';
  return oneOf(column.name, checks);
}

/** The first of the words a check allows, if it lists any. */
function oneOf(column: string, checks: readonly string[]): string | null {
  const list = checks.find((check) => check.includes(`(${column} = ANY`) || check.includes(`(${column} = '`));
  return list === undefined ? null : (/'([^']+)'::text/.exec(list)?.[1] ?? null);
}
