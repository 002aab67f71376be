import { isFollowed } from '../../core/verifier/rel.js';
import type { NewEvent } from '../../platform/events/event.js';
import type { CheckRow } from './check-row.js';
import type { CheckRecord } from './placement-checks.repository.js';
import { bestOf, type JudgedCheck, type RecordedCheck } from './recorded-check.js';

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
    rendered: visit.rendering === 'done',
    durationMs: Math.round(check.durationMs),
    evidenceHash: check.evidence?.hash ?? null,
  };
}

/** The event of a changed state; none where the state stayed. `change` says what to tell, null for a baseline. */
export function stateEvent(
  one: RecordedCheck & { readonly row: CheckRow; readonly check: JudgedCheck },
): NewEvent[] {
  const { row, columns, change, check } = one;
  if (row.state === columns.state) return [];
  const params = {
    from: row.state,
    to: columns.state,
    change: change?.kind ?? null,
    isBaseline: row.takesBaseline,
    findingCodes: columns.findingCodes,
    checkId: check.id,
  };
  const site = row.siteId === null ? [] : [{ kind: 'site' as const, id: row.siteId }];
  const subjects = [{ kind: 'placement' as const, id: row.id }, ...site];
  return [{ kind: 'placement.state_changed', clientId: row.clientId, subjects, params, actorUserId: null }];
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
