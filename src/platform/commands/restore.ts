import { resolve } from 'node:path';
import { readManifest, verifyFiles } from '../backup/manifest.js';
import { restoreBackup } from '../backup/read-backup.js';
import { readProcessConfig } from '../config/read-config.js';
import { databaseAddresses } from '../database/addresses.js';
import { loadMigrations, migrateUp, stateOf } from '../database/migrations.js';
import { assertUsable } from '../database/readiness.js';
import { fromRoot } from '../paths.js';
import { statusOf, UsageError } from './command.js';

const USAGE = `linkledger restore FOLDER

  Puts a backup into an empty database. Nothing is sent afterwards until "linkledger reconcile" looked into the
  mailboxes and a manager lets sending go on.`;

/** `linkledger restore`: verifies a backup and puts it into an empty database, with sending paused. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => restore(args));
}

async function restore(args: readonly string[]): Promise<void> {
  const [given, ...rest] = args;
  if (given === undefined || given.startsWith('-') || rest.length > 0) throw new UsageError(USAGE);
  const folder = resolve(given);
  const manifest = await readManifest(folder);
  await verifyFiles(folder, manifest);
  const addresses = await databaseAddresses(readProcessConfig());
  try {
    const { appUrl, ownerUrl } = addresses;
    if (ownerUrl === null) throw new Error('A restore works as linkledger_owner: set DATABASE_OWNER_URL.');
    await assertUsable(appUrl);
    const classes = await loadMigrations(fromRoot('dist', 'migrations'));
    const known = classes.map(({ name }) => name);
    const unknown = manifest.migrations.filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new Error(`The backup was made by a newer version of Linkledger (${unknown.join(', ')}).`);
    const { done } = await stateOf(appUrl, classes);
    const later = done.filter((name) => !manifest.migrations.includes(name));
    if (later.length > 0)
      throw new Error(
        `The database is of a newer version than the backup (${later.join(', ')}): name an empty database.`,
      );
    const atBackup = classes.filter(({ name }) => manifest.migrations.includes(name));
    await migrateUp(ownerUrl, appUrl, atBackup);
    await restoreBackup({ appUrl, ownerUrl }, { folder, manifest, at: new Date() });
    await migrateUp(ownerUrl, appUrl, classes);
    process.stdout.write(
      `The backup of ${manifest.at} is restored. Sending is paused: start Linkledger, run "linkledger reconcile", then let a manager release it.\n`,
    );
  } finally {
    await addresses.embedded?.leave();
  }
}
