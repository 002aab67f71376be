import type { MatchStep, Terms } from '../../src/core/placements/terms.js';
import type { Occurrence, PageFacts, Visit } from '../../src/core/verifier/facts.js';
import { judge } from '../../src/core/verifier/judge.js';
import { type JudgeContext, NO_CONTEXT } from '../../src/core/verifier/judge-context.js';
import { anOccurrence, aPage, aVisit, someTerms } from './visit.js';

/** Verdict and findings in one line: errors plain, `?` before a warning, `i:` before an info. */
export function said(visit: Visit, terms: Terms = someTerms(), context: Partial<JudgeContext> = {}): string {
  const { verdict, findings } = judge(terms, visit, { ...NO_CONTEXT, ...context });
  const sign = { error: '', warning: '?', info: 'i:' };
  return [`${verdict}:`, ...findings.map(({ code, severity }) => sign[severity] + code)].join(' ');
}

/** A visit to a page with these links, all of them exact. */
export function linking(...links: Partial<Occurrence>[]): Visit {
  return aVisit({ page: aPage({ occurrences: links.map((link) => anOccurrence(link)) }) });
}

/** A visit to a page with one link on this step of the ladder. */
export function matching(step: MatchStep, changes: Partial<Visit> = {}): Visit {
  return { ...linking({}), matches: [step], ...changes };
}

/** A visit to an ordinary page changed in this way. */
export function reading(changes: Partial<PageFacts>): Visit {
  return aVisit({ page: aPage(changes) });
}

/** What a visit holds when nobody answered. */
export const NO_ANSWER: Partial<Visit> = { status: null, finalUrl: null, page: null, contentType: null };
