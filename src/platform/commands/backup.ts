import { resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.js';
import { readProcessConfig } from '../config/read-config.js';
import { databaseAddresses } from '../database/addresses.js';
import { statusOf, UsageError } from './command.js';

const USAGE = `linkledger backup FOLDER

  Writes the database as it is this moment into a new folder, while the program runs on. Keys are not in it: keep
  keyring.json and suppressions.log of the data folder, too, and keep them elsewhere.`;

/** `linkledger backup`: a consistent copy of the database in a folder. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => backup(args));
}

async function backup(args: readonly string[]): Promise<void> {
  const [folder, ...rest] = args;
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) throw new UsageError(USAGE);
  const addresses = await databaseAddresses(readProcessConfig());
  try {
    const { appUrl, ownerUrl } = addresses;
    if (ownerUrl === null) throw new Error('A backup is read as linkledger_owner: set DATABASE_OWNER_URL.');
    const { tables } = await writeBackup({ appUrl, ownerUrl }, resolve(folder), new Date());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`${rows} rows of ${tables.length} tables are in ${resolve(folder)}\n`);
  } finally {
    await addresses.embedded?.leave();
  }
}
