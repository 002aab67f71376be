import { describe, expect, it } from '@jest/globals';
import { isLocked, isLockedByOther, lockFor, mayTakeOver, type ProspectLock } from './lock.js';

const NOW = Date.UTC(2026, 10, 20, 9);
const held: ProspectLock = { ownerMemberId: 'anna', until: NOW + 1 };
const expired: ProspectLock = { ownerMemberId: 'anna', until: NOW };
const owned: ProspectLock = { ownerMemberId: 'anna', until: null };
const free: ProspectLock = { ownerMemberId: null, until: null };
const orphaned: ProspectLock = { ownerMemberId: null, until: NOW + 1 };

describe('a lock', () => {
  it.each<[string, ProspectLock, boolean]>([
    ['holds until its moment', held, true],
    ['is over at its moment', expired, false],
    ['is not there for a mere owner', owned, false],
    ['is not there for nobody', free, false],
    ['of nobody holds nobody back', orphaned, false],
  ])('%s', (_, lock, locked) => {
    expect(isLocked(lock, NOW)).toBe(locked);
  });

  it.each<[string, ProspectLock, string, boolean]>([
    ['others are held back', held, 'ben', true],
    ['its holder is not', held, 'anna', false],
    ['nobody is once it is over', expired, 'ben', false],
  ])('%s', (_, lock, member, kept) => {
    expect(isLockedByOther(lock, member, NOW)).toBe(kept);
  });

  it('lasts for whole days', () => {
    expect(lockFor('ben', 14, NOW)).toEqual({ ownerMemberId: 'ben', until: Date.UTC(2026, 11, 4, 9) });
  });
});

describe('taking a prospect over', () => {
  it.each<[string, ProspectLock, { memberId: string; isManager: boolean }, boolean]>([
    ['nobody has it', free, { memberId: 'ben', isManager: false }, true],
    ['it is mine', held, { memberId: 'anna', isManager: false }, true],
    ['somebody holds it', held, { memberId: 'ben', isManager: false }, false],
    ['a manager may release it', held, { memberId: 'ben', isManager: true }, true],
    ['the lock is over', expired, { memberId: 'ben', isManager: false }, true],
    ['somebody owns it without a lock', owned, { memberId: 'ben', isManager: false }, true],
  ])('%s', (_, lock, actor, may) => {
    expect(mayTakeOver(lock, actor, NOW)).toBe(may);
  });
});
