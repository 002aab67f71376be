import type { AddressStatus } from '../contacts/contact.js';

const STATUSES: Readonly<Record<string, string>> = {
  new: 'new',
  nieuw: 'new',
  open: 'new',
  researching: 'researching',
  research: 'researching',
  onderzoek: 'researching',
  qualified: 'qualified',
  approved: 'qualified',
  geschikt: 'qualified',
  paused: 'paused',
  'on hold': 'paused',
  gepauzeerd: 'paused',
  unfit: 'unfit',
  rejected: 'unfit',
  'not a fit': 'unfit',
  disqualified: 'unfit',
  ongeschikt: 'unfit',
};

const STAGES: Readonly<Record<string, string>> = {
  unknown: 'unknown',
  cold: 'cold',
  'not started': 'cold',
  new: 'cold',
  contacted: 'contacted',
  'attempting to reach': 'contacted',
  'awaiting reply': 'contacted',
  benaderd: 'contacted',
  engaged: 'engaged',
  replied: 'engaged',
  'in conversation': 'engaged',
  'in gesprek': 'engaged',
  negotiating: 'engaged',
  partner: 'partner',
  'link accepted': 'partner',
  won: 'partner',
  dormant: 'dormant',
  inactive: 'dormant',
  declined: 'declined',
  lost: 'declined',
  'not interested': 'declined',
  afgewezen: 'declined',
};

/** Verification results of Hunter and its like (D220). */
const ADDRESS_WORDS: Readonly<Record<string, AddressStatus>> = {
  valid: 'valid',
  deliverable: 'valid',
  verified: 'valid',
  invalid: 'invalid',
  undeliverable: 'invalid',
  bounced: 'bounced',
  'accept all': 'risky',
  'catch all': 'risky',
  risky: 'risky',
  disposable: 'risky',
  webmail: 'unknown',
  unknown: 'unknown',
};

/** A status of our own by the words of sheets and tools; null for any other word, and for none. */
export function prospectStatus(text: string): string | null {
  return known(STATUSES, text);
}

/** A stage of a relationship by the words of sheets and tools (D219); null for any other word, and for none. */
export function relationshipStage(text: string): string | null {
  return known(STAGES, text);
}

/** Whether mail arrives, by a verifier's word; null for any other word, and for none. */
export function addressStatus(text: string): AddressStatus | null {
  return known(ADDRESS_WORDS, text);
}

function known<Word>(words: Readonly<Record<string, Word>>, text: string): Word | null {
  const folded = text
    .toLowerCase()
    .slice(0, 60)
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return Object.hasOwn(words, folded) ? (words[folded] ?? null) : null;
}
