import type { PlacementState } from '../../core/placements/placement.js';
import type { LinkTally } from '../../core/reclaims/changed-links.js';
import type { PageFacts } from '../../core/verifier/facts.js';
import type { StateChange } from '../../core/verifier/placement-memory.js';
import { isFollowed } from '../../core/verifier/rel.js';
import type { NewEvent } from '../../platform/events/event.js';
import type { CheckRow } from './check-row.js';
import type { CheckRecord } from './placement-checks.repository.js';
import { bestOf, type JudgedCheck } from './recorded-check.js';

/** A check as its history keeps it. */
export function checkRecord(check: JudgedCheck, stateAfter: string): CheckRecord {
  const { visit, judgement } = check;
  return {
    id: check.id,
    placementId: check.placementId,
    at: check.at,
    verdict: judgement.verdict,
    stateAfter,
    origin: check.origin,
    findings: judgement.findings,
    pageStatus: visit.status,
    finalUrl: visit.finalUrl,
    redirects: visit.redirects,
    robots: visit.robotsAllowed,
    seen: seenOf(check),
    links: linksOf(visit.page),
    rendered: visit.rendering === 'done',
    durationMs: Math.round(check.durationMs),
    evidenceHash: check.evidence?.hash ?? null,
  };
}

/** A sight by hand as the history keeps it, among the checks. */
export function byHandRecord(id: string, placementId: string, at: Date, stateAfter: string): CheckRecord {
  return {
    id,
    placementId,
    at,
    verdict: 'live',
    stateAfter,
    origin: 'by_hand',
    findings: [],
    pageStatus: null,
    finalUrl: null,
    redirects: [],
    robots: null,
    seen: null,
    links: null,
    rendered: false,
    durationMs: 0,
    evidenceHash: null,
  };
}

/** What a check or a sight made of a placement, as far as its event says it. */
export interface StateOutcome {
  readonly state: PlacementState;
  readonly findingCodes: readonly string[];
  /** What people are told; null for a baseline. */
  readonly change: StateChange | null;
  readonly checkId: string;
}

/** The event of a changed state; none where the state stayed. */
export function stateChanged(row: CheckRow, outcome: StateOutcome): NewEvent[] {
  if (row.state === outcome.state) return [];
  const params = {
    from: row.state,
    to: outcome.state,
    change: outcome.change?.kind ?? null,
    isBaseline: row.takesBaseline,
    findingCodes: outcome.findingCodes,
    checkId: outcome.checkId,
  };
  const site = row.siteId === null ? [] : [{ kind: 'site' as const, id: row.siteId }];
  const subjects = [{ kind: 'placement' as const, id: row.id }, ...site];
  return [{ kind: 'placement.state_changed', clientId: row.clientId, subjects, params }];
}

/** The judged occurrence as the history shows it; null when none was judged. */
function seenOf(check: JudgedCheck) {
  const best = bestOf(check);
  const { visit, judgement } = check;
  if (best === null || judgement.best === null) return null;
  return {
    href: best.href,
    rel: best.rel,
    anchor: best.anchor,
    region: best.region,
    hidden: best.hidden !== null,
    inNoscript: best.inNoscript,
    followed: isFollowed(best.googleRel, visit.page?.googlebot.nofollow === true),
    match: visit.matches[judgement.best] ?? 'other',
    context: best.context,
    heading: best.heading,
  };
}

/** How many links of the page lead to other sites, and how many of them are followed; null when no page was read. */
function linksOf(page: PageFacts | null): LinkTally | null {
  if (page === null) return null;
  const outbound = page.occurrences.filter(({ outboundPosition }) => outboundPosition !== null);
  const followed = outbound.filter(({ googleRel }) => isFollowed(googleRel, page.googlebot.nofollow));
  return { outbound: outbound.length, followed: followed.length };
}
