import { describe, expect, it } from '@jest/globals';
import type { Kind } from '../campaigns/kind.js';
import { kind as brokenLink } from '../campaigns/kinds/broken-link.js';
import { kind as guestBlogging } from '../campaigns/kinds/guest-blogging.js';
import { kind as haro } from '../campaigns/kinds/haro.js';
import { kind as linkInsertion } from '../campaigns/kinds/link-insertion.js';
import { kind as unlinkedMention } from '../campaigns/kinds/unlinked-mention.js';
import { fieldsProblem } from '../campaigns/pitch-fields.js';
import { readGuidelines } from './guidelines.js';
import { readMentions } from './mentions.js';
import { pageFacts } from './page-facts.js';
import { readSuggestionPage } from './page-reading.js';
import { fieldsOfPage, fieldsOfRequest, type ProposedField, readingAims } from './pitch-fields.js';
import { readRequests } from './requests.js';

const PAGE = readSuggestionPage(
  `<title>Shops</title><h1>Shops</h1><p>By <a rel="author" href="/ann">Ann Quay</a></p><time datetime="2026-03-01">March</time>
   <p>Heron Shop knows. A post has 800 words and costs €90. Links are nofollow.</p>`,
  'https://paper.example/post',
);
const BRAND = { names: ['Heron Shop'], siteKeys: ['heron.example'], declared: [] };
const FOUND = {
  url: PAGE.url,
  facts: pageFacts(PAGE),
  mentions: readMentions(PAGE, BRAND),
  guidelines: readGuidelines(PAGE),
};

const valuesOf = (fields: readonly ProposedField[]) =>
  Object.fromEntries(fields.map(({ key, value }) => [key, value]));

describe('what a page is read for', () => {
  it.each<[string, Kind, object]>([
    ['a broken link', brokenLink, { links: true, mentions: false, guidelines: false }],
    ['a mention', unlinkedMention, { links: false, mentions: true, guidelines: false }],
    ['a guest post', guestBlogging, { links: false, mentions: false, guidelines: true }],
    ['a paid link', linkInsertion, { links: false, mentions: false, guidelines: true }],
  ])('%s', (_, kind, aims) => {
    expect(readingAims(kind)).toEqual(aims);
  });
});

describe('fields of a pitch from a page', () => {
  it.each<[string, Kind, object]>([
    ['a broken link speaks of the page', brokenLink, { pageUrl: PAGE.url, pageTitle: 'Shops' }],
    [
      'a mention has its sentence, author and day',
      unlinkedMention,
      {
        pageUrl: PAGE.url,
        pageTitle: 'Shops',
        sentence: 'Heron Shop knows.',
        mentionedOn: '2026-03-01',
        author: 'Ann Quay',
        linkedElsewhere: false,
      },
    ],
    [
      'a guest post has their guidelines',
      guestBlogging,
      {
        guidelinesUrl: PAGE.url,
        acceptance: 'A post has 800 words and costs €90.\nLinks are nofollow.',
        relPolicy: 'nofollow',
      },
    ],
    [
      'a paid link has its price',
      linkInsertion,
      { pageUrl: PAGE.url, pageTitle: 'Shops', price: { minor: 9000, currency: 'EUR' } },
    ],
  ])('%s', (_, kind, expected) => {
    const fields = valuesOf(fieldsOfPage(kind, FOUND));
    expect(fields).toEqual(expected);
    expect(fieldsProblem(kind, fields)).toBeNull();
  });

  it('say nothing about a mention that is not there', () => {
    const mentions = readMentions(PAGE, { ...BRAND, names: ['Otter'] });
    const fields = valuesOf(fieldsOfPage(unlinkedMention, { ...FOUND, mentions }));
    expect(fields).not.toHaveProperty('sentence');
    expect(fields).not.toHaveProperty('linkedElsewhere');
  });
});

describe('fields of a pitch from a request', () => {
  const fields = (text: string) => {
    const reading = readRequests(text, Date.parse('2026-11-20T09:00:00Z'));
    const [request] = reading.requests;
    return request === undefined ? {} : valuesOf(fieldsOfRequest(haro, request, reading.source));
  };

  it('have their day, and their hour with its zone', () => {
    const read = fields(
      'Outlet: Canal Post\nDeadline: 24 November 2026, 5pm CET\nQuery: Why? Use at most 90 words.',
    );
    expect(read).toEqual({
      outlet: 'Canal Post',
      deadlineOn: '2026-11-24',
      deadlineTime: '17:00 CET',
      request: 'Why? Use at most 90 words.',
      questions: ['Why?'],
      instructions: 'Use at most 90 words.',
    });
    expect(fieldsProblem(haro, read)).toBeNull();
  });

  it('keep the words of a deadline nobody can read, and no day', () => {
    const read = fields('Outlet: Canal Post\nDeadline: ASAP\nQuery: Why?');
    expect(read).toMatchObject({ deadlineTime: 'ASAP' });
    expect(read).not.toHaveProperty('deadlineOn');
  });
});
