import { describe, expect, it } from '@jest/globals';
import { type AddressSight, judgeAddress, judgeVerified, type KnownStatus } from './judge-address.js';

const sight = (more: Partial<AddressSight> = {}): AddressSight => ({
  isWellFormed: true,
  route: 'mail_server',
  isDisposable: false,
  ...more,
});
const unknown: KnownStatus = { status: 'unknown', checkedBy: null };

describe('judgeAddress', () => {
  it.each<[string, Partial<AddressSight>, KnownStatus, string]>([
    ['a domain with a mail server takes mail', {}, unknown, 'valid takes_mail'],
    ['one with an address only may', { route: 'address_only' }, unknown, 'risky no_mx'],
    ['a null MX takes none', { route: 'null_mx' }, unknown, 'invalid null_mx'],
    ['a domain that is not there takes none', { route: 'none' }, unknown, 'invalid no_mail_server'],
    ['what could not be asked stays unknown', { route: 'unknown' }, unknown, 'unknown could_not_tell'],
    ['a throw-away domain is risky', { isDisposable: true }, unknown, 'risky disposable'],
    [
      'a throw-away domain without mail is invalid',
      { isDisposable: true, route: 'none' },
      unknown,
      'invalid no_mail_server',
    ],
    ['what is no address is invalid', { isWellFormed: false, route: 'unknown' }, unknown, 'invalid syntax'],
    ['our own invalid may be lifted', {}, { status: 'invalid', checkedBy: 'check' }, 'valid takes_mail'],
    ["a service's invalid may not", {}, { status: 'invalid', checkedBy: 'hunter' }, 'invalid takes_mail'],
    [
      "a person's word stays",
      { route: 'address_only' },
      { status: 'valid', checkedBy: 'hand' },
      'valid no_mx',
    ],
    [
      'a bounce stays a bounce',
      { route: 'null_mx' },
      { status: 'bounced', checkedBy: 'hand' },
      'bounced null_mx',
    ],
    [
      'what could not be asked lifts nothing',
      { route: 'unknown' },
      { status: 'valid', checkedBy: 'check' },
      'valid could_not_tell',
    ],
  ])('%s', (_, more, known, expected) => {
    const { status, finding } = judgeAddress(sight(more), known);
    expect(`${status} ${finding}`).toBe(expected);
  });
});

describe('judgeVerified', () => {
  it.each([
    ['a service is believed', 'risky', 'valid', 'risky'],
    ['what it does not know changes nothing', 'unknown', 'valid', 'valid'],
    ['mail that came back weighs more', 'valid', 'bounced', 'bounced'],
  ] as const)('%s', (_, said, known, expected) => {
    expect(judgeVerified(said, known)).toBe(expected);
  });
});
