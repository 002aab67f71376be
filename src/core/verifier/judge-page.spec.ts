import { describe, expect, it } from '@jest/globals';
import { linking, reading, said } from '../../../test/builders/judged.js';
import { anOccurrence, aVisit, someTerms } from '../../../test/builders/visit.js';
import type { PageFacts, Visit } from './facts.js';
import { PAGE_MARKS } from './verdict.js';

describe('the way to the page', () => {
  const hops = (...urls: string[]) => urls.map((url) => ({ url, status: 301 }));
  it.each<[string, Partial<Visit>, string]>([
    ['http to https is fine', { redirects: hops('http://blog.example/post') }, 'live:'],
    [
      'https to http is told',
      { redirects: hops('https://blog.example/post'), finalUrl: 'http://blog.example/post' },
      'live: i:insecure_hop',
    ],
    [
      'https to http and back is told',
      { redirects: hops('https://blog.example/a', 'http://blog.example/a') },
      'live: i:insecure_hop',
    ],
    [
      'without a final address the hops are looked at',
      { redirects: hops('https://blog.example/a', 'HTTP://blog.example/a'), finalUrl: null },
      'live: i:insecure_hop',
    ],
    [
      'a link found on another site is live with a warning',
      { redirects: hops('https://old.example/post') },
      'live: ?other_site',
    ],
    ['a link found by rendering is told so', { rendering: 'done' }, 'live: i:only_after_scripts'],
    ['a link found before rendering failed is just live', { rendering: 'failed' }, 'live:'],
    ['a link found before the limit is live', { limit: 'too_large' }, 'live: ?too_large'],
    ['a link found before parsing was cut is live', { limit: 'parse_limit' }, 'live: ?parse_limit'],
  ])('%s', (_, changes, answer) => {
    expect(said({ ...linking({}), ...changes })).toBe(answer);
  });
});

function sentTo(asked: string, finalUrl: string): Visit {
  return aVisit({ redirects: [{ url: asked, status: 301 }], finalUrl });
}

describe('marks', () => {
  it.each(PAGE_MARKS)('%s is never absent', (mark) => {
    expect(said(reading({ marks: [mark] }))).toBe(`unverifiable: ${mark}`);
  });

  it.each(PAGE_MARKS)('a link found wins over %s', (mark) => {
    expect(said(reading({ marks: [mark], occurrences: [anOccurrence()] }))).toBe(`live: ?${mark}`);
  });

  it.each<[string, Visit, string]>([
    [
      'a wrong target wins over marks as well',
      { ...reading({ marks: ['login'], occurrences: [anOccurrence()] }), matches: ['same_site'] },
      'differs: wrong_target ?login',
    ],
    [
      'a gone mark weighs more than a wall',
      reading({ marks: ['login', 'soft_404'] }),
      'unverifiable: soft_404 ?login',
    ],
    ['two walls are both told', reading({ marks: ['login', 'paywall'] }), 'unverifiable: login paywall'],
    [
      'another site at the end proves nothing',
      aVisit({ redirects: [{ url: 'https://old.example/', status: 301 }] }),
      'unverifiable: other_site',
    ],
    [
      'another host of the same site is fine',
      aVisit({ redirects: [{ url: 'https://www.blog.example/', status: 301 }] }),
      'absent: link_absent',
    ],
    [
      'a redirect without a known end is fine',
      aVisit({ redirects: [{ url: 'https://old.example/', status: 301 }], finalUrl: null }),
      'absent: link_absent',
    ],
    [
      'a page that came back as the home page',
      sentTo('https://blog.example/post', 'https://blog.example/'),
      'unverifiable: soft_404',
    ],
    [
      'with its query gone',
      sentTo('https://blog.example/?p=12', 'https://blog.example/'),
      'unverifiable: soft_404',
    ],
    [
      'an index page that is the home page',
      sentTo('https://blog.example/index.php', 'https://blog.example/'),
      'absent: link_absent',
    ],
    [
      'a language that is the home page',
      sentTo('https://blog.example/nl/', 'https://blog.example/'),
      'absent: link_absent',
    ],
    [
      'another page of the site',
      sentTo('https://blog.example/post', 'https://blog.example/a/post'),
      'absent: link_absent',
    ],
    [
      'the home page of another site',
      sentTo('https://old.example/post', 'https://blog.example/'),
      'unverifiable: other_site',
    ],
    ['a page cut off proves nothing', aVisit({ limit: 'too_large' }), 'unverifiable: too_large'],
    ['a page parsed in part proves nothing', aVisit({ limit: 'parse_limit' }), 'unverifiable: parse_limit'],
    ['a script shell nobody rendered', reading({ looksScriptBuilt: true }), 'unverifiable: script_shell'],
    [
      'a script shell that could not be rendered',
      { ...reading({ looksScriptBuilt: true }), rendering: 'failed' },
      'unverifiable: script_shell',
    ],
    [
      'a page whose rendering was needed and failed',
      { ...aVisit(), rendering: 'failed' },
      'unverifiable: script_shell',
    ],
    [
      'a rendered page is read as it is',
      { ...reading({ looksScriptBuilt: true }), rendering: 'done' },
      'absent: link_absent',
    ],
  ])('%s', (_, visit, answer) => {
    expect(said(visit)).toBe(answer);
  });
});

describe('a page really read', () => {
  it.each<[string, Partial<PageFacts>, string | null, string]>([
    ['200 characters of main text are enough', { mainTextLength: 200 }, null, 'absent: link_absent'],
    ['199 are not', { mainTextLength: 199 }, null, 'unverifiable: script_shell'],
    [
      'the text known from before is enough',
      { mainTextLength: 30, mainTextHash: 'abc' },
      'abc',
      'absent: link_absent',
    ],
    [
      'another short text is not',
      { mainTextLength: 30, mainTextHash: 'abc' },
      'def',
      'unverifiable: script_shell',
    ],
    [
      'no text is never known text',
      { mainTextLength: 0, mainTextHash: null },
      null,
      'unverifiable: script_shell',
    ],
    [
      'any text without scripts is enough',
      { mainTextLength: 0, textLength: 1, hasScript: false },
      null,
      'absent: link_absent',
    ],
    [
      'no text at all is not',
      { mainTextLength: 0, textLength: 0, hasScript: false },
      null,
      'unverifiable: script_shell',
    ],
    [
      'any text with scripts is not',
      { mainTextLength: 0, textLength: 100, hasScript: true },
      null,
      'unverifiable: script_shell',
    ],
  ])('%s', (_, page, knownMainTextHash, answer) => {
    expect(said(reading(page), someTerms(), { knownMainTextHash })).toBe(answer);
  });
});
