import { describe, expect, it } from '@jest/globals';
import { SUPPRESSION_REASONS } from '../prospects/prospect.js';
import { isOwnWish } from './suppression.js';

describe('an entry of the do-not-contact list', () => {
  it.each([
    ['asked', true],
    ['objected', true],
    ['complained', true],
    ['bounced', false],
    ['client_wish', false],
    ['own_choice', false],
    ['imported', false],
  ] as const)("of reason %s is the person's own wish: %s", (reason, answer) => {
    expect(isOwnWish({ reason })).toBe(answer);
    expect(SUPPRESSION_REASONS).toContain(reason);
  });
});
