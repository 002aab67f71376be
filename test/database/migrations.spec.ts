import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { migrateDown, migrateUp, stateOf } from '../../src/platform/database/migrations.js';
import { initialiseRoles } from '../../src/platform/database/roles.js';
import { schemaText } from '../../src/platform/database/schema/schema-text.js';
import { fromRoot } from '../../src/platform/paths.js';
import { cluster, emptyDatabase, type TestDatabase } from './test-database.js';

type MigrationClass = new () => MigrationInterface;

/** The migrations as they are written; the program itself loads the compiled ones. */
async function written(): Promise<MigrationClass[]> {
  const files = readdirSync(fromRoot('migrations')).filter((file) => /^\d{13}-.*\.ts$/.test(file));
  const modules = files
    .sort()
    .map((file) => import(fromRoot('migrations', file)) as Promise<Record<string, MigrationClass>>);
  return (await Promise.all(modules)).flatMap((module) => Object.values(module));
}

describe('migrations', () => {
  let database: TestDatabase;
  let classes: MigrationClass[];

  beforeEach(async () => {
    database = await emptyDatabase();
    classes = await written();
  });
  afterEach(() => database.drop());

  const up = (): Promise<string[]> => migrateUp(database.ownerUrl, database.appUrl, classes);
  const read = async (): Promise<string> => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const text = await schemaText(client);
    await client.end();
    return text;
  };

  it('go up, all the way down to nothing, and up to the same again', async () => {
    const applied = await up();
    expect(applied).toHaveLength(classes.length);
    const first = await read();
    for (const name of [...applied].reverse())
      expect(await migrateDown(database.ownerUrl, classes)).toBe(name);
    expect((await read()).trim()).toBe('');
    expect(await migrateDown(database.ownerUrl, classes)).toBeNull();
    await up();
    expect(await read()).toBe(first);
  });

  it('are applied once, however many processes come at the same time', async () => {
    const applied = await Promise.all([up(), up(), up()]);
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, classes.length]);
  });

  it('that fail halfway leave the schema as it was, and those before it', async () => {
    class Broken9999999999999 implements MigrationInterface {
      async up(runner: Parameters<MigrationInterface['up']>[0]): Promise<void> {
        await runner.query('create table half_made (id int)');
        await runner.query('select 1 / 0');
      }
      async down(): Promise<void> {}
    }
    await expect(
      migrateUp(database.ownerUrl, database.appUrl, [...classes, Broken9999999999999]),
    ).rejects.toThrow('division by zero');
    expect(await database.asOwner(`select 1 from pg_class where relname = 'half_made'`)).toEqual([]);
    expect(await stateOf(database.ownerUrl, classes)).toMatchObject({ pending: [], unknown: [] });
  });

  it('cut off before they were told to the application are all pending to it, and go on from there', async () => {
    await migrateUp(database.ownerUrl, database.appUrl, classes.slice(0, 3));
    await database.asOwner('revoke select on migrations from linkledger_app');
    expect((await stateOf(database.appUrl, classes)).pending).toHaveLength(classes.length);
    expect(await up()).toHaveLength(classes.length - 3);
    expect((await stateOf(database.appUrl, classes)).pending).toEqual([]);
  });

  it('and rights are handed out by many processes at the same time', async () => {
    const again = (): Promise<void> =>
      initialiseRoles({ adminUrl: cluster().adminUrl, database: database.name });
    await Promise.all([up(), again(), again(), again(), up(), again()]);
    expect((await stateOf(database.appUrl, classes)).pending).toEqual([]);
  });

  it('of a newer version are told apart', async () => {
    await up();
    const state = await stateOf(database.appUrl, classes.slice(0, -1));
    expect(state.unknown).toEqual([classes.at(-1)?.name]);
  });

  it('leave the application without the right to create in the database', async () => {
    await up();
    await expect(database.asApp('create schema mine')).rejects.toThrow('permission denied');
    await expect(database.asApp('create table public.mine (id int)')).rejects.toThrow('permission denied');
    await expect(database.asApp('select 1 from graphile_worker.jobs')).resolves.toEqual([]);
  });
});
