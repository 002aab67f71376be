import { describe, expect, it } from '@jest/globals';
import { type MailFacts, mayMail } from './may-mail.js';
import { optInRule } from './opt-in-countries.js';

const facts = (more: Partial<MailFacts> = {}): MailFacts => ({
  country: 'NL',
  ground: null,
  hasEvidence: false,
  objectedOn: null,
  hasAddress: true,
  isErased: false,
  today: '2026-11-20',
  ...more,
});

describe('mayMail', () => {
  it.each<[string, Partial<MailFacts>, string, string]>([
    ['a Dutch company without a ground is not mailed', {}, 'no', 'ground_missing'],
    ['a consent with its page lets it', { ground: 'consent', hasEvidence: true }, 'yes', 'has_ground'],
    ['a consent nobody can prove is asked about', { ground: 'consent' }, 'ask', 'evidence_missing'],
    ['a published address needs its page', { ground: 'published_for_purpose' }, 'ask', 'evidence_missing'],
    [
      "a journalist's request is its own proof",
      { ground: 'journalist_request', hasEvidence: true },
      'yes',
      'has_ground',
    ],
    ['a customer is one without a page', { ground: 'existing_customer' }, 'yes', 'has_ground'],
    ['a running correspondence, too', { ground: 'ongoing_correspondence' }, 'yes', 'has_ground'],
    ['another ground is judged by a person', { ground: 'other', hasEvidence: true }, 'ask', 'own_words'],
    [
      'an objection beats every ground',
      { ground: 'consent', hasEvidence: true, objectedOn: '2026-01-01' },
      'no',
      'objected',
    ],
    [
      'an objection holds where no ground is needed',
      { country: 'US', objectedOn: '2026-01-01' },
      'no',
      'objected',
    ],
    ['in the United States no ground is needed', { country: 'US' }, 'yes', 'not_required'],
    ['in Germany one is', { country: 'DE' }, 'no', 'ground_missing'],
    ['a country nobody noted is asked about', { country: null }, 'ask', 'country_unknown'],
    ['a country whose rule could not be told is asked about', { country: 'BR' }, 'ask', 'rule_unknown'],
    ['nobody is mailed without an address', { country: 'US', hasAddress: false }, 'no', 'no_address'],
    ['an erased person is never mailed', { country: 'US', isErased: true }, 'no', 'erased'],
  ])('%s', (_, more, answer, code) => expect(mayMail(facts(more))).toEqual({ answer, code }));
});

describe('optInRule', () => {
  it.each([
    ['NL', '2026-11-20', 'required'],
    ['NL', '2009-09-30', 'unknown'],
    ['PL', '2024-11-10', 'required'],
    ['GB', '2026-11-20', 'not_required'],
    ['XX', '2026-11-20', 'unknown'],
    ['constructor', '2026-11-20', 'unknown'],
  ])('of %s on %s is %s', (country, today, rule) => expect(optInRule(country, today)).toBe(rule));
});
