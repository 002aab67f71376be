import { isLockedByOther, type ProspectLock } from './lock.js';
import type { Stage, TouchDirection } from './prospect.js';

/** Whose touches the cool-down looks at: those for the same brand, for the same client, or all of the workspace. */
export const COOL_DOWN_SCOPES = ['brand', 'client', 'workspace'] as const;
export type CoolDownScope = (typeof COOL_DOWN_SCOPES)[number];

/** How long a site is left alone after a touch. */
export interface CoolDown {
  readonly days: number;
  readonly scope: CoolDownScope;
}

/** A touch of the site. Moments are milliseconds since 1970. */
export interface PastTouch {
  readonly at: number;
  readonly direction: TouchDirection;
  /** Null where nobody wrote down for whom it was: it then counts for everybody. */
  readonly clientId: string | null;
  readonly brandId: string | null;
}

/** Who wants to approach the site for the first time, for whom, and when. */
export interface Approach {
  readonly memberId: string;
  readonly clientId: string | null;
  readonly brandId: string | null;
  readonly at: number;
}

/** What is known of the site. */
export interface SiteStanding {
  readonly stage: Stage;
  readonly lock: ProspectLock;
  readonly touches: readonly PastTouch[];
  /** Clients the site links to now. */
  readonly linkedClientIds: readonly string[];
  /** Clients that want no link from it. */
  readonly excludingClientIds: readonly string[];
  readonly isSuppressed: boolean;
}

/** What an approach may run into, the most serious first. */
export const CONFLICT_REASONS = [
  'do_not_contact',
  'excluded',
  'locked_by_other',
  'contacted_lately',
  'contacted_for_other_client',
  'already_links',
] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

export interface Conflict {
  readonly answer: 'free' | 'warn';
  readonly reasons: readonly ConflictReason[];
  /** The cool-down does not hold: people who work together write to each other. */
  readonly exempt: 'partner' | 'engaged' | null;
}

const DAY_MS = 24 * 3600_000;

/** The moment from which on touches are within the cool-down. */
export function coolDownStart(days: number, at: number): number {
  return at - days * DAY_MS;
}

/**
 * Whether a first cold approach of a site would get in somebody's way. It only ever warns; the last word before sending is another
 * rule's. The cool-down is about our own touches: an answer of theirs starts none, and engaged and partner relationships are exempt.
 */
export function judgeConflict(site: SiteStanding, approach: Approach, coolDown: CoolDown): Conflict {
  const exempt = site.stage === 'partner' || site.stage === 'engaged' ? site.stage : null;
  const found: Readonly<Record<ConflictReason, boolean>> = {
    do_not_contact: site.isSuppressed,
    excluded: approach.clientId !== null && site.excludingClientIds.includes(approach.clientId),
    locked_by_other: isLockedByOther(site.lock, approach.memberId, approach.at),
    ...coolingDown(exempt === null ? site.touches : [], approach, coolDown),
    already_links:
      approach.clientId === null
        ? site.linkedClientIds.length > 0
        : site.linkedClientIds.includes(approach.clientId),
  };
  const reasons = CONFLICT_REASONS.filter((reason) => found[reason]);
  return { answer: reasons.length === 0 ? 'free' : 'warn', reasons, exempt };
}

/** Whether a touch is one of ours within the cool-down and its scope. */
export function countsFor(touch: PastTouch, approach: Approach, coolDown: CoolDown): boolean {
  return isRecent(touch, approach, coolDown) && isInScope(touch, approach, coolDown.scope);
}

function coolingDown(
  touches: readonly PastTouch[],
  approach: Approach,
  coolDown: CoolDown,
): { contacted_lately: boolean; contacted_for_other_client: boolean } {
  const recent = touches.filter((touch) => isRecent(touch, approach, coolDown));
  const isLate = recent.some((touch) => isInScope(touch, approach, coolDown.scope));
  const isOther = recent.some((touch) => touch.clientId !== null && touch.clientId !== approach.clientId);
  return {
    contacted_lately: isLate,
    contacted_for_other_client: approach.clientId !== null && coolDown.scope !== 'workspace' && isOther,
  };
}

function isRecent(touch: PastTouch, approach: Approach, coolDown: CoolDown): boolean {
  return touch.direction === 'out' && touch.at > coolDownStart(coolDown.days, approach.at);
}

function isInScope(touch: PastTouch, approach: Approach, scope: CoolDownScope): boolean {
  if (scope === 'workspace' || approach.clientId === null || touch.clientId === null) return true;
  if (touch.clientId !== approach.clientId) return false;
  const isBrandKnown = touch.brandId !== null && approach.brandId !== null;
  return scope === 'client' || !isBrandKnown || touch.brandId === approach.brandId;
}
