import { parseArgs } from 'node:util';
import pg from 'pg';
import { readProcessConfig } from '../config/read-config.js';
import { KeyRing } from '../crypto/key-ring.js';
import { rotateKeys } from '../crypto/key-rotation.js';
import { databaseAddresses } from '../database/addresses.js';
import { statusOf, UsageError } from './command.js';

const USAGE = `linkledger keys rotate [--grace-seconds 60]

  Makes a new key and seals every secret in the database with it; the program may go on working. Cut off, it goes on where it was when it is run again.
  --grace-seconds  how long to wait for what a running program may still write with the old key`;

/** `linkledger keys rotate`: a new key for every secret that lies in the database. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => rotate(args));
}

async function rotate(args: readonly string[]): Promise<void> {
  const graceMs = graceOf(args);
  const config = readProcessConfig();
  const addresses = await databaseAddresses(config);
  try {
    if (addresses.ownerUrl === null)
      throw new Error('Keys are rotated as linkledger_owner: set DATABASE_OWNER_URL.');
    const client = new pg.Client({ connectionString: addresses.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const ring = new KeyRing(config.dataDir);
      await rotateKeys({ ring, client, graceMs, tell: (line) => process.stdout.write(`${line}\n`) });
    } finally {
      await client.end();
    }
  } finally {
    await addresses.embedded?.leave();
  }
}

function graceOf(args: readonly string[]): number {
  const [action, ...rest] = args;
  if (action !== 'rotate') throw new UsageError(USAGE);
  const text = valuesOf(rest);
  if (!/^\d{1,4}$/.test(text)) throw new UsageError(USAGE);
  return Number(text) * 1000;
}

function valuesOf(args: readonly string[]): string {
  try {
    return (
      parseArgs({ args: [...args], options: { 'grace-seconds': { type: 'string' } } }).values[
        'grace-seconds'
      ] ?? '60'
    );
  } catch {
    throw new UsageError(USAGE);
  }
}
