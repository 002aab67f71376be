import { COURTESY_DEFAULTS } from '../../src/core/sending/caps.js';
import { FRESH_MS } from '../../src/core/sending/freshness.js';
import type { LastWordFacts } from '../../src/core/sending/last-word-facts.js';

type Part = {
  readonly [K in keyof LastWordFacts]?: LastWordFacts[K] extends object | null
    ? Partial<NonNullable<LastWordFacts[K]>> | null
    : LastWordFacts[K];
};

/** Friday morning in Amsterdam, within every window below. */
export const FRIDAY_MORNING = Date.UTC(2026, 10, 20, 9, 30);

const PLAIN: LastWordFacts = {
  now: FRIDAY_MORNING,
  sending: { isPaused: false, pauseCode: null },
  mail: {
    kind: 'sequence',
    isFirst: true,
    isCold: true,
    addressKey: 'editor@news.example',
    missing: [],
    hasOptOut: true,
    hasSender: true,
    overridden: [],
    window: null,
  },
  recipient: {
    suppression: null,
    siteSuppression: null,
    mayBeAnsweredOnce: false,
    hasObjected: false,
    isErased: false,
    isArchived: false,
    hasNullMx: false,
  },
  since: { replied: false, colleagueReplied: false, bounced: false, optedOut: false },
  enrollment: { state: 'running', stateCode: null, isNext: true },
  pitch: { isClosed: false },
  site: { isExcludedByClient: false, conflicts: [], conflictParams: {}, isReleased: false },
  ground: { answer: 'yes', code: 'has_ground' },
  mailbox: {
    isActive: true,
    pauseCode: null,
    isForClient: true,
    isHistoryRunning: false,
    folders: [
      {
        use: 'inbox',
        polledFrom: FRIDAY_MORNING - 10_000,
        polledUntil: FRIDAY_MORNING - 9000,
        errorCode: null,
      },
    ],
    freshWithinMs: FRESH_MS.atClaim,
    window: { zone: 'Europe/Amsterdam', from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] },
    nextSlotAt: null,
    capToday: 30,
    sentToday: 0,
  },
  caps: {
    courtesy: COURTESY_DEFAULTS,
    siteFirstMails: [],
    personMails: [],
    campaignWeek: null,
    workspaceZone: 'Europe/Amsterdam',
  },
};

/** The first cold mail of a sequence that nothing stands against, with some of its facts changed. */
export function aMailToJudge(changes: Part = {}): LastWordFacts {
  const facts: Record<string, unknown> = { ...PLAIN };
  for (const [name, change] of Object.entries(changes)) {
    const plain = PLAIN[name as keyof LastWordFacts];
    const isPart =
      typeof change === 'object' && change !== null && typeof plain === 'object' && plain !== null;
    facts[name] = isPart ? { ...plain, ...change } : change;
  }
  return facts as unknown as LastWordFacts;
}
