import { relFault } from '../placements/rel-term.js';
import { MATCH_STEPS, type MatchStep, type Term, type Terms } from '../placements/terms.js';
import { sameAnchor } from './anchor.js';
import type { Occurrence, PageFacts, Visit } from './facts.js';
import { error, info, judgement, warning } from './finding.js';
import type { JudgeContext } from './judge-context.js';
import { otherSite } from './judge-page.js';
import { notIndexableReason } from './page-rules.js';
import { isLabelled } from './rel.js';
import { isAccepted } from './url-ladder.js';
import type { Finding, Judgement } from './verdict.js';

/** One accepted occurrence with all that decides which is best. */
interface Candidate {
  readonly index: number;
  readonly occurrence: Occurrence;
  readonly step: MatchStep;
  readonly unmet: number;
}

/** The row "an occurrence at the accepted step or better": live, or differs when an agreed term is not met. */
export function judgeAccepted(terms: Terms, visit: Visit, context: JudgeContext): Judgement | null {
  const { page } = visit;
  const best = page === null ? null : bestOccurrence(terms, visit, page);
  if (page === null || best === null) return null;
  const findings = [
    ...termFindings(terms, best.occurrence, page),
    ...indexFindings(terms, visit),
    ...durationFindings(terms, page),
    ...labelFindings(terms, best.occurrence, context),
    ...doubts(best.occurrence),
    ...(best.step === 'redirects_to_target'
      ? [info('target_redirects', { href: best.occurrence.href })]
      : []),
    ...(visit.rendering === 'done' ? [info('only_after_scripts')] : []),
    ...outvoted(visit, page),
  ];
  const verdict = findings.some(({ severity }) => severity === 'error') ? 'differs' : 'live';
  return judgement(verdict, findings, best.index);
}

/**
 * The occurrence to judge among the accepted ones: highest step, then not hidden, then not in `noscript`, then most agreed
 * terms met, then first in source order.
 */
function bestOccurrence(terms: Terms, visit: Visit, page: PageFacts): Candidate | null {
  const ownSite = new Set(visit.ownSiteRedirects);
  let best: Candidate | null = null;
  for (const [index, occurrence] of page.occurrences.entries()) {
    const step = visit.matches[index] ?? 'other';
    if (!isAccepted(step, terms.match, ownSite.has(index))) continue;
    const unmet = termFindings(terms, occurrence, page).filter(({ severity }) => severity === 'error').length;
    const candidate = { index, occurrence, step, unmet };
    if (best === null || isBetter(candidate, best)) best = candidate;
  }
  return best;
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const [scores, otherScores] = [scoresOf(one), scoresOf(other)];
  for (const [at, score] of scores.entries()) {
    const difference = score - (otherScores[at] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Lower is better, the weightiest first. */
function scoresOf({ step, occurrence, unmet }: Candidate): number[] {
  return [
    MATCH_STEPS.indexOf(step),
    occurrence.hidden === null ? 0 : 1,
    occurrence.inNoscript ? 1 : 0,
    unmet,
  ];
}

function termFindings(terms: Terms, occurrence: Occurrence, page: PageFacts): Finding[] {
  const { googlebot } = page;
  const rel = occurrence.googleRel.join(' ');
  return [
    ...unmet(terms.rel, (value) => {
      const fault = relFault(value, occurrence.googleRel, googlebot.nofollow);
      return fault && { code: fault, params: { agreed: value, rel, pageNofollow: googlebot.nofollow } };
    }),
    ...unmet(terms.anchor, (value) =>
      sameAnchor(value, occurrence.anchor)
        ? null
        : { code: 'anchor_differs', params: { agreed: value, seen: occurrence.anchor } },
    ),
    ...unmet(terms.region, (value) =>
      value === occurrence.region
        ? null
        : { code: 'region_differs', params: { agreed: value, seen: occurrence.region } },
    ),
  ];
}

function indexFindings(terms: Terms, visit: Visit): Finding[] {
  return unmet(terms.indexable, (wanted) => {
    const reason = wanted ? notIndexableReason(visit) : null;
    return reason && { code: 'not_indexable', params: { reason } };
  });
}

/** The page announces its own end before the last day that was agreed (D97). */
function durationFindings(terms: Terms, page: PageFacts): Finding[] {
  const until = page.googlebot.unavailableAfter;
  return unmet(terms.duration, (lastDay) =>
    until !== null && until.slice(0, lastDay.length) < lastDay
      ? { code: 'duration_short', params: { agreed: lastDay, until } }
      : null,
  );
}

/** An agreed term that is not met is an error, an expected one a warning, an unknown one is never judged. */
function unmet<Value>(
  term: Term<Value>,
  fault: (value: Value) => Pick<Finding, 'code' | 'params'> | null,
): Finding[] {
  if (term.standing === 'unknown') return [];
  const found = fault(term.value);
  if (found === null) return [];
  return [{ ...found, severity: term.standing === 'agreed' ? 'error' : 'warning' }];
}

/** A compensated link without label is our own fault to mend: an error only where labelling was agreed (D73, D91). */
function labelFindings({ rel }: Terms, occurrence: Occurrence, context: JudgeContext): Finding[] {
  if (!context.compensated || context.labelled === true || isLabelled(occurrence.googleRel)) return [];
  const labellingAgreed = rel.standing === 'agreed' && rel.value === 'sponsored';
  const say = labellingAgreed ? error : warning;
  return [say('compensated_unlabelled', { rel: occurrence.googleRel.join(' ') })];
}

function doubts(occurrence: Occurrence): Finding[] {
  return [
    ...(occurrence.hidden === null ? [] : [warning('hidden_suspected', { reason: occurrence.hidden })]),
    ...(occurrence.inNoscript ? [warning('in_noscript')] : []),
  ];
}

/** Marks and limits that a link found on the page has outvoted: they stay as warnings. */
function outvoted(visit: Visit, page: PageFacts): Finding[] {
  return [
    ...page.marks.map((mark) => warning(mark)),
    ...otherSite(visit).map((params) => warning('other_site', params)),
    ...(visit.limit === null ? [] : [warning(visit.limit)]),
  ];
}

/**
 * The row "none at the accepted step, but the page links to that site": differs. Every step above `other` counts, also an
 * equivalent link where the exact address was agreed.
 */
export function judgeWrongTarget(terms: Terms, visit: Visit): Judgement | null {
  const { page } = visit;
  if (page === null) return null;
  let best: { index: number; occurrence: Occurrence; step: MatchStep } | null = null;
  for (const [index, occurrence] of page.occurrences.entries()) {
    const step = visit.matches[index] ?? 'other';
    if (step === 'other') continue;
    if (best === null || MATCH_STEPS.indexOf(step) < MATCH_STEPS.indexOf(best.step)) {
      best = { index, occurrence, step };
    }
  }
  if (best === null) return null;
  const params = { agreed: terms.targetUrl, href: best.occurrence.href, step: best.step };
  const findings = [error('wrong_target', params), ...doubts(best.occurrence), ...outvoted(visit, page)];
  return judgement('differs', findings, best.index);
}
