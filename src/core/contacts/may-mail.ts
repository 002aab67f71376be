import type { Ground } from './contact.js';
import { optInRule } from './opt-in-countries.js';

export const MAIL_ANSWERS = ['yes', 'no', 'ask'] as const;
export type MailAnswer = (typeof MAIL_ANSWERS)[number];

export const MAY_MAIL_CODES = [
  'has_ground',
  'own_words',
  'not_required',
  'objected',
  'erased',
  'no_address',
  'ground_missing',
  'evidence_missing',
  'country_unknown',
  'rule_unknown',
] as const;
export type MayMailCode = (typeof MAY_MAIL_CODES)[number];

export interface MayMail {
  readonly answer: MailAnswer;
  readonly code: MayMailCode;
}

/** What is known of a contact that bears on a first mail. Days are YYYY-MM-DD. */
export interface MailFacts {
  /** ISO 3166-1 in capitals, null while not known. */
  readonly country: string | null;
  /** The ground that holds, null when there is none. */
  readonly ground: Ground | null;
  /** Whether a page or words prove the ground. */
  readonly hasEvidence: boolean;
  /** The day they objected to being mailed, null when they did not. */
  readonly objectedOn: string | null;
  readonly hasAddress: boolean;
  readonly isErased: boolean;
  readonly today: string;
}

/** Grounds the sender must be able to prove (Telecommunicatiewet 11.7: D266; GDPR 7(1)). */
const PROVEN: readonly Ground[] = ['consent', 'published_for_purpose', 'journalist_request', 'other'];

/**
 * Whether a contact may be sent a first mail: `no` against an objection, which is absolute (GDPR 21(2)-(3), D269), and in a country where companies
 * must opt in when no ground is recorded (D266-D268); `ask` where a person has to decide: nothing proves the ground, or the country or its rule
 * is not known. An objection dated in the future counts, too: it was said.
 */
export function mayMail(facts: MailFacts): MayMail {
  if (facts.isErased) return { answer: 'no', code: 'erased' };
  if (facts.objectedOn !== null) return { answer: 'no', code: 'objected' };
  if (!facts.hasAddress) return { answer: 'no', code: 'no_address' };
  return facts.ground === null ? withoutGround(facts) : withGround(facts.ground, facts.hasEvidence);
}

function withGround(ground: Ground, hasEvidence: boolean): MayMail {
  if (PROVEN.includes(ground) && !hasEvidence) return { answer: 'ask', code: 'evidence_missing' };
  return ground === 'other' ? { answer: 'ask', code: 'own_words' } : { answer: 'yes', code: 'has_ground' };
}

function withoutGround({ country, today }: MailFacts): MayMail {
  if (country === null) return { answer: 'ask', code: 'country_unknown' };
  switch (optInRule(country, today)) {
    case 'required':
      return { answer: 'no', code: 'ground_missing' };
    case 'not_required':
      return { answer: 'yes', code: 'not_required' };
    case 'unknown':
      return { answer: 'ask', code: 'rule_unknown' };
  }
}
