import { describe, expect, it } from '@jest/globals';
import {
  type Approach,
  type Conflict,
  type ConflictReason,
  type CoolDown,
  type CoolDownScope,
  countsFor,
  judgeConflict,
  type PastTouch,
  type SiteStanding,
} from './conflict.js';

const DAY = 24 * 3600_000;
const NOW = Date.UTC(2026, 10, 20, 9);
const approach: Approach = { memberId: 'anna', clientId: 'shoes', brandId: 'boots', at: NOW };
const quiet: SiteStanding = {
  stage: 'cold',
  lock: { ownerMemberId: null, until: null },
  touches: [],
  linkedClientIds: [],
  excludingClientIds: [],
  isSuppressed: false,
};

const touch = (changes: Partial<PastTouch> = {}): PastTouch => ({
  at: NOW - 10 * DAY,
  direction: 'out',
  clientId: 'shoes',
  brandId: 'boots',
  ...changes,
});

const coolDown = (scope: CoolDownScope = 'client'): CoolDown => ({ days: 90, scope });

describe('judgeConflict', () => {
  it.each<[string, Partial<SiteStanding>, Partial<Approach>, ConflictReason[]]>([
    ['a site nobody knows', {}, {}, []],
    ['we wrote ten days ago', { touches: [touch()] }, {}, ['contacted_lately']],
    ['we wrote ninety days ago', { touches: [touch({ at: NOW - 90 * DAY })] }, {}, []],
    ['they wrote, not we', { touches: [touch({ direction: 'in' })] }, {}, []],
    [
      'a colleague wrote for another client',
      { touches: [touch({ clientId: 'hats' })] },
      {},
      ['contacted_for_other_client'],
    ],
    ['nobody knows for whom we wrote', { touches: [touch({ clientId: null })] }, {}, ['contacted_lately']],
    [
      'nobody says for whom we ask',
      { touches: [touch({ clientId: 'hats' })] },
      { clientId: null },
      ['contacted_lately'],
    ],
    ['another brand of the client', { touches: [touch({ brandId: 'laces' })] }, {}, ['contacted_lately']],
    ['an engaged relationship is exempt', { stage: 'engaged', touches: [touch()] }, {}, []],
    ['a partner is exempt', { stage: 'partner', touches: [touch()] }, {}, []],
    ['a partner links already', { stage: 'partner', linkedClientIds: ['shoes'] }, {}, ['already_links']],
    ['it links to another client', { linkedClientIds: ['hats'] }, {}, []],
    ['it links to somebody', { linkedClientIds: ['hats'] }, { clientId: null }, ['already_links']],
    ['the client excludes it', { excludingClientIds: ['shoes'] }, {}, ['excluded']],
    ['another client excludes it', { excludingClientIds: ['hats'] }, {}, []],
    ['a colleague holds it', { lock: { ownerMemberId: 'ben', until: NOW + 1 } }, {}, ['locked_by_other']],
    ['I hold it', { lock: { ownerMemberId: 'anna', until: NOW + 1 } }, {}, []],
    [
      'everything at once, the most serious first',
      { isSuppressed: true, excludingClientIds: ['shoes'], touches: [touch()], linkedClientIds: ['shoes'] },
      {},
      ['do_not_contact', 'excluded', 'contacted_lately', 'already_links'],
    ],
  ])('%s', (_, site, who, reasons) => {
    const judged = judgeConflict({ ...quiet, ...site }, { ...approach, ...who }, coolDown());
    expect(judged).toMatchObject({ answer: reasons.length === 0 ? 'free' : 'warn', reasons });
  });

  it.each<[string, SiteStanding['stage'], Conflict['exempt']]>([
    ['partners', 'partner', 'partner'],
    ['engaged', 'engaged', 'engaged'],
    ['contacted', 'contacted', null],
  ])('says why it is exempt: %s', (_, stage, exempt) => {
    expect(judgeConflict({ ...quiet, stage }, approach, coolDown()).exempt).toBe(exempt);
  });

  it.each<[CoolDownScope, Partial<PastTouch>, ConflictReason[]]>([
    ['workspace', { clientId: 'hats' }, ['contacted_lately']],
    ['brand', { brandId: 'laces' }, []],
    ['brand', { brandId: null }, ['contacted_lately']],
    ['brand', {}, ['contacted_lately']],
    ['brand', { clientId: 'hats' }, ['contacted_for_other_client']],
  ])('within the %s: %j', (scope, changes, reasons) => {
    const site = { ...quiet, touches: [touch(changes)] };
    expect(judgeConflict(site, approach, coolDown(scope)).reasons).toEqual(reasons);
  });
});

describe('countsFor', () => {
  it.each<[string, Partial<PastTouch>, boolean]>([
    ['ours, lately, for the client', {}, true],
    ['for another client', { clientId: 'hats' }, false],
    ['long ago', { at: NOW - 91 * DAY }, false],
    ['theirs', { direction: 'in' }, false],
  ])('%s', (_, changes, counts) => {
    expect(countsFor(touch(changes), approach, coolDown())).toBe(counts);
  });
});
