import { FRESH_MS } from './freshness.js';
import type { LastWordCode, LastWordParams } from './last-word-codes.js';
import type { LastWordFacts, MailToJudge } from './last-word-facts.js';
import { CANCELS, HOLDS, type LastWordRule, WAITS, type WaitingRule, windowsOf } from './last-word-rules.js';
import { firstMomentIn } from './window.js';

/** A reason, with what its sentence needs. */
export interface LastWordReason {
  readonly code: LastWordCode;
  readonly params: LastWordParams;
}

/** `hold`: a person must do something. `wait`: tried again at `until` (milliseconds since 1970). `cancel`: never. */
export type LastWord =
  | { readonly answer: 'go'; readonly warnings: readonly LastWordReason[] }
  | ({ readonly answer: 'hold' } & LastWordReason)
  | ({ readonly answer: 'wait'; readonly until: number } & LastWordReason)
  | ({ readonly answer: 'cancel' } & LastWordReason);

/** What a manager may let pass for one mail: what a person has to weigh, never what the recipient or the law forbids. */
export const OVERRIDABLE: readonly LastWordCode[] = ['conflict', 'ground_undecided', 'excluded_by_client'];

/** How long a mail rests for which no open window is found. */
const NO_WINDOW_MS = 24 * 3600_000;

/**
 * The last word before a mail leaves. What can never be sent comes first, so that nothing waits or is held for nothing; then what a person must
 * decide; then what time settles: of several waits the longest is told, and it ends inside the windows. Within a kind the order is that of
 * `LAST_WORD_CODES`. Caps, ground, conflict and opt-out line are asked of cold mails only: answers, running conversations, reclamations,
 * orders and people who work with us are exempt.
 */
export function judgeLastWord(facts: LastWordFacts): LastWord {
  const cancel = firstOf(CANCELS, facts);
  if (cancel !== null) return { answer: 'cancel', ...cancel };
  const hold = HOLDS.filter(({ code }) => !isOverridden(facts.mail, code));
  const held = firstOf(hold, facts);
  if (held !== null) return { answer: 'hold', ...held };
  return waiting(facts) ?? { answer: 'go', warnings: warningsOf(facts) };
}

/** Every reason there is, in order: for a preview of what would be said. */
export function allReasons(facts: LastWordFacts): readonly LastWordReason[] {
  const rules = [...CANCELS, ...HOLDS, ...WAITS];
  return [...rules.flatMap((rule) => reasonOf(rule, facts) ?? []), ...warningsOf(facts)];
}

/**
 * The last word once more, when the server waits for the text: whether something came between the claim and this moment that stops the mail.
 * What was counted at the claim is not counted again.
 */
export function judgeStillAllowed(facts: LastWordFacts): LastWord {
  const word = judgeLastWord({ ...facts, mailbox: { ...facts.mailbox, freshWithinMs: FRESH_MS.atText } });
  return word.answer === 'wait' && COUNTED.includes(word.code) ? { answer: 'go', warnings: [] } : word;
}

/** Settled at the claim: the mail itself is what fills them now. */
const COUNTED: readonly LastWordCode[] = [
  'cap_mailbox',
  'cap_campaign_week',
  'cap_site',
  'cap_person',
  'outside_window',
  'gap',
];

function waiting(facts: LastWordFacts): LastWord | null {
  const found = WAITS.flatMap((rule) => waitOf(rule, facts) ?? []);
  const [first, ...others] = found;
  if (first === undefined) return null;
  const longest = others.reduce((kept, wait) => (wait.until > kept.until ? wait : kept), first);
  const { code, params } = longest;
  const until = firstMomentIn(windowsOf(facts), longest.until) ?? longest.until + NO_WINDOW_MS;
  return { answer: 'wait', code, params, until };
}

function waitOf(rule: WaitingRule, facts: LastWordFacts): (LastWordReason & { until: number }) | null {
  const reason = reasonOf(rule, facts);
  return reason === null ? null : { ...reason, until: rule.until(facts) };
}

function firstOf(rules: readonly LastWordRule[], facts: LastWordFacts): LastWordReason | null {
  for (const rule of rules) {
    const reason = reasonOf(rule, facts);
    if (reason !== null) return reason;
  }
  return null;
}

function reasonOf(rule: LastWordRule, facts: LastWordFacts): LastWordReason | null {
  const params = rule.found(facts);
  return params === null ? null : { code: rule.code, params };
}

function isOverridden(mail: MailToJudge, code: LastWordCode): boolean {
  return OVERRIDABLE.includes(code) && mail.overridden.includes(code);
}

function warningsOf({ mail, site }: LastWordFacts): readonly LastWordReason[] {
  const isWarned = mail.isCold && mail.isFirst && site.conflicts.includes('already_links');
  return isWarned ? [{ code: 'site_linked_already', params: {} }] : [];
}
