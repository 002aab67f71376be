import type { Visit } from '../verifier/facts.js';
import { judgeUnread } from '../verifier/judge-unread.js';

/** What a look at a page found: whether it answers, is gone, or could not be told. */
export const SIGHT_ANSWERS = ['answers', 'dead', 'unknown'] as const;
export type SightAnswer = (typeof SIGHT_ANSWERS)[number];

export interface PageSight {
  readonly answer: SightAnswer;
  /** HTTP status of the answer, null without one. */
  readonly status: number | null;
  /** Code of the verifier's finding, null where the page is read and nothing is wrong. */
  readonly finding: string | null;
}

/** Findings that mean nobody will read that page there. */
const DEAD = ['page_gone', 'dns', 'soft_404', 'domain_parked'];

/**
 * What a visit says about whether a page is still there (D288): gone (404, 410), its host unknown, a soft 404 or a parked domain are dead;
 * a page that answers is not, whatever else is wrong with it; anything else could not be told.
 */
export function pageSight(visit: Visit): PageSight {
  const { status } = visit;
  const unread = judgeUnread(visit);
  if (unread !== null) {
    const finding = unread.findings[0]?.code ?? null;
    // A document or a picture is no page to read, but it answers.
    if (finding === 'not_html') return { answer: 'answers', status, finding: null };
    return { answer: DEAD.includes(finding ?? '') ? 'dead' : 'unknown', status, finding };
  }
  const mark = visit.page?.marks.find((known) => DEAD.includes(known)) ?? null;
  return mark === null
    ? { answer: 'answers', status, finding: null }
    : { answer: 'dead', status, finding: mark };
}
