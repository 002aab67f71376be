import type { TestDatabase } from '../../database/test-database.js';

/** Tables in which a refusal leaves a trace on purpose. */
const TRACES = ['audit_events', 'limits'];

/** One hash over all rows of all tables, or over those of one workspace: equal before and after means nothing changed. */
export async function tableHash(database: TestDatabase, workspaceId: string | null = null): Promise<string> {
  const tables = await database.asOwner<{ name: string; hasWorkspace: boolean }>(
    `select c.relname as name, a.attname is not null as "hasWorkspace" from pg_class c
     left join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by 1`,
    [TRACES],
  );
  const wanted = tables.filter((table) => workspaceId === null || table.hasWorkspace);
  const where = workspaceId === null ? '' : `where t.workspace_id = '${workspaceId}'`;
  const parts = wanted.map(
    ({ name }) =>
      `select '${name}' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as part from "${name}" t ${where}`,
  );
  const [row] = await database.asOwner<{ hash: string }>(
    `select md5(string_agg(part, ',' order by part)) as hash from (${parts.join(' union all ')}) parts`,
  );
  return String(row?.hash);
}
