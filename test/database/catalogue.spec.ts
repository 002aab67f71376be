import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { INSTALLATION_TABLES } from '../../src/platform/database/installation-tables.js';
import { startApp, type TestApp } from '../http/app.js';

describe('the catalogue of the database', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const named = async (sql: string, values: unknown[] = []): Promise<string[]> =>
    (await app.database.asOwner<{ name: string }>(sql, values)).map((row) => row.name);

  const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

  it('names every table without row-level security as one of the installation', async () => {
    const open = await named(
      `select c.relname as name from pg_class c where ${OURS} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    expect(open).toEqual([...INSTALLATION_TABLES]);
  });

  it('holds every other table to its workspace, for reading and for writing', async () => {
    const unheld = await named(
      `select c.relname as name from pg_class c where ${OURS} and c.relname <> all ($1) and not exists (
         select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_only' and p.polpermissive and p.polcmd = '*'
           and p.polroles = array['linkledger_app'::regrole::oid]
           and pg_get_expr(p.polqual, p.polrelid) ~ $2 and pg_get_expr(p.polwithcheck, p.polrelid) ~ $2)`,
      [
        INSTALLATION_TABLES,
        `^\\((workspace_id|id) = \\(NULLIF\\(current_setting\\('app.workspace_id'::text, true\\), ''::text\\)\\)::uuid\\)$`,
      ],
    );
    expect(unheld).toEqual([]);
  });

  it('has no second permissive policy for the application, which would open what the first one holds', async () => {
    const opened = await named(
      `select c.relname || ' ' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
       where p.polpermissive and p.polname <> 'workspace_only' and (p.polroles = '{0}' or 'linkledger_app'::regrole::oid = any (p.polroles))`,
    );
    expect(opened).toEqual([]);
  });

  it('keys every tenant table by its workspace', async () => {
    const keyed = await named(
      `select c.relname as name from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
       where ${OURS} and c.relname <> all ($1) and c.relname <> 'workspaces'
         and k.conkey[1] <> (select attnum from pg_attribute where attrelid = c.oid and attname = 'workspace_id')`,
      [INSTALLATION_TABLES],
    );
    expect(keyed).toEqual([]);
  });

  it('gives the application no right on a partition, where no policy would hold it', async () => {
    const rights = await named(
      `select c.relname as name from pg_class c where c.relispartition and c.relkind = 'r'
         and (has_table_privilege('linkledger_app', c.oid, 'select') or has_table_privilege('linkledger_app', c.oid, 'insert'))`,
    );
    expect(rights).toEqual([]);
    const partitions = await named(
      `select c.relname as name from pg_class c where c.relispartition and c.relkind = 'r'`,
    );
    expect(partitions.length).toBeGreaterThan(0);
  });

  it('lets only the application call definer functions, with a fixed search path', async () => {
    const loose = await named(
      `select p.proname as name from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef and (
         has_function_privilege('public', p.oid, 'execute') or not coalesce(p.proconfig::text ~ 'search_path', false)
         or pg_get_userbyid(p.proowner) not in ('linkledger_definer', 'linkledger_owner'))`,
    );
    expect(loose).toEqual([]);
  });

  it('gives the application no way to change the schema', async () => {
    const rows = await app.database.asOwner(
      `select has_schema_privilege('linkledger_app', 'public', 'create') as schema,
         has_database_privilege('linkledger_app', current_database(), 'create') as database,
         pg_has_role('linkledger_app', 'linkledger_owner', 'member') as owner`,
    );
    expect(rows).toEqual([{ schema: false, database: false, owner: false }]);
  });

  it('has every column an entity speaks of, with its type and its "may be empty"', async () => {
    const columns = await app.database.asOwner<{ key: string; type: string; nullable: boolean }>(
      `select c.relname || '.' || a.attname as key, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where ${OURS}`,
    );
    const known = new Map(columns.map(({ key, type, nullable }) => [key, { type, nullable }]));
    const spoken = app.get(DataSource).entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        key: `${entity.tableName}.${column.databaseName}`,
        type: typeName(column.type, column.isArray),
        nullable: column.isNullable,
      })),
    );
    expect(spoken.length).toBeGreaterThan(0);
    const different = spoken.filter(({ key, type, nullable }) => {
      const is = known.get(key);
      return is === undefined || is.type !== type || is.nullable !== nullable;
    });
    expect(different.map((column) => ({ ...column, is: known.get(column.key) }))).toEqual([]);
  });
});

/** The catalogue's name of a type an entity names. */
function typeName(type: unknown, isArray: boolean): string {
  const names: Record<string, string> = {
    timestamptz: 'timestamp with time zone',
    int: 'integer',
    int4: 'integer',
    bool: 'boolean',
  };
  const name = typeof type === 'string' ? type : type === String ? 'character varying' : String(type);
  return `${names[name] ?? name}${isArray ? '[]' : ''}`;
}
