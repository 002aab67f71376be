import { MEMORY_DEFAULTS, type MemorySettings } from './placement-memory.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a workspace may set about its checks, as it is kept; absent keys stay at the default. */
export interface StoredCheckSettings {
  readonly hostGapMs?: unknown;
  readonly downAfterDays?: unknown;
  readonly goneAfterDays?: unknown;
  readonly unverifiableInARow?: unknown;
  readonly removedAfterHours?: unknown;
}

export interface CheckSettings {
  /** The gap this workspace wants at least, null for that of the installation. */
  readonly hostGapMs: number | null;
  readonly memory: MemorySettings;
}

/**
 * The settings of a workspace's checks. A value that is no number in its bounds counts as absent: a wrong setting must
 * not stop the checks.
 */
export function checkSettings(stored: StoredCheckSettings): CheckSettings {
  const days = (value: unknown) => within(value, 1, 365, DAY);
  return {
    hostGapMs: within(stored.hostGapMs, 0, 3_600_000, 1),
    memory: {
      ...MEMORY_DEFAULTS,
      siteDownAfter: days(stored.downAfterDays) ?? MEMORY_DEFAULTS.siteDownAfter,
      siteGoneAfter: days(stored.goneAfterDays) ?? MEMORY_DEFAULTS.siteGoneAfter,
      checkByHandCount: within(stored.unverifiableInARow, 1, 100, 1) ?? MEMORY_DEFAULTS.checkByHandCount,
      absentAfter: within(stored.removedAfterHours, 0, 720, HOUR) ?? MEMORY_DEFAULTS.absentAfter,
    },
  };
}

function within(value: unknown, least: number, most: number, unit: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value * unit : null;
}
