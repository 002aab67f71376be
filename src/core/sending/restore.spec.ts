import { describe, expect, it } from '@jest/globals';
import { judgeRestore, needsReconciling, type RestoreFinding, type RestoreMark } from './restore.js';

const at = (beat: number, token = 'a'): RestoreMark => ({ token, beat });

describe('whether a database was put back', () => {
  it.each<[string, RestoreMark | null, RestoreMark | null, RestoreFinding]>([
    ['the very first start', null, null, 'first'],
    ['a new database beside an old folder', null, at(7), 'fresh'],
    ['nothing happened', at(7), at(7), 'same'],
    ['another machine has beaten since', at(9), at(7), 'same'],
    ['a backup with another token', at(7, 'b'), at(7), 'restored'],
    ['a snapshot of the machine, an hour old', at(7), at(67), 'restored'],
    ['the folder lost its token', at(7), null, 'restored'],
  ])('%s', (_fact, database, folder, expected) => {
    expect(judgeRestore(database, folder)).toBe(expected);
  });
});

describe('whether mailboxes must be looked into before sending goes on', () => {
  const [before, then, after] = [9, 10, 11].map((hour) => new Date(Date.UTC(2026, 10, 20, hour)));
  it.each<[string, string, Date | undefined, boolean]>([
    ['put back, never looked', 'restored', undefined, true],
    ['put back since the last look', 'restored', before, true],
    ['looked since it was put back', 'restored', after, false],
    ['looked in the moment it was found out', 'restored', then, false],
    ['a person paused it', 'by_person', undefined, false],
  ])('%s', (_fact, pauseCode, reconciledAt, expected) => {
    const standing = { pauseCode, pausedAt: then ?? null, reconciledAt: reconciledAt ?? null };
    expect(needsReconciling(standing)).toBe(expected);
  });
});
