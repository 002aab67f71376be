import type { PlacementDetail } from '../../../api/placement-views.js';

export type Tone = 'live' | 'differs' | 'removed' | 'quiet';

/** One of the three answers: its sentence in the catalogue, with its colour. */
export interface Answer {
  readonly key:
    | 'live.yes'
    | 'live.no'
    | 'live.unknown'
    | 'live.notYet'
    | 'terms.met'
    | 'terms.unmet'
    | 'terms.none'
    | 'terms.unknown'
    | 'rules.hold'
    | 'rules.broken'
    | 'rules.unknown';
  readonly tone: Tone;
  readonly count: number;
}

type Judged = Pick<PlacementDetail, 'state' | 'terms' | 'unmetTerms' | 'brokenRules' | 'lastVerdicts'>;

const LIVE_STATES = ['live', 'differs'];
const UNSURE_STATES = ['site_down', 'site_gone', 'check_by_hand'];

/**
 * Answers the three questions that stay apart: is the link live, are the agreed terms met, do the search engines' rules
 * hold. What the last visit could not see is "could not tell", never yes or no.
 */
export function threeAnswers(placement: Judged): readonly [Answer, Answer, Answer] {
  return [isLive(placement), termsMet(placement), rulesHold(placement)];
}

function isLive({ state }: Judged): Answer {
  if (LIVE_STATES.includes(state)) return { key: 'live.yes', tone: 'live', count: 0 };
  if (state === 'removed') return { key: 'live.no', tone: 'removed', count: 0 };
  if (UNSURE_STATES.includes(state)) return { key: 'live.unknown', tone: 'quiet', count: 0 };
  return { key: 'live.notYet', tone: 'quiet', count: 0 };
}

function termsMet(placement: Judged): Answer {
  const agreed = agreedTerms(placement);
  if (!wasSeen(placement)) return { key: 'terms.unknown', tone: 'quiet', count: 0 };
  if (placement.unmetTerms > 0) return { key: 'terms.unmet', tone: 'differs', count: placement.unmetTerms };
  return agreed === 0
    ? { key: 'terms.none', tone: 'quiet', count: 0 }
    : { key: 'terms.met', tone: 'live', count: agreed };
}

function rulesHold(placement: Judged): Answer {
  if (!wasSeen(placement)) return { key: 'rules.unknown', tone: 'quiet', count: 0 };
  return placement.brokenRules > 0
    ? { key: 'rules.broken', tone: 'differs', count: placement.brokenRules }
    : { key: 'rules.hold', tone: 'live', count: 0 };
}

function agreedTerms({ terms }: Judged): number {
  return [terms.rel, terms.anchor, terms.region, terms.indexable, terms.duration].filter(
    (term) => term.standing === 'agreed',
  ).length;
}

/** Terms and rules are read off the link: without a sight of it in the last check nothing is said about them. */
function wasSeen({ lastVerdicts }: Judged): boolean {
  const last = lastVerdicts.at(-1);
  return last === 'live' || last === 'differs';
}
