import type { TestDatabase } from '../database/test-database.js';

/** What remembers that something happened, and files and their way in: it stays after an undo on purpose. */
const MEMORY = [
  'audit_events',
  'event_deliveries',
  'event_subjects',
  'events',
  'import_batches',
  'import_changes',
  'import_mappings',
  'imports',
  'jobs',
  'limits',
  'notifications',
  'upload_parts',
  'uploads',
];

/** A hash of all rows of each table of a workspace that holds records: equal before and after means nothing is left of what was between. */
export async function checksums(
  database: TestDatabase,
  workspaceId: string,
): Promise<Record<string, string>> {
  const tables = await database.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by 1`,
    [MEMORY],
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash
       from "${name}" t where t.workspace_id = $1`,
  );
  const rows = await database.asOwner<{ name: string; hash: string }>(parts.join(' union all '), [
    workspaceId,
  ]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
