import { describe, expect, it } from '@jest/globals';
import { live, outcome } from '../../../test/builders/memory.js';

type Outcome = [fact: string, history: string, outcome: string];
const facts = (rows: Outcome[]) => it.each(rows);

describe('awaited', () => {
  facts([
    ['is left by a sight', 'live 0h', 'live (first_seen)'],
    ['is left by a sight that differs', 'differs 0h', 'differs (first_seen)'],
    ['stays on an absence', 'absent 0h', 'awaited ()'],
    [
      'stays on any number of absences',
      'absent 0h, absent 1d, absent 2d, absent 3d, absent 9d',
      'awaited ()',
    ],
    ['stays when nobody answers for a month', 'down 0h, down 1d, down 8d, down 40d', 'awaited ()'],
    ['stays before a wall', 'wall 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d', 'awaited ()'],
    ['stays on a soft 404', 'gone 0h, gone 4d, gone 8d', 'awaited ()'],
    ['is left late as well', 'absent 0h, wall 1d, down 2d, live 60d', 'live (first_seen)'],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});

describe('an imported placement', () => {
  facts([
    ['takes a first sight as baseline, untold', 'live 0h', 'live ()'],
    ['takes a first difference as baseline, untold', 'differs 0h', 'differs ()'],
    ['takes a first absence as baseline: removed, untold', 'absent 0h', 'removed ()'],
    ['waits for the first proof', 'down 0h, wall 1h, gone 2h', 'awaited ()'],
    ['which then is the baseline', 'down 0h, wall 1h, absent 1d', 'removed ()'],
    ['takes no absence while our target fails', 'absent! 0h', 'awaited ()'],
    ['seen after a removed baseline is seen for the first time', 'absent 0h, live 1d', 'live (first_seen)'],
    ['so it is when it differs', 'absent 0h, differs 1d', 'differs (first_seen)'],
    ['can be lost after a live baseline', 'live 0h, absent 1d, absent 2d, absent 3d', 'removed (lost)'],
    [
      'can be lost after a removed baseline was seen',
      'absent 0h, live 1d, absent 2d, absent 3d, absent 4d',
      'removed (first_seen lost)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history, 'imported'))).toBe(expected);
  });

  it('remembers that its baseline was an absence, until it is seen', () => {
    expect(live('absent 0h', 'imported').memory.baseline).toBe('removed');
    expect(live('absent 0h, live 1d', 'imported').memory.baseline).toBeNull();
    expect(live('live 0h, absent 1d, absent 2d, absent 3d', 'imported').memory.baseline).toBeNull();
  });
});

describe('absences of a live placement', () => {
  facts([
    ['one is a suspicion, still shown live', 'live 0h, absent 1d', 'live? (first_seen)'],
    [
      'three within 48 hours are one too few hours',
      'live 0h, absent 1d, absent+2h, absent+45.9h',
      'live? (first_seen)',
    ],
    [
      'three over 48 hours are a removal',
      'live 0h, absent 1d, absent+2h, absent+46h',
      'removed (first_seen lost)',
    ],
    ['two over 48 hours are not', 'live 0h, absent 1d, absent+48h', 'live? (first_seen)'],
    [
      'all rechecks of the ladder',
      'live 0h, absent 1d, absent+2h, absent+10h, absent+12h, absent+24h',
      'removed (first_seen lost)',
    ],
    [
      'a sight between starts over',
      'live 0h, absent 1d, absent+2h, live+1h, absent+45h',
      'live? (first_seen)',
    ],
    ['a sight ends the suspicion', 'live 0h, absent 1d, live+2h', 'live (first_seen)'],
    [
      'a difference between starts over too',
      'live 0h, absent 1d, absent+2h, differs+1h, absent+45h',
      'live? (first_seen)',
    ],
    [
      'a visit without proof does not count',
      'live 0h, absent 1d, down+24h, absent+24h',
      'live? (first_seen)',
    ],
    [
      'and does not reset',
      'live 0h, absent 1d, down+12h, wall+12h, absent+1h, gone+1h, absent+23h',
      'removed (first_seen lost)',
    ],
    [
      'checks within half an hour are one',
      'live 0h, absent 1d, absent+5m, absent+5m, absent+48h',
      'live? (first_seen)',
    ],
    [
      'a failing target keeps them from counting',
      'live 0h, absent! 1d, absent! 2d, absent! 3d, absent! 4d',
      'live (first_seen)',
    ],
    [
      'a target that fails between changes nothing',
      'live 0h, absent 1d, absent! 2d, absent 2.5d, absent 3d',
      'removed (first_seen lost)',
    ],
    [
      'a differing placement is removed likewise',
      'differs 0h, absent 1d, absent 2d, absent 3d',
      'removed (first_seen lost)',
    ],
    ['a differing one is shown so meanwhile', 'differs 0h, absent 1d', 'differs? (first_seen)'],
    [
      'removed stays so',
      'live 0h, absent 1d, absent 2d, absent 3d, absent 9d, down 50d, gone 60d, wall 70d',
      'removed (first_seen lost)',
    ],
    [
      'one sight brings it back',
      'live 0h, absent 1d, absent 2d, absent 3d, live 9d',
      'live (first_seen lost back)',
    ],
    [
      'a sight that differs brings it back as such',
      'live 0h, absent 1d, absent 2d, absent 3d, differs 9d',
      'differs (first_seen lost back)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});

describe('differences', () => {
  facts([
    ['one is a suspicion', 'live 0h, differs 1d', 'live? (first_seen)'],
    ['a second within 12 hours is none yet', 'live 0h, differs 1d, differs+11h', 'live? (first_seen)'],
    [
      'a second after 12 hours is a change',
      'live 0h, differs 1d, differs+12h',
      'differs (first_seen changed)',
    ],
    [
      'a third counts from the first',
      'live 0h, differs 1d, differs+6h, differs+6h',
      'differs (first_seen changed)',
    ],
    ['a live sight between starts over', 'live 0h, differs 1d, live+6h, differs+12h', 'live? (first_seen)'],
    [
      'no proof between changes nothing',
      'live 0h, differs 1d, down+6h, differs+12h',
      'differs (first_seen changed)',
    ],
    [
      'an absence between changes nothing',
      'live 0h, differs 1d, absent+6h, differs+12h',
      'differs (first_seen changed)',
    ],
    [
      'one live sight is enough to be live again',
      'live 0h, differs 1d, differs 2d, live 3d',
      'live (first_seen changed back)',
    ],
    ['a differing placement goes on differing', 'differs 0h, differs 1d, differs 2d', 'differs (first_seen)'],
    [
      'a failing target keeps them from counting',
      'live 0h, differs! 1d, differs! 2d, differs! 3d',
      'live (first_seen)',
    ],
    [
      'a suspicion waits while the target fails',
      'live 0h, differs 1d, differs! 2d, differs 3d',
      'differs (first_seen changed)',
    ],
  ])('%s', (_, history, expected) => {
    expect(outcome(live(history))).toBe(expected);
  });
});
