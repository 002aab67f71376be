import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readUnsubscribeToken, writeUnsubscribeToken } from './unsubscribe-token.js';

const KEY = randomBytes(32);
const CLAIM = {
  workspaceId: '01900000-0000-7000-8000-000000000001',
  outboundId: '01900000-0000-7000-8000-000000000002',
  addressHash: 'ab'.repeat(32),
};
const TOKEN = writeUnsubscribeToken(CLAIM, KEY);

describe('a token to unsubscribe', () => {
  it('says whom it is for, with and without its mail', () => {
    expect(readUnsubscribeToken(TOKEN, KEY)).toEqual(CLAIM);
    const bare = { ...CLAIM, outboundId: null };
    expect(readUnsubscribeToken(writeUnsubscribeToken(bare, KEY), KEY)).toEqual(bare);
    expect(TOKEN.length).toBe(122);
  });

  it('is nothing with any character changed, cut off or added', () => {
    for (let at = 0; at < TOKEN.length; at += 1) {
      for (const other of ['A', 'B', '_', '.', 'v'].filter((letter) => letter !== TOKEN[at])) {
        const changed = `${TOKEN.slice(0, at)}${other}${TOKEN.slice(at + 1)}`;
        expect([at, other, readUnsubscribeToken(changed, KEY)]).toEqual([at, other, null]);
      }
      expect(readUnsubscribeToken(TOKEN.slice(0, at), KEY)).toBeNull();
    }
    expect(readUnsubscribeToken(`${TOKEN}A`, KEY)).toBeNull();
  });

  it.each([
    ['of another version', TOKEN.replace('v1.', 'v2.'), KEY],
    ['of another installation', TOKEN, randomBytes(32)],
    ['of no form at all', '../../etc/passwd', KEY],
    ['that is empty', '', KEY],
  ])('%s is nothing', (_, token, key) => {
    expect(readUnsubscribeToken(token, key)).toBeNull();
  });
});
