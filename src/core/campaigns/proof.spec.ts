import { describe, expect, it } from '@jest/globals';
import { type DeadSight, isDeadSight, isProven, readSights } from './proof.js';

const URL = 'https://there.example/gone';
const sight = (changes: Partial<DeadSight> = {}): DeadSight => ({
  url: URL,
  on: '2026-11-18',
  status: 404,
  finding: null,
  ...changes,
});
const later = (changes: Partial<DeadSight> = {}): DeadSight => sight({ on: '2026-11-20', ...changes });

describe('isProven', () => {
  it.each<[string, DeadSight[], boolean]>([
    ['nobody looked', [], false],
    ['one look', [sight()], false],
    ['two looks on one day', [sight(), sight()], false],
    ['dead on two days', [sight(), later()], true],
    ['gone on two days', [sight({ status: 410 }), later()], true],
    [
      'a look in between that proves nothing',
      [sight(), sight({ on: '2026-11-19', status: 503 }), later()],
      true,
    ],
    ['alive at the newest look', [sight(), later(), later({ on: '2026-11-21', status: 200 })], false],
    ['no answer at the newest look', [sight(), later(), later({ status: null, finding: 'timeout' })], false],
    ['the second look went to another page', [sight(), later({ url: 'https://there.example/other' })], false],
  ])('%s', (_, sights, proven) => {
    expect(isProven(sights, URL)).toBe(proven);
  });

  it('proves nothing of a page that is not named', () => {
    expect(isProven([sight(), later()], undefined)).toBe(false);
  });
});

describe('isDeadSight', () => {
  it.each<[string, Partial<DeadSight>, boolean]>([
    ['404', { status: 404 }, true],
    ['410', { status: 410 }, true],
    ['200', { status: 200 }, false],
    ['403 proves nothing', { status: 403 }, false],
    ['500 proves nothing', { status: 500 }, false],
    ['a host nobody knows', { status: null, finding: 'dns' }, true],
    ['a timeout proves nothing', { status: null, finding: 'timeout' }, false],
    ['a page that says it is not there', { status: 200, finding: 'soft_404' }, true],
    ['a parked domain', { status: 200, finding: 'domain_parked' }, true],
  ])('%s', (_, changes, dead) => {
    expect(isDeadSight(sight(changes))).toBe(dead);
  });
});

describe('readSights', () => {
  it.each<[string, unknown, DeadSight[]]>([
    ['nothing', undefined, []],
    ['a text', 'dead', []],
    ['strangers among looks', [null, 7, { url: URL }, sight(), { ...sight(), status: '404' }], [sight()]],
  ])('takes %s', (_, value, sights) => {
    expect(readSights(value)).toEqual(sights);
  });
});
