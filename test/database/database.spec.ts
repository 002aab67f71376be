import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { startPlatform, type TestPlatform } from './platform.js';

const A = newId();
const B = newId();

describe('the database service', () => {
  let app: TestPlatform;
  let database: Database;

  beforeAll(async () => {
    app = await startPlatform();
    database = app.get(Database);
    for (const id of [A, B])
      await app.database.asOwner(`insert into workspaces (id, name, created_at) values ($1, $2, $3)`, [
        id,
        id,
        app.clock.now(),
      ]);
  });
  afterAll(() => app.close());

  const seen = async (): Promise<string[]> =>
    (await database.manager().query<{ id: string }[]>('select id from workspaces order by id')).map(
      (row) => row.id,
    );

  it('shows one workspace alone, however many ask at once', async () => {
    const asked = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? A : B));
    const answers = await Promise.all(
      asked.map((workspaceId) => database.inWorkspace({ workspaceId }, seen)),
    );
    expect(answers).toEqual(asked.map((id) => [id]));
  });

  it('shows no workspace to the installation', async () => {
    expect(await database.inInstallation(seen)).toEqual([]);
  });

  it('takes back everything when the work throws', async () => {
    const work = database.inWorkspace({ workspaceId: A }, async () => {
      await database.manager().query(`update workspaces set name = 'changed'`);
      throw new Error('halfway');
    });
    await expect(work).rejects.toThrow('halfway');
    const names = await app.database.asOwner<{ name: string }>('select name from workspaces where id = $1', [
      A,
    ]);
    expect(names).toEqual([{ name: A }]);
  });

  it('joins an open transaction of the same scope', async () => {
    const ids = await database.inWorkspace({ workspaceId: A }, async () => {
      const outer = database.manager();
      return database.inWorkspace({ workspaceId: A }, () => Promise.resolve(outer === database.manager()));
    });
    expect(ids).toBe(true);
  });

  it.each([
    ['another workspace', { workspaceId: B }],
    ['fewer clients', { workspaceId: A, clientIds: [] }],
  ])('refuses a transaction inside one of %s', async (_, inner) => {
    const work = database.inWorkspace({ workspaceId: A }, () => database.inWorkspace(inner, seen));
    await expect(work).rejects.toThrow('another scope');
  });

  it('refuses a query outside of a transaction', () => {
    expect(() => database.manager()).toThrow('no transaction is open');
  });

  it('calls back after the commit, outside of the transaction, and never after a failure', async () => {
    const calls: string[] = [];
    await database.inWorkspace({ workspaceId: A }, () => {
      database.afterCommit(() => void calls.push(`open: ${String(database.isOpen())}`));
      return Promise.resolve();
    });
    const failing = database.inWorkspace({ workspaceId: A }, () => {
      database.afterCommit(() => void calls.push('never'));
      return Promise.reject(new Error('halfway'));
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(calls).toEqual(['open: false']);
  });

  it('lets nothing of one transaction reach the next on the same connection', async () => {
    await database.inWorkspace({ workspaceId: A, clientIds: [] }, seen);
    const left = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.inInstallation(() =>
          database.manager().query(`select current_setting('app.workspace_id', true) as workspace`),
        ),
      ),
    );
    expect(left.flat()).toEqual(Array.from({ length: 10 }, () => ({ workspace: '' })));
  });

  it('says that the database is away when the connection breaks in the middle', async () => {
    const work = database.inInstallation(() =>
      database.manager().query('select pg_terminate_backend(pg_backend_pid())'),
    );
    await expect(work).rejects.toMatchObject({ code: 'database.unavailable', status: 503 });
    expect(await database.inInstallation(seen)).toEqual([]);
  });

  it('says that the database is busy when a lock is not to be had', async () => {
    const holder = new pg.Client({ connectionString: app.database.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table workspaces');
    const work = database.inWorkspace({ workspaceId: A }, async () => {
      await database.manager().query(`select set_config('lock_timeout', '50ms', true)`);
      return seen();
    });
    await expect(work).rejects.toMatchObject({ code: 'database.busy', status: 503 });
    await holder.end();
  });
});
