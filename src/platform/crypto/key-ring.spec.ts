import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';

const PLACE = { workspaceId: 'w1', field: 'service_keys.hunter' };

describe('the key ring', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linkledger-ring-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('opens what it sealed, in another process, too, and never seals alike', async () => {
    const one = await new KeyRing(folder).seal('secret', PLACE);
    const two = await new KeyRing(folder).seal('secret', PLACE);
    expect(one.equals(two)).toBe(false);
    expect(one.includes('secret')).toBe(false);
    expect(await new KeyRing(folder).open(one, PLACE)).toBe('secret');
    expect(await new KeyRing(folder).open(two, PLACE)).toBe('secret');
  });

  it('is a file for its owner alone', async () => {
    await new KeyRing(folder).seal('secret', PLACE);
    expect(statSync(join(folder, 'keyring.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['another workspace', { ...PLACE, workspaceId: 'w2' }],
    ['another field', { ...PLACE, field: 'service_keys.moz' }],
  ])('does not open in the place of %s', async (_, place) => {
    const ring = new KeyRing(folder);
    expect(await ring.open(await ring.seal('secret', PLACE), place)).toBeNull();
  });

  it('does not open what lost or changed a bit', async () => {
    const ring = new KeyRing(folder);
    const sealed = await ring.seal('secret', PLACE);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await ring.open(changed, PLACE)).toBeNull();
    }
    expect(await ring.open(sealed.subarray(0, 10), PLACE)).toBeNull();
  });

  it('does not open without its file', async () => {
    const ring = new KeyRing(folder);
    const sealed = await ring.seal('secret', PLACE);
    rmSync(join(folder, 'keyring.json'));
    expect(await new KeyRing(folder).open(sealed, PLACE)).toBeNull();
  });

  it('is made once by several at the same moment', async () => {
    const sealed = await Promise.all([1, 2, 3, 4, 5].map(() => new KeyRing(folder).seal('secret', PLACE)));
    for (const one of sealed) expect(await new KeyRing(folder).open(one, PLACE)).toBe('secret');
  });
});
