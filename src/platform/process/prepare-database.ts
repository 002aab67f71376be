import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseAddresses } from '../database/addresses.js';
import { loadMigrations, migrateUp, stateOf } from '../database/migrations.js';
import { assertUsable } from '../database/readiness.js';
import { databaseTrouble } from '../database/unavailable.js';
import { fromRoot } from '../paths.js';

const WAIT_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 1000;

/**
 * Brings a database to where this program can work: reachable, of the right kind, migrated. Throws with a sentence for
 * the operator where it cannot.
 */
export async function prepareDatabase({ appUrl, ownerUrl }: DatabaseAddresses): Promise<void> {
  await whenReachable(() => assertUsable(appUrl), new URL(appUrl).host);
  const classes = await loadMigrations(fromRoot('dist', 'migrations'));
  const state = await stateOf(appUrl, classes);
  if (state.unknown.length > 0) {
    throw new Error(
      `The database was migrated by a newer version of Linkledger (${state.unknown.join(', ')}). Start that version, or go back with its "linkledger migrate down".`,
    );
  }
  if (state.pending.length === 0) return;
  if (ownerUrl === null) {
    throw new Error(
      `${state.pending.length} migrations are pending. Set DATABASE_OWNER_URL (role linkledger_owner) or run "linkledger migrate up" with it, then start again.`,
    );
  }
  await migrateUp(ownerUrl, appUrl, classes);
}

/** A server that is just starting, e.g. after a restart of the machine, is waited for. */
async function whenReachable(look: () => Promise<void>, place: string): Promise<void> {
  const deadline = performance.now() + WAIT_LIMIT_MS;
  let told = false;
  for (;;) {
    try {
      await look();
      return;
    } catch (error) {
      if (databaseTrouble(error) === null || performance.now() > deadline) throw error;
      if (!told) process.stderr.write(`Waiting for the database at ${place} ...\n`);
      told = true;
      await pause(LOOK_AGAIN_MS);
    }
  }
}
