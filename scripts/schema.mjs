import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { build } from './build.mjs';

/** Writes `test/schema.sql` from what the migrations make; with --check only says whether it is up to date. */
const root = join(import.meta.dirname, '..');
const file = join(root, 'test', 'schema.sql');

await build(['server'], false);
const { embeddedAddresses } = await import('../dist/src/platform/database/addresses.js');
const { loadMigrations, migrateUp } = await import('../dist/src/platform/database/migrations.js');
const { schemaText } = await import('../dist/src/platform/database/schema/schema-text.js');

const folder = mkdtempSync(join(tmpdir(), 'linkledger-schema-'));
chmodSync(folder, 0o755);
try {
  const fresh = await read();
  if (!process.argv.includes('--check')) {
    writeFileSync(file, fresh);
  } else if (readFileSync(file, 'utf8') !== fresh) {
    process.stderr.write(
      'test/schema.sql is not what the migrations make: run "npm run schema", read the difference, commit it.\n',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function read() {
  const { embedded, ownerUrl, appUrl } = await embeddedAddresses(join(folder, 'postgres'), 'schema', {
    fast: true,
  });
  try {
    await migrateUp(ownerUrl, appUrl, await loadMigrations(join(root, 'dist', 'migrations')));
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const text = await schemaText(client);
    await client.end();
    return text;
  } finally {
    await embedded.leave();
  }
}
