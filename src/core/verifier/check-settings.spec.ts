import { describe, expect, it } from '@jest/globals';
import { type CheckSettings, checkSettings, type StoredCheckSettings } from './check-settings.js';
import { MEMORY_DEFAULTS } from './placement-memory.js';

const HOUR = 3_600_000;

describe('checkSettings', () => {
  it.each<[string, StoredCheckSettings, Partial<CheckSettings['memory']>, number | null]>([
    ['nothing set is the default', {}, {}, null],
    ['a gap of its own', { hostGapMs: 9000 }, {}, 9000],
    ['days until a site is down', { downAfterDays: 3 }, { siteDownAfter: 72 * HOUR }, null],
    ['days until a site is gone', { goneAfterDays: 60 }, { siteGoneAfter: 1440 * HOUR }, null],
    ['unverifiable in a row', { unverifiableInARow: 9 }, { checkByHandCount: 9 }, null],
    ['hours until a link is removed', { removedAfterHours: 72 }, { absentAfter: 72 * HOUR }, null],
    ['text is no number', { hostGapMs: '9000', downAfterDays: 'soon' }, {}, null],
    ['out of bounds counts as absent', { downAfterDays: 0, goneAfterDays: 1e9, hostGapMs: -1 }, {}, null],
    ['not a number counts as absent', { removedAfterHours: Number.NaN }, {}, null],
  ])('%s', (_, stored, memory, hostGapMs) => {
    expect(checkSettings(stored)).toEqual({ hostGapMs, memory: { ...MEMORY_DEFAULTS, ...memory } });
  });
});
