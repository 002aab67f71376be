import { expect, it } from '@jest/globals';
import { byHour } from './by-hour.js';

const mail = (mailboxId: string, notBefore: string) => ({
  mailboxId,
  mailboxAddress: `${mailboxId}@agency.example`,
  notBefore,
});
const told = (plan: ReturnType<typeof byHour>) =>
  plan.map(({ mailboxId, hours }) => [
    mailboxId,
    hours.map(({ at, mails }) => [at.toISOString().slice(11, 16), mails.length]),
  ]);

it('puts mails under their mailbox and hour, the soonest first', () => {
  const mails = [
    mail('b', '2026-11-20T10:30:00Z'),
    mail('a', '2026-11-20T11:59:59Z'),
    mail('a', '2026-11-20T09:05:00Z'),
    mail('a', '2026-11-20T09:55:00Z'),
  ];
  expect(told(byHour(mails))).toEqual([
    [
      'a',
      [
        ['09:00', 2],
        ['11:00', 1],
      ],
    ],
    ['b', [['10:00', 1]]],
  ]);
});

it('begins hours where the zone begins them', () => {
  const half = 5.5 * 3_600_000;
  const mails = [mail('a', '2026-11-20T09:40:00Z'), mail('a', '2026-11-20T10:10:00Z')];
  expect(told(byHour(mails, half))).toEqual([['a', [['09:30', 2]]]]);
});

it('nothing waits: no mailbox stands there', () => {
  expect(byHour([])).toEqual([]);
});
