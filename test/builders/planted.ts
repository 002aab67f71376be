import { INSTALLATION_TABLES } from '../../src/platform/database/installation-tables.js';
import { putAnyRow } from '../database/any-row.js';
import type { TestDatabase } from '../database/test-database.js';

/** No word and no number of any answer looks like these by chance. */
export const PLANTED_TEXT = 'zqplanted';
export const PLANTED_NUMBER = 773_311_97;
export const PLANTED = new RegExp(`${PLANTED_TEXT}|${PLANTED_NUMBER}|773[.,  ]?311[.,]97`, 'i');

/** Texts that people of a client are meant to read; everything else in the database must never reach them. */
const MAY_BE_READ: readonly string[] = [
  'workspaces.name',
  'workspaces.time_zone',
  'workspaces.locale',
  'clients.name',
  'brands.name',
  'campaigns.name',
  'members.name',
  'members.role',
  'placements.source_url',
  'placements.source_host',
  'placements.target_url',
  'placements.seen_anchor',
  'placements.seen_rel',
  'sites.site_key',
  'sites.host',
  'prospects.language',
  'target_pages.url',
  'site_latest_metrics.source',
  'site_latest_metrics.metric',
  'approvals.note',
  'approvals.reason',
  'approval_comments.body',
  'reports.comment',
  'pitch_files.name',
  'pitch_files.type',
];

/** What the program itself steers by: changed, it would not work any more, and no person wrote it. */
const STEERS: readonly string[] = [
  'placements.last_verdicts',
  'placements.memory',
  'placements.evidence_hash',
  'pitches.kind',
  'pitches.stage',
  'pitches.approval_states',
  'approvals.content',
  'reports.content',
  'clients.logo_type',
  'pitch_files.field_key',
  'sites.path_prefix',
];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/**
 * Puts a row into every table of a workspace and then the planted word or number into every column that can hold it: prices, addresses,
 * names, notes, mails, whatever is added later. Answers the columns that hold it then, as `table.column`.
 */
export async function plantEverywhere(
  database: TestDatabase,
  { workspaceId, clientId }: { workspaceId: string; clientId: string },
): Promise<string[]> {
  const columns = await columnsOf(database);
  const fixed = { workspace_id: workspaceId, client_id: clientId, currency: 'EUR', price_minor: '1' };
  for (const table of new Set(columns.map((column) => column.table))) {
    if (ROWS_OF_THEIR_OWN.includes(table)) continue;
    const known = new Set((await columnNames(database, table)).map(({ name }) => name));
    const given = Object.fromEntries(Object.entries(fixed).filter(([name]) => known.has(name)));
    await putAnyRow(database, table, given).catch(doubleOfTheSame);
  }
  await database.asAdmin(
    `set session_replication_role = replica; ${columns.map(planting(workspaceId)).join('\n')}`,
  );
  const held = columns.map(({ table, name }) => {
    const place = `${table}.${name}`;
    return `(select '${place}' as place from ${table} where workspace_id = '${workspaceId}' and ${name}::text ~ '${PLANTED_TEXT}|${PLANTED_NUMBER}' limit 1)`;
  });
  const rows = await database.asOwner<{ place: string }>(held.join(' union all '));
  return rows.map(({ place }) => place);
}

/** Tables whose loose rows would be nobody: who is a member, what was asked and what was sent stays as the program made it. */
const ROWS_OF_THEIR_OWN = [
  ...['workspaces', 'clients', 'members', 'member_clients', 'campaigns', 'pitches', 'placements'],
  ...['approvals', 'approval_comments', 'reports', 'report_links'],
];

/** Tables with a key of their own besides the id hold the row they have. */
function doubleOfTheSame(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
}

/** Columns of texts, and of numbers that are called like money. */
async function columnsOf(database: TestDatabase): Promise<Column[]> {
  const all = await database.asOwner<Column & Record<string, unknown>>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
       and not a.attisdropped and c.relname <> all ($1)
       and exists (select 1 from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
       and (format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
         or a.attname ~ '(minor|amount|price|rate|budget)'
           and format_type(a.atttypid, null) in ('bigint', 'integer', 'numeric', 'double precision'))
     order by 1, 2`,
    [INSTALLATION_TABLES],
  );
  const spared = [...MAY_BE_READ, ...STEERS];
  return all.filter(({ table, name }) => !spared.includes(`${table}.${name}`));
}

function columnNames(database: TestDatabase, table: string): Promise<{ name: string }[]> {
  return database.asOwner(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  );
}

const OWN_WORD = `'${PLANTED_TEXT}' || substr(md5(ctid::text), 1, 6)`;

/** Values to try by type: a word, then an address where only an address fits. Columns of closed words take none. */
const VALUES: Readonly<Record<string, (name: string) => readonly string[]>> = {
  text: () => [OWN_WORD, `${OWN_WORD} || '@${PLANTED_TEXT}.example'`],
  'text[]': () => [`array['${PLANTED_TEXT}']`],
  jsonb: (name) => [
    `case when jsonb_typeof(${name}) = 'object' then ${name} || '{"${PLANTED_TEXT}": "${PLANTED_TEXT}", "price": ${PLANTED_NUMBER}}' else ${name} end`,
  ],
};

/** A block that tries the values one after another and goes on where a check refuses them all. */
function planting(workspaceId: string): (column: Column) => string {
  return ({ table, name, type }) => {
    const values = VALUES[type]?.(name) ?? [String(PLANTED_NUMBER)];
    const updates = values.map(
      (value) => `update ${table} set ${name} = ${value} where workspace_id = '${workspaceId}';`,
    );
    const tries = updates.reduceRight(
      (rest, update) => `begin ${update} exception when others then ${rest} end;`,
      'null;',
    );
    return `do $do$ begin ${tries} end $do$;`;
  };
}
