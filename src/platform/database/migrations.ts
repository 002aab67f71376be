import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runMigrations as installJobEngine } from 'graphile-worker';
import pg from 'pg';
import { AbstractLogger, DataSource, type MigrationInterface } from 'typeorm';
import { APP_ROLE } from './roles.js';
import { lockSchema } from './schema-lock.js';

type MigrationClass = new () => MigrationInterface;

/** Which migrations a database has and lacks. */
export interface MigrationState {
  readonly done: readonly string[];
  readonly pending: readonly string[];
  /** In the database but not in this program: it was migrated by a newer version. */
  readonly unknown: readonly string[];
}

/** Loads the migration classes of a folder of compiled migrations, in order of their timestamps. */
export async function loadMigrations(folder: string): Promise<MigrationClass[]> {
  const files = readdirSync(folder).filter((file) => /^\d{13}-[a-z0-9-]+\.js$/.test(file));
  const loaded = files.sort().map(async (file) => {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, MigrationClass>;
    return Object.values(module);
  });
  return (await Promise.all(loaded)).flat();
}

/**
 * Applies what is pending, each migration in a transaction of its own, one process at a time. Answers their names. The
 * application may read which are done only after the last step, so that a process killed before it leaves work to do.
 */
export function migrateUp(
  ownerUrl: string,
  appUrl: string,
  classes: readonly MigrationClass[],
): Promise<string[]> {
  return asOwner(ownerUrl, classes, async (source, client) => {
    await installJobs(client, appUrl);
    const applied = await source.runMigrations({ transaction: 'each' });
    await client.query(`grant select on migrations to ${APP_ROLE}`);
    return applied.map((migration) => migration.name);
  });
}

/** Takes back the newest migration; answers its name, or null where none is left. */
export function migrateDown(ownerUrl: string, classes: readonly MigrationClass[]): Promise<string | null> {
  return asOwner(ownerUrl, classes, async (source) => {
    const before = await stateOf(ownerUrl, classes);
    const last = before.done.at(-1);
    if (last === undefined) return null;
    await source.undoLastMigration({ transaction: 'each' });
    return last;
  });
}

/**
 * Reads which migrations are done; needs no more than the application's role. To whom may not read them they all are
 * pending: somebody is at it for the first time, or was killed at it.
 */
export async function stateOf(url: string, classes: readonly MigrationClass[]): Promise<MigrationState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const table = await client.query<{ readable: boolean | null }>(
      `select has_table_privilege(to_regclass('public.migrations'), 'select') as readable`,
    );
    const rows =
      table.rows[0]?.readable === true
        ? (await client.query<{ name: string }>('select name from migrations order by timestamp')).rows
        : [];
    const done = rows.map((row) => row.name);
    const known = classes.map((migration) => migration.name);
    return {
      done,
      pending: known.filter((name) => !done.includes(name)),
      unknown: done.filter((name) => !known.includes(name)),
    };
  } finally {
    await client.end();
  }
}

/** What fails is thrown, and told once by whoever asked for it. */
class Silence extends AbstractLogger {
  protected writeLog(): void {}
}

async function asOwner<T>(
  ownerUrl: string,
  classes: readonly MigrationClass[],
  work: (source: DataSource, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...classes],
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logger: new Silence(),
    extra: { max: 2, lock_timeout: 5000 },
  });
  try {
    await lockSchema(client);
    await source.initialize();
    return await work(source, client);
  } finally {
    if (source.isInitialized) await source.destroy();
    await client.end();
  }
}

/**
 * The job engine's tables have row-level security on without policies, so only their owner can use them: the
 * application's role owns that schema. Its first migration needs CREATE on the database, for that moment only.
 */
async function installJobs(client: pg.Client, appUrl: string): Promise<void> {
  const database = (await client.query<{ name: string }>('select quote_ident(current_database()) as name'))
    .rows[0]?.name;
  await client.query(`grant create on database ${String(database)} to ${APP_ROLE}`);
  try {
    await installJobEngine({ connectionString: appUrl, noHandleSignals: true });
  } finally {
    await client.query(`revoke create on database ${String(database)} from ${APP_ROLE}`);
  }
}
