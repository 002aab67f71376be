import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { KeyRing, keyIdOf } from '../../src/platform/crypto/key-ring.js';
import { rotateKeys } from '../../src/platform/crypto/key-rotation.js';
import { assertKeysPresent } from '../../src/platform/crypto/missing-keys.js';
import { SEALED_COLUMNS } from '../../src/platform/crypto/sealed-columns.js';
import { newId } from '../../src/platform/database/id.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

const ROWS = 250;

let database: TestDatabase;
let client: pg.Client;
let folder: string;
let ring: KeyRing;
const places: { workspaceId: string; id: string; text: string }[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), 'linkledger-rotation-'));
  ring = new KeyRing(folder);
  for (const name of ['one', 'two']) await seed(name);
});
afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('sealed columns', () => {
  it('are all in the list', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and column_name like 'sealed%' order by name`,
    );
    const listed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort();
    expect(rows.map(({ name }) => name)).toEqual(listed);
  });
});

describe('a start', () => {
  it('goes on with the ring, and refuses without it', async () => {
    await expect(assertKeysPresent(database.appUrl, folder)).resolves.toBeUndefined();
    await expect(assertKeysPresent(database.appUrl, join(folder, 'elsewhere'))).rejects.toThrow(
      /Put the key ring of this installation back/,
    );
  });

  it('tells the application’s role the ids of keys and nothing else', async () => {
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    const { rows } = await app.query('select * from sealing_key_ids()');
    const seen = await app.query('select 1 from mailboxes');
    await app.end();
    expect(rows).toEqual([{ sealing_key_ids: (await ring.keyIds())[0] }]);
    expect(seen.rows).toEqual([]);
  });
});

describe('a rotation', () => {
  it('goes on after it was cut off, and leaves everything readable by the new key alone', async () => {
    const [before] = await ring.keyIds();
    await expect(rotated(cutAfter(130))).rejects.toThrow('cut off');
    expect(await ring.keyIds()).toHaveLength(2);
    await rotated(client);
    expect(await ring.keyIds()).not.toContain(before);
    await expectReadable();
  });

  it('does not overwrite what was written meanwhile', async () => {
    const [place] = places;
    if (place === undefined) throw new Error('no row');
    let written = false;
    const meanwhile = watched(async (sql) => {
      if (written || !sql.startsWith('update mailboxes')) return;
      written = true;
      const sealed = await ring.seal('a newer password', boundTo(place));
      await client.query('update mailboxes set sealed_secret = $2 where id = $1', [place.id, sealed]);
    });
    await rotated(meanwhile);
    place.text = 'a newer password';
    await expectReadable();
  });

  it('drops no key while a secret cannot be opened', async () => {
    const stranger = await new KeyRing(join(folder, 'strange')).seal('x', { workspaceId: 'w', field: 'f' });
    const [place] = places;
    await client.query('update mailboxes set sealed_secret = $2 where id = $1', [place?.id, stranger]);
    await expect(rotated(client)).rejects.toThrow(/1 secrets cannot be opened/);
    expect(await ring.keyIds()).toHaveLength(2);
  });
});

function rotated(through: pg.Client): Promise<void> {
  return rotateKeys({ ring, client: through, graceMs: 0, tell: () => undefined });
}

/** The client, with a look at each statement before it runs. */
function watched(look: (sql: string) => Promise<void>): pg.Client {
  const query = async (sql: string, values: unknown[]) => {
    await look(sql.trim());
    return client.query(sql, values);
  };
  return { query } as unknown as pg.Client;
}

function cutAfter(updates: number): pg.Client {
  let left = updates;
  return watched((sql) => {
    if (sql.startsWith('update')) left -= 1;
    return left < 0 ? Promise.reject(new Error('cut off')) : Promise.resolve();
  });
}

async function expectReadable(): Promise<void> {
  const [active] = await ring.keyIds();
  const { rows } = await client.query<{ id: string; sealed: Buffer }>(
    'select id, sealed_secret as sealed from mailboxes',
  );
  const read = new Map<string, string | null>();
  for (const { id, sealed } of rows) {
    const place = places.find((one) => one.id === id);
    expect(keyIdOf(sealed)).toBe(active);
    read.set(id, place === undefined ? null : await ring.open(sealed, boundTo(place)));
  }
  expect(read).toEqual(new Map(places.map(({ id, text }) => [id, text])));
}

function boundTo({ workspaceId, id }: { workspaceId: string; id: string }) {
  return { workspaceId, field: `mailbox:${id}` };
}

async function seed(name: string): Promise<void> {
  const workspaceId = newId();
  await client.query(
    `insert into workspaces (id, name, time_zone, locale, settings, is_demo, created_at)
     values ($1, $2, 'UTC', 'en', '{}', false, clock_timestamp())`,
    [workspaceId, name],
  );
  for (let no = 0; no < ROWS / 2; no += 1) {
    const place = { workspaceId, id: newId(), text: `password ${name} ${no}` };
    places.push(place);
    await client.query(
      `insert into mailboxes (workspace_id, id, address, address_key, sign_in, sealed_secret, created_at, updated_at)
       values ($1, $2, $3, $3, 'password', $4, clock_timestamp(), clock_timestamp())`,
      [workspaceId, place.id, `box${no}@${name}.example`, await ring.seal(place.text, boundTo(place))],
    );
  }
}
