import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyRing, keyIdOf } from './key-ring.js';

const PLACE = { workspaceId: 'w1', field: 'mailbox:1' };
/** A process that is certainly not there: larger than any id Linux gives. */
const NOBODY = '99999999';

describe('a ring that is rotated', () => {
  let folder: string;
  let ring: KeyRing;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linkledger-ring-'));
    ring = new KeyRing(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('seals with the new key at once, in a program at work, too, and opens with both', async () => {
    const atWork = new KeyRing(folder);
    const old = await atWork.seal('secret', PLACE);
    const [fresh, former] = await ring.beginRotation();
    const sealed = await atWork.seal('secret', PLACE);
    expect([keyIdOf(sealed), keyIdOf(old)]).toEqual([fresh, former]);
    expect([await atWork.open(old, PLACE), await atWork.open(sealed, PLACE)]).toEqual(['secret', 'secret']);
  });

  it('goes on with the key it began with after it was cut off', async () => {
    await ring.seal('secret', PLACE);
    const begun = await ring.beginRotation();
    expect(await new KeyRing(folder).beginRotation()).toEqual(begun);
  });

  it('ends with the new key alone, and keeps what lasts', async () => {
    const old = await ring.seal('secret', PLACE);
    const lasting = await ring.lasting('message-id');
    const [fresh] = await ring.beginRotation();
    await ring.endRotation();
    expect(await ring.keyIds()).toEqual([fresh]);
    expect(await ring.open(old, PLACE)).toBeNull();
    expect((await new KeyRing(folder).lasting('message-id')).equals(lasting)).toBe(true);
  });

  it('gives a ring of an older version what lasts, once for all who ask', async () => {
    const old = await ring.seal('secret', PLACE);
    const path = join(folder, 'keyring.json');
    const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: object[] };
    writeFileSync(path, JSON.stringify({ keys }));
    const made = await Promise.all([1, 2, 3, 4].map(() => new KeyRing(folder).lasting('unsubscribe')));
    expect(new Set(made.map((bytes) => bytes.toString('hex'))).size).toBe(1);
    expect(await new KeyRing(folder).open(old, PLACE)).toBe('secret');
  });

  it('takes the lock of a process that died', async () => {
    writeFileSync(join(folder, 'keyring.json.lock'), NOBODY);
    expect(await ring.open(await ring.seal('secret', PLACE), PLACE)).toBe('secret');
    expect(existsSync(join(folder, 'keyring.json.lock'))).toBe(false);
  });
});
