import { type Severity, TERM_FINDINGS } from '../verifier/verdict.js';
import type { PlacementState } from './placement.js';

/** All that the sentence about a placement's state depends on. */
export interface SentenceFacts {
  readonly state: PlacementState;
  readonly rechecking: boolean;
  readonly overdue: boolean;
  readonly isBaselineRemoved: boolean;
  readonly isPageKnown: boolean;
  readonly isTargetFailing: boolean;
  /** Epoch milliseconds, as all times here; null for never. */
  readonly checkedAt: number | null;
  readonly stateSince: number;
  readonly lastSeenAt: number | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  /** The day until which a sight by hand counts; null when there is none that counts. */
  readonly seenByHandUntil: string | null;
  /** Findings of the last check, weightiest first. */
  readonly findings: readonly { readonly code: string; readonly severity: Severity }[];
  readonly seenRel: string | null;
  readonly seenAnchor: string | null;
}

export const SENTENCE_CODES = [
  'awaited',
  'awaited.page_unknown',
  'awaited.not_checked',
  'awaited.overdue',
  'awaited.target_failing',
  'live',
  'live.by_hand',
  'live.rechecking',
  'live.unlabelled',
  'live.not_as_expected',
  'live.target_failing',
  'differs',
  'differs.rechecking',
  'removed',
  'removed.never_seen',
  'removed.baseline',
  'site_down',
  'site_gone',
  'check_by_hand',
  'ended',
  'released',
  'replaced',
] as const;
export type SentenceCode = (typeof SENTENCE_CODES)[number];

export interface Sentence {
  readonly code: SentenceCode;
  /** `finding` is a finding code or `none`; times are epoch milliseconds, days text. */
  readonly params: Readonly<Record<string, string | number | null>>;
}

/**
 * The one sentence that says how a placement stands: its state first, then the one thing a person should know about it. A suspicion is
 * called so: while something is being rechecked the state stays what it was.
 */
export function sentenceOf(facts: SentenceFacts): Sentence {
  return SENTENCES[facts.state](facts);
}

const SENTENCES: Readonly<Record<PlacementState, (facts: SentenceFacts) => Sentence>> = {
  awaited: awaitedSentence,
  live: liveSentence,
  differs: differsSentence,
  removed: removedSentence,
  site_down: (facts) => said('site_down', facts, { finding: firstFinding(facts) }),
  site_gone: (facts) => said('site_gone', facts, { finding: firstFinding(facts) }),
  check_by_hand: (facts) => said('check_by_hand', facts, { finding: firstFinding(facts) }),
  ended: (facts) => said('ended', facts),
  released: (facts) => said('released', facts),
  replaced: (facts) => said('replaced', facts),
};

function awaitedSentence(facts: SentenceFacts): Sentence {
  if (facts.overdue) return said('awaited.overdue', facts, { dueOn: facts.dueOn });
  if (!facts.isPageKnown) return said('awaited.page_unknown', facts);
  if (facts.checkedAt === null) return said('awaited.not_checked', facts);
  if (facts.isTargetFailing) return said('awaited.target_failing', facts);
  return said('awaited', facts, { finding: firstFinding(facts) });
}

function liveSentence(facts: SentenceFacts): Sentence {
  if (facts.rechecking) return said('live.rechecking', facts, { finding: firstFinding(facts) });
  if (facts.seenByHandUntil !== null) return said('live.by_hand', facts, { until: facts.seenByHandUntil });
  if (facts.isTargetFailing) return said('live.target_failing', facts);
  if (has(facts, 'compensated_unlabelled')) return said('live.unlabelled', facts);
  const warning = facts.findings.find((finding) => finding.severity === 'warning');
  if (warning !== undefined)
    return said('live.not_as_expected', facts, { finding: warning.code, ...seen(facts) });
  return said('live', facts);
}

function differsSentence(facts: SentenceFacts): Sentence {
  if (facts.rechecking)
    return said('differs.rechecking', facts, { finding: firstFinding(facts), ...seen(facts) });
  return said('differs', facts, { finding: firstFinding(facts, MAKES_DIFFERS), ...seen(facts) });
}

function removedSentence(facts: SentenceFacts): Sentence {
  const params = { finding: firstFinding(facts, MAKES_REMOVED) };
  if (facts.isBaselineRemoved) return said('removed.baseline', facts, params);
  return said(facts.lastSeenAt === null ? 'removed.never_seen' : 'removed', facts, params);
}

function said(code: SentenceCode, facts: SentenceFacts, params: Sentence['params'] = {}): Sentence {
  return { code, params: { since: facts.stateSince, lastSeen: facts.lastSeenAt, ...params } };
}

/** Findings that lead to a state. A last check that could not tell has others, which are no reason for it. */
const MAKES_DIFFERS: ReadonlySet<string> = new Set(TERM_FINDINGS);
const MAKES_REMOVED: ReadonlySet<string> = new Set(['link_absent', 'page_gone']);

/** The finding that made the last verdict, of those that may have made the state; `none` when it is not known. */
function firstFinding(facts: SentenceFacts, makingState?: ReadonlySet<string>): string {
  const findings = facts.findings.filter(({ code }) => makingState?.has(code) ?? true);
  const weightiest = findings.find((finding) => finding.severity === 'error') ?? findings[0];
  return weightiest?.code ?? 'none';
}

function seen({ seenRel, seenAnchor }: SentenceFacts) {
  return { rel: seenRel ?? '', anchor: seenAnchor ?? '' };
}

function has({ findings }: SentenceFacts, code: string): boolean {
  return findings.some((finding) => finding.code === code);
}
