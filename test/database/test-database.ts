import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { onDatabase } from '../../src/platform/database/roles.js';

interface Cluster {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly template: string;
}

/** A database of one's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly name: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Runs SQL as the owner of the tables, who sees every workspace. */
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs SQL as the application's role, without a workspace unless the SQL sets one. */
  asApp<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs SQL as the superuser of the test server, for what no role of ours may do. */
  asAdmin<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Removes it, with whoever is still connected. */
  drop(): Promise<void>;
}

/** Clones the migrated template. Drop it in `afterAll`. */
export function cloneDatabase(): Promise<TestDatabase> {
  return makeDatabase(
    (name, cluster) =>
      `create database ${name} owner linkledger_owner template ${cluster.template} strategy wal_log`,
  );
}

/** A database with the roles' rights and nothing in it, to run migrations on. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await makeDatabase(
    (name) => `create database ${name} owner linkledger_owner encoding 'UTF8' template template0`,
  );
  await run(
    onDatabase(cluster().adminUrl, database.name),
    `
    alter schema public owner to linkledger_owner;
    revoke all on schema public from public;
    grant usage on schema public to linkledger_app;
    grant usage, create on schema public to linkledger_definer;
    create schema graphile_worker authorization linkledger_app;
  `,
  );
  return database;
}

async function makeDatabase(create: (name: string, cluster: Cluster) => string): Promise<TestDatabase> {
  const known = cluster();
  const name = `spec_${process.pid}_${randomBytes(4).toString('hex')}`;
  await run(known.adminUrl, create(name, known));
  // Its server does without fsync: the sender must not refuse for that.
  await run(known.adminUrl, `alter database ${name} set linkledger.throwaway = 'on'`);
  const appUrl = onDatabase(known.appUrl, name);
  const ownerUrl = onDatabase(known.ownerUrl, name);
  return {
    name,
    appUrl,
    ownerUrl,
    asOwner: (sql, values) => run(ownerUrl, sql, values),
    asApp: (sql, values) => run(appUrl, sql, values),
    asAdmin: (sql, values) => run(onDatabase(known.adminUrl, name), sql, values),
    drop: async () => {
      await run(known.adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** What the global set-up made for this run. */
export function cluster(): Cluster {
  return JSON.parse(process.env['TEST_CLUSTER'] ?? '{}') as Cluster;
}

async function run<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
