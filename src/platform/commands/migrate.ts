import { readProcessConfig } from '../config/read-config.js';
import { type DatabaseAddresses, databaseAddresses } from '../database/addresses.js';
import { loadMigrations, migrateDown, migrateUp, stateOf } from '../database/migrations.js';
import { fromRoot } from '../paths.js';
import { statusOf, UsageError } from './command.js';

const USAGE = 'linkledger migrate up|down|show';

/** `linkledger migrate`: brings the schema up, takes the newest migration back, or shows where it stands. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => migrate(args));
}

async function migrate(args: readonly string[]): Promise<void> {
  const [direction, ...rest] = args;
  if (rest.length > 0 || !['up', 'down', 'show'].includes(direction ?? '')) throw new UsageError(USAGE);
  const addresses = await databaseAddresses(readProcessConfig());
  try {
    for (const line of await linesOf(direction as 'up' | 'down' | 'show', addresses))
      process.stdout.write(`${line}\n`);
  } finally {
    await addresses.embedded?.leave();
  }
}

async function linesOf(
  direction: 'up' | 'down' | 'show',
  { appUrl, ownerUrl }: DatabaseAddresses,
): Promise<string[]> {
  const classes = await loadMigrations(fromRoot('dist', 'migrations'));
  if (direction === 'show') {
    const { done, pending, unknown } = await stateOf(ownerUrl ?? appUrl, classes);
    return [
      ...done.map((name) => `done     ${name}${unknown.includes(name) ? ' (of a newer version)' : ''}`),
      ...pending.map((name) => `pending  ${name}`),
    ];
  }
  if (ownerUrl === null) throw new Error('Migrations run as linkledger_owner: set DATABASE_OWNER_URL.');
  if (direction === 'up') {
    const applied = await migrateUp(ownerUrl, appUrl, classes);
    return applied.length === 0 ? ['Nothing is pending.'] : applied.map((name) => `applied  ${name}`);
  }
  const reverted = await migrateDown(ownerUrl, classes);
  return [reverted === null ? 'No migration is left to take back.' : `taken back  ${reverted}`];
}
