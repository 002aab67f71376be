import { describe, expect, it } from '@jest/globals';
import { type Correspondence, type EarlierMail, isTwoWay, remembered } from './mail-history.js';

const WHO = { addressKey: 'ann@kiln.example', siteKey: 'kiln.example' };
const at = (direction: 'in' | 'out', atMs: number): EarlierMail => ({ ...WHO, direction, atMs });

function learned(mails: readonly EarlierMail[]): Correspondence | undefined {
  const known = new Map<string, Correspondence>();
  for (const mail of mails) known.set(mail.addressKey, remembered(known, mail));
  return known.get(WHO.addressKey);
}

describe('what earlier mail says of an address', () => {
  it.each([
    ['one mail to it', [at('out', 5)], { lastInMs: null, lastOutMs: 5, mails: 1 }, false],
    ['one mail from it', [at('in', 5)], { lastInMs: 5, lastOutMs: null, mails: 1 }, false],
    ['an exchange', [at('out', 5), at('in', 7)], { lastInMs: 7, lastOutMs: 5, mails: 2 }, true],
    [
      'headers out of order: the latest of each side stands',
      [at('in', 9), at('in', 3), at('out', 8), at('out', 1)],
      { lastInMs: 9, lastOutMs: 8, mails: 4 },
      true,
    ],
    ['mail of before 1970', [at('in', -9)], { lastInMs: 0, lastOutMs: null, mails: 1 }, false],
  ])('%s', (_, mails, said, twoWay) => {
    const found = learned(mails);
    expect(found).toEqual({ ...WHO, ...said });
    expect(found && isTwoWay(found)).toBe(twoWay);
  });

  it('is kept apart by address', () => {
    const other = { ...at('in', 4), addressKey: 'bo@kiln.example' };
    expect(learned([at('out', 5), other])).toMatchObject({ lastInMs: null, mails: 1 });
  });
});
