import { describe, expect, it } from '@jest/globals';
import {
  type Answered,
  type DomainCheck,
  dmarcWalk,
  judgeDkim,
  judgeDmarc,
  judgeMx,
  judgeSpf,
  readSpf,
  spfRecords,
} from './domain-checks.js';

const told = ({ state, code, detail }: DomainCheck) =>
  [state, code, detail].filter((part) => part !== null).join(' ');

describe('readSpf', () => {
  it.each([
    ['v=spf1 include:_spf.google.com ~all', ['_spf.google.com'], 1, '~'],
    [
      'v=spf1 a mx ip4:192.0.2.1 include:a.example include:b.example -all',
      ['a.example', 'b.example'],
      4,
      '-',
    ],
    ['v=spf1 a:mail.example/24 exists:%{i}.x.example ptr ?all', [], 3, '?'],
    ['v=spf1 include:%{d}.x.example all', [], 1, '+'],
    ['v=spf1 ip4:192.0.2.1', [], 0, null],
  ])('%s', (record, includes, lookups, ending) => {
    expect(readSpf(record)).toMatchObject({ includes, lookups, ending });
  });

  it('follows a redirect only where nothing ends the record', () => {
    expect(readSpf('v=spf1 redirect=_spf.x.example').redirect).toBe('_spf.x.example');
    expect(readSpf('v=spf1 redirect=_spf.x.example -all').redirect).toBeNull();
  });

  it('takes no other text for a record', () => {
    expect(spfRecords(['v=spf10 -all', 'v=spf1 -all', 'V=SPF1', 'google-site'])).toEqual([
      'v=spf1 -all',
      'V=SPF1',
    ]);
  });
});

describe('judgeSpf', () => {
  it.each<[string, Answered<string>, number | null, '-' | '+' | null, string]>([
    ['no answer', null, null, null, 'could_not_tell no_answer'],
    ['no record', [], 0, null, 'missing no_record'],
    ['two records', ['a', 'b'], 1, '-', 'wrong several_records'],
    ['one that lets everybody', ['a'], 1, '+', 'wrong lets_everybody'],
    ['one that asks too much', ['a'], 11, '-', 'wrong too_many_lookups 11'],
    ['one without an end', ['a'], 1, null, 'wrong no_ending'],
    ['one whose includes do not answer', ['a'], null, '-', 'could_not_tell no_answer'],
    ['one in order', ['a'], 10, '-', 'ok in_order'],
  ])('%s', (...[, records, lookups, ending, expected]) => {
    expect(told(judgeSpf(records, lookups, ending))).toBe(expected);
  });
});

describe('judgeDkim', () => {
  it.each<[string, Record<string, Answered<string>>, boolean, string]>([
    [
      'a key of a usual selector',
      { google: [], default: ['v=DKIM1; k=rsa; p=MIIB'] },
      false,
      'ok found default',
    ],
    ['a key without a version', { s1: ['k=rsa; p=MIIB'] }, false, 'ok found s1'],
    ['a revoked key', { s1: ['v=DKIM1; p='] }, true, 'wrong key_revoked s1'],
    ['another text', { s1: ['hello'] }, true, 'missing no_record s1'],
    ['nothing at a given selector', { own: [] }, true, 'missing no_record own'],
    ['nothing at the usual ones', { google: [], s1: [] }, false, 'could_not_tell selector_not_known'],
    ['no answer', { google: null }, true, 'could_not_tell no_answer'],
  ])('%s', (_, found, isGiven, expected) => {
    const answers = Object.entries(found).map(([selector, texts]) => ({ selector, texts }));
    expect(told(judgeDkim(answers, isGiven))).toBe(expected);
  });
});

describe('judgeDmarc', () => {
  it.each<[string, Answered<string>[], string]>([
    ['a strict policy', [['v=DMARC1; p=reject']], 'ok in_order reject'],
    ['one that only watches', [['v=DMARC1; p=none; rua=mailto:x@y.example']], 'ok only_watching none'],
    ['one in test', [['v=DMARC1; p=quarantine; t=y']], 'ok in_test quarantine'],
    ['one that asks for reports alone', [['v=DMARC1; rua=mailto:x@y.example']], 'ok only_watching none'],
    ['one without a policy', [['v=DMARC1; adkim=s']], 'wrong not_readable'],
    ['two of them', [['v=DMARC1; p=none', 'v=DMARC1; p=reject']], 'wrong several_records'],
    ['none anywhere', [[], [], []], 'missing no_record'],
    ['no answer', [null, []], 'could_not_tell no_answer'],
    ['the one of the organization', [[], ['v=DMARC1; p=reject'], []], 'ok in_order reject'],
    ['its word for sub-domains', [[], ['v=DMARC1; p=reject; sp=none'], []], 'ok only_watching none'],
    [
      'not the one of a public suffix',
      [[], ['v=DMARC1; p=reject'], ['v=DMARC1; p=none; psd=y']],
      'ok in_order reject',
    ],
    [
      'the marked organization before a wider one',
      [[], ['v=DMARC1; p=reject; psd=n'], ['v=DMARC1; p=none']],
      'ok in_order reject',
    ],
    ['an organization that does not answer', [[], null, []], 'could_not_tell no_answer'],
  ])('%s', (_, answers, expected) => {
    const names = dmarcWalk('mail.agency.example');
    expect(told(judgeDmarc(answers.map((texts, at) => ({ domain: names[at] ?? '', texts }))))).toBe(expected);
  });

  it.each([
    ['agency.example', ['agency.example', 'example']],
    [
      'a.b.c.d.e.f.g.h.i.example',
      [
        'a.b.c.d.e.f.g.h.i.example',
        'd.e.f.g.h.i.example',
        'e.f.g.h.i.example',
        'f.g.h.i.example',
        'g.h.i.example',
        'h.i.example',
        'i.example',
        'example',
      ],
    ],
  ])('walks from %s to its top in at most eight steps', (domain, names) => {
    expect(dmarcWalk(domain)).toEqual(names);
  });
});

describe('judgeMx', () => {
  it.each<[string, Answered<string>, string]>([
    ['no answer', null, 'could_not_tell no_answer'],
    ['none', [], 'missing no_mail_server'],
    ['a null MX', ['.'], 'wrong takes_no_mail'],
    ['a null MX as some resolvers say it', [''], 'wrong takes_no_mail'],
    ['a server', ['mx1.agency.example'], 'ok has_mail_servers mx1.agency.example'],
  ])('%s', (_, hosts, expected) => expect(told(judgeMx(hosts))).toBe(expected));
});
