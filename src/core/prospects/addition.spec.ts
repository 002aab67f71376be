import { describe, expect, it } from '@jest/globals';
import { type AdditionFacts, judgeAddition } from './addition.js';

const FREE: AdditionFacts = {
  isSite: true,
  isOwn: false,
  isSuppressed: false,
  isExcluded: false,
  prospect: 'none',
};

describe('judgeAddition', () => {
  it.each<[string, Partial<AdditionFacts>, string, string | null]>([
    ['a site nothing stands against is added', {}, 'added', null],
    ['one that is there is told so', { prospect: 'here' }, 'already_there', null],
    ['one that was archived comes back', { prospect: 'archived' }, 'restored', null],
    ['an address without a site is refused', { isSite: false }, 'refused', 'no_site'],
    ['the site of a brand of ours is refused', { isOwn: true }, 'refused', 'own_site'],
    ['a site that must not be contacted is refused', { isSuppressed: true }, 'refused', 'do_not_contact'],
    ['a site the client excludes is refused', { isExcluded: true }, 'refused', 'excluded'],
    [
      'do-not-contact says more than exclusion',
      { isSuppressed: true, isExcluded: true },
      'refused',
      'do_not_contact',
    ],
    [
      'an archived one does not come back against the list',
      { prospect: 'archived', isSuppressed: true },
      'refused',
      'do_not_contact',
    ],
    [
      'one that is there stays there, whatever stands against it',
      { prospect: 'here', isExcluded: true },
      'already_there',
      null,
    ],
  ])('%s', (_, facts, outcome, refusal) => {
    expect(judgeAddition({ ...FREE, ...facts })).toEqual({ outcome, refusal });
  });
});
