import { describe, expect, it } from '@jest/globals';
import { type FolderStep, folderStep, hasGrown, type KeptFolder, uidsAfter } from './folder-watermark.js';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const HOUR = 3_600_000;
const kept = (changes: Partial<KeptFolder> = {}): KeptFolder => ({
  uidValidity: 7n,
  lastUid: 40,
  generation: 1,
  resets: [],
  ...changes,
});

describe('where a folder is read from', () => {
  it.each<[string, KeptFolder | null, { uidValidity: bigint; uidNext: number }, FolderStep]>([
    [
      'a new folder begins at its newest mails',
      null,
      { uidValidity: 7n, uidNext: 1001 },
      { step: 'begin', after: 800 },
    ],
    ['a small new one at its first', null, { uidValidity: 7n, uidNext: 5 }, { step: 'begin', after: 0 }],
    ['the same numbering goes on', kept(), { uidValidity: 7n, uidNext: 50 }, { step: 'go_on', after: 40 }],
    [
      'another numbering starts over',
      kept(),
      { uidValidity: 8n, uidNext: 50 },
      { step: 'start_over', generation: 2, resets: [NOW] },
    ],
    [
      'no numbering at all starts over',
      kept(),
      { uidValidity: 0n, uidNext: 50 },
      { step: 'start_over', generation: 2, resets: [NOW] },
    ],
    [
      'a next number below what was read starts over, though the numbering is said to be the same',
      kept(),
      { uidValidity: 7n, uidNext: 40 },
      { step: 'start_over', generation: 2, resets: [NOW] },
    ],
    [
      'a server that tells no next number goes on',
      kept(),
      { uidValidity: 7n, uidNext: 0 },
      { step: 'go_on', after: 40 },
    ],
    [
      'changes of yesterday are forgotten',
      kept({ resets: [NOW - 25 * HOUR, NOW - 30 * HOUR, NOW - 26 * HOUR] }),
      { uidValidity: 8n, uidNext: 1 },
      { step: 'start_over', generation: 2, resets: [NOW] },
    ],
    [
      'the fourth in a day is one too many',
      kept({ resets: [NOW - HOUR, NOW - 2 * HOUR, NOW - 3 * HOUR] }),
      { uidValidity: 8n, uidNext: 1 },
      { step: 'give_up', resets: [NOW - HOUR, NOW - 2 * HOUR, NOW - 3 * HOUR, NOW] },
    ],
  ])('%s', (_, folder, seen, step) => {
    expect(folderStep(folder, seen, NOW)).toEqual(step);
  });

  it.each([
    ['a higher next number is news', 5, 6, true],
    ['the same is none', 5, 5, false],
    ['a lower one is told by reading', 5, 1, false],
    ['a server that tells none is looked into by the clock', 0, 6, false],
  ])('%s', (_, before, now, expected) => {
    const seen = (uidNext: number) => ({ uidValidity: 7n, uidNext });
    expect(hasGrown(seen(before), seen(now))).toBe(expected);
  });

  it.each([
    ['in any order', [9, 7, 8], 6, [7, 8, 9]],
    ['twice', [7, 7], 6, [7]],
    ['below the mark, as n:* answers', [6], 6, []],
    ['that are no numbers of mails', [Number.NaN, -1, 2 ** 33, 7.5, 8], 0, [8]],
  ])('numbers %s', (_, found, after, read) => {
    expect(uidsAfter(found, after)).toEqual(read);
  });
});
