import { describe, expect, it } from '@jest/globals';
import { live, outcome } from '../../../test/builders/memory.js';

type Outcome = [fact: string, history: string, outcome: string];
const facts = (rows: Outcome[]) => it.each(rows);

describe('nobody there', () => {
  facts([
    ['a day of it changes nothing', 'live 0h, down 1d, down+1h, down+6h, down+17h', 'live (first_seen)'],
    ['seven days are site_down', 'live 0h, down 1d, down 2d, down 8d', 'site_down (first_seen site_down)'],
    ['two visits are too few for it', 'live 0h, down 1d, down 9d', 'live (first_seen)'],
    ['just under seven days are not enough', 'live 0h, down 1d, down 2d, down 7.9d', 'live (first_seen)'],
    [
      'any answer starts the count anew',
      'live 0h, down 1d, wall 4d, down 5d, down 6d, down 8d',
      'live (first_seen)',
    ],
    ['a soft 404 is an answer', 'live 0h, down 1d, gone 4d, down 5d, down 6d, down 8d', 'live (first_seen)'],
    ['an absence is an answer', 'live 0h, down 1d, down 2d, absent 4d, down 8d', 'live? (first_seen)'],
    [
      'thirty days are site_gone',
      'live 0h, down 1d, down 2d, down 8d, down 20d, down 31d',
      'site_gone (first_seen site_down site_gone)',
    ],
    [
      'just under thirty days are not',
      'live 0h, down 1d, down 2d, down 8d, down 20d, down 30.9d',
      'site_down (first_seen site_down)',
    ],
    [
      'an answer in between starts those anew',
      'live 0h, down 1d, down 2d, down 8d, wall 20d, down 31d',
      'site_down (first_seen site_down)',
    ],
    ['a failing target keeps it from counting', 'live 0h, down! 1d, down! 2d, down! 9d', 'live (first_seen)'],
    [
      'one sight brings it back',
      'live 0h, down 1d, down 2d, down 8d, live 9d',
      'live (first_seen site_down back)',
    ],
    [
      'site_gone comes back as well',
      'live 0h, down 1d, down 2d, down 8d, down 31d, live 99d',
      'live (first_seen site_down site_gone back)',
    ],
    [
      'a sight that differs brings it back to be looked at again',
      'live 0h, down 1d, down 2d, down 8d, differs 9d',
      'live? (first_seen site_down back)',
    ],
    [
      'what differed before differs again',
      'differs 0h, down 1d, down 2d, down 8d, differs 9d',
      'differs (first_seen site_down back)',
    ],
    [
      'out of site_gone a difference is told at once',
      'live 0h, down 1d, down 2d, down 8d, down 31d, differs 99d',
      'differs (first_seen site_down site_gone back)',
    ],
    [
      'a site that is up again without the link is suspected',
      'live 0h, down 1d, down 2d, down 8d, absent 9d',
      'site_down? (first_seen site_down)',
    ],
    [
      'and then removed',
      'live 0h, down 1d, down 2d, down 8d, absent 9d, absent 10d, absent 11d',
      'removed (first_seen site_down lost)',
    ],
    [
      'walls after the outage are for a person',
      'live 0h, down 1d, down 2d, down 8d, wall 9d, wall 10d, wall 11d, wall 12d, wall 13d',
      'check_by_hand (first_seen site_down check_by_hand)',
    ],
    [
      'a parked domain after the outage is gone',
      'live 0h, down 1d, down 2d, down 8d, parked 9d, parked 12d, parked 16d',
      'site_gone (first_seen site_down site_gone)',
    ],
    [
      'a soft 404 page of a gone site stays gone',
      'live 0h, down 1d, down 2d, down 8d, down 31d, gone 40d, absent 50d, down 60d',
      'site_gone (first_seen site_down site_gone)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});

describe('walls', () => {
  facts([
    ['four in a row change nothing', 'live 0h, wall 1d, wall 2d, wall 3d, wall 4d', 'live (first_seen)'],
    [
      'five in a row are for a person',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d',
      'check_by_hand (first_seen check_by_hand)',
    ],
    [
      'five within minutes are one',
      'live 0h, wall 1d, wall+1m, wall+1m, wall+1m, wall+1m',
      'live (first_seen)',
    ],
    [
      'a sight between starts over',
      'live 0h, wall 1d, wall 2d, wall 3d, live 4d, wall 5d, wall 6d',
      'live (first_seen)',
    ],
    [
      'an absence between starts over',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, absent 4.5d, wall 5d',
      'live? (first_seen)',
    ],
    [
      'a timeout between does not',
      'live 0h, wall 1d, wall 2d, down 3d, wall 4d, wall 5d, wall 6d',
      'check_by_hand (first_seen check_by_hand)',
    ],
    [
      'they never say that a site is down',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, wall 40d, wall 80d',
      'check_by_hand (first_seen check_by_hand)',
    ],
    [
      'a failing target keeps them from counting',
      'live 0h, wall! 1d, wall! 2d, wall! 3d, wall! 4d, wall! 5d',
      'live (first_seen)',
    ],
    [
      'one sight brings it back',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, live 6d',
      'live (first_seen check_by_hand back)',
    ],
    [
      'absences still prove a removal',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, absent 6d, absent 7d, absent 8d',
      'removed (first_seen check_by_hand lost)',
    ],
    [
      'a site that goes away is down',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, down 6d, down 9d, down 13d',
      'site_down (first_seen check_by_hand site_down)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});

describe('soft 404 and parked', () => {
  facts([
    [
      'three sights over seven days are site_gone',
      'live 0h, gone 1d, gone 4d, gone 8d',
      'site_gone (first_seen site_gone)',
    ],
    [
      'both kinds count together',
      'live 0h, gone 1d, parked 4d, parked 8d',
      'site_gone (first_seen site_gone)',
    ],
    ['two are too few', 'live 0h, gone 1d, gone 9d', 'live (first_seen)'],
    ['six days are too few', 'live 0h, gone 1d, gone 3d, gone 5d, gone 7d', 'live (first_seen)'],
    [
      'they are not counted as walls',
      'live 0h, gone 1d, gone 2d, gone 3d, gone 4d, gone 5d',
      'live (first_seen)',
    ],
    ['a sight between starts over', 'live 0h, gone 1d, gone 4d, live 5d, gone 8d', 'live (first_seen)'],
    [
      'a wall between does not',
      'live 0h, gone 1d, gone 4d, wall 5d, gone 8d',
      'site_gone (first_seen site_gone)',
    ],
    [
      'out of a person’s hands too',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, gone 6d, gone 9d, gone 13d',
      'site_gone (first_seen check_by_hand site_gone)',
    ],
    [
      'a differing placement is gone likewise',
      'differs 0h, parked 1d, parked 4d, parked 8d',
      'site_gone (first_seen site_gone)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});
