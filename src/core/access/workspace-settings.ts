import { COURTESY_DEFAULTS, type Courtesy } from '../sending/caps.js';
import { MEMORY_DEFAULTS, type MemorySettings } from '../verifier/placement-memory.js';

/** What a workspace may set about its checks and about how much it writes to one recipient. */
export interface WorkspaceSettings extends Courtesy {
  /** Least time between two requests to one host, in milliseconds; null: as the installation says. */
  readonly hostGapMs: number | null;
  /** Days without an answer until a site counts as down. */
  readonly downAfterDays: number;
  /** Days without an answer until a site counts as gone. */
  readonly goneAfterDays: number;
  /** Looks in a row that prove nothing until a placement asks for a person. */
  readonly unverifiableInARow: number;
  /** Hours between the first and the last look that a removal needs. */
  readonly removedAfterHours: number;
  /** Days a site is left alone after a touch, before somebody approaches it anew. */
  readonly coolDownDays: number;
  /** Whose touches that is about: of the brand, of the client, or of everybody. */
  readonly coolDownScope: 'brand' | 'client' | 'workspace';
  /** Where the team can be reached by post, in one line; some countries want it in every first mail (D265). */
  readonly postalAddress: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What holds where a workspace has set nothing. */
const WORKSPACE_DEFAULTS: WorkspaceSettings = {
  hostGapMs: null,
  downAfterDays: MEMORY_DEFAULTS.siteDownAfter / DAY,
  goneAfterDays: MEMORY_DEFAULTS.siteGoneAfter / DAY,
  unverifiableInARow: MEMORY_DEFAULTS.checkByHandCount,
  removedAfterHours: MEMORY_DEFAULTS.absentAfter / HOUR,
  coolDownDays: 90,
  coolDownScope: 'client',
  postalAddress: '',
  ...COURTESY_DEFAULTS,
};

/** The settings in force: what is stored over the defaults. */
export function settingsInForce(stored: Partial<WorkspaceSettings>): WorkspaceSettings {
  return { ...WORKSPACE_DEFAULTS, ...stored };
}

/** Whether settings fit together: a site is down before it is gone. */
export function settingsFit(settings: WorkspaceSettings): boolean {
  return settings.downAfterDays < settings.goneAfterDays;
}

/** The thresholds of the memory that a workspace's settings come down to. */
export function memorySettingsOf(settings: WorkspaceSettings): MemorySettings {
  return {
    ...MEMORY_DEFAULTS,
    siteDownAfter: settings.downAfterDays * DAY,
    siteGoneAfter: settings.goneAfterDays * DAY,
    checkByHandCount: settings.unverifiableInARow,
    absentAfter: settings.removedAfterHours * HOUR,
  };
}
