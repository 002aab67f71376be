import { describe, expect, it } from '@jest/globals';
import { MEMORY_DEFAULTS } from '../verifier/placement-memory.js';
import { memorySettingsOf, settingsFit, settingsInForce } from './workspace-settings.js';

describe('the settings of a workspace', () => {
  it('are the defaults where nothing is set', () => {
    expect(memorySettingsOf(settingsInForce({}))).toEqual(MEMORY_DEFAULTS);
  });

  it('reach the memory in its own units', () => {
    const memory = memorySettingsOf(settingsInForce({ downAfterDays: 3, removedAfterHours: 72 }));
    expect(memory).toMatchObject({ siteDownAfter: 3 * 86_400_000, absentAfter: 72 * 3_600_000 });
  });

  it.each<[number, number, boolean]>([
    [7, 30, true],
    [30, 30, false],
    [31, 30, false],
  ])('down after %d and gone after %d days fit: %s', (downAfterDays, goneAfterDays, expected) => {
    expect(settingsFit(settingsInForce({ downAfterDays, goneAfterDays }))).toBe(expected);
  });
});
