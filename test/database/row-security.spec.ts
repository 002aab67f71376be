import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { INSTALLATION_TABLES } from '../../src/platform/database/installation-tables.js';
import type { WorkspaceScope } from '../../src/platform/database/scope.js';
import { putAnyRow } from './any-row.js';
import { startPlatform, type TestPlatform } from './platform.js';

const A = newId();
const B = newId();
const CLIENT = newId();
const OTHER_CLIENT = newId();

interface TenantTable {
  readonly name: string;
  /** Column that holds the workspace. */
  readonly workspace: string;
  /** Column that limited members are limited by, or null. */
  readonly client: string | null;
  readonly mayChange: boolean;
}

describe('row-level security', () => {
  let app: TestPlatform;
  let database: Database;
  let tables: TenantTable[];

  beforeAll(async () => {
    app = await startPlatform();
    database = app.get(Database);
    tables = await tenantTables();
    for (const table of tables) {
      for (const workspace of [A, B]) {
        for (const client of [CLIENT, OTHER_CLIENT]) {
          await putAnyRow(app.database, table.name, {
            [table.workspace]: workspace,
            ...(table.client !== null && table.client !== table.workspace && { [table.client]: client }),
          }).catch(doubleOfTheSame);
        }
      }
    }
  });
  afterAll(() => app.close());

  async function tenantTables(): Promise<TenantTable[]> {
    return app.database.asOwner<TenantTable & Record<string, unknown>>(
      `select c.relname as name,
         case when c.relname = 'workspaces' then 'id' else 'workspace_id' end as workspace,
         case when c.relname = 'clients' then 'id'
           when exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'client_scope') then 'client_id' end as client,
         has_table_privilege('linkledger_app', c.oid, 'update') as "mayChange"
       from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and c.relname <> all ($1) order by 1`,
      [INSTALLATION_TABLES],
    );
  }

  /** Tables whose key is the workspace hold one row each. */
  function doubleOfTheSame(error: unknown): void {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
  }

  /** Every row a scope comes to when nobody asks for a workspace. */
  const all = (
    scope: WorkspaceScope | null,
    { name, workspace, client }: TenantTable,
  ): Promise<{ workspace: string; client: string | null }[]> => {
    const read = (): Promise<{ workspace: string; client: string | null }[]> =>
      database
        .manager()
        .query(`select ${workspace} as workspace, ${client ?? 'null'} as client from ${name}`);
    return scope === null ? database.inInstallation(read) : database.inWorkspace(scope, read);
  };

  const inEvery = async (check: (table: TenantTable) => Promise<void>): Promise<void> => {
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) await check(table);
  };

  it('gives a workspace its own rows and no others, though no query asks for it', () =>
    inEvery(async (table) => {
      for (const workspaceId of [A, B]) {
        const seen = new Set((await all({ workspaceId }, table)).map((row) => row.workspace));
        expect([table.name, [...seen]]).toEqual([table.name, [workspaceId]]);
      }
    }));

  it('gives nothing without a workspace', () =>
    inEvery(async (table) => {
      expect([table.name, await all(null, table)]).toEqual([table.name, []]);
    }));

  it('gives nothing to a workspace that is not there', () =>
    inEvery(async (table) => {
      expect([table.name, await all({ workspaceId: newId() }, table)]).toEqual([table.name, []]);
    }));

  it('gives a member limited to a client the rows of that client alone', () =>
    inEvery(async (table) => {
      if (table.client === null) return;
      const seen = await all({ workspaceId: A, clientIds: [CLIENT] }, table);
      const strangers = seen.filter((row) => row.client !== null && row.client !== CLIENT);
      expect([table.name, strangers]).toEqual([table.name, []]);
      if (table.name !== 'clients') expect([table.name, seen.length]).toEqual([table.name, 1]);
      const none = await all({ workspaceId: A, clientIds: [] }, table);
      expect([table.name, none.filter((row) => row.client !== null)]).toEqual([table.name, []]);
    }));

  it('changes and removes no row of another workspace', () =>
    inEvery(async ({ name, workspace, mayChange }) => {
      if (!mayChange) return;
      const touched = await database.inWorkspace({ workspaceId: A }, () =>
        database
          .manager()
          .query<[unknown, number]>(
            `update ${name} set ${workspace} = ${workspace} where ${workspace} = $1`,
            [B],
          ),
      );
      expect([name, touched[1]]).toEqual([name, 0]);
    }));

  it('accepts no row for another workspace', () =>
    inEvery(async ({ name, workspace }) => {
      const smuggled = database.inWorkspace({ workspaceId: A }, () =>
        database
          .manager()
          .query(
            `insert into ${name} select r.* from jsonb_populate_record(null::${name}, jsonb_build_object('id', $2::uuid, 'event_id', $2::uuid, '${workspace}', $1::uuid)) r`,
            [B, newId()],
          ),
      );
      await expect(smuggled).rejects.toMatchObject({
        message: expect.stringContaining('row-level security'),
      });
    }));

  it('lets a migration of the owner touch every row', () =>
    inEvery(async ({ name, workspace }) => {
      const rows = await app.database.asOwner<{ is: boolean }>(
        `with touched as (update ${name} set ${workspace} = ${workspace} returning 1)
         select (select count(*) from touched) > 1 as is`,
      );
      expect([name, rows[0]?.is]).toEqual([name, true]);
    }));
});
