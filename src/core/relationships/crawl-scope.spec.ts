import { describe, expect, it } from '@jest/globals';
import { bodyFacts, factsOf } from '../../../test/builders/html.js';
import { crawlTarget, nextPages } from './crawl-scope.js';

const OWN = { siteKey: 'blog.example', declaredSubSites: ['partner.blog.example', 'blog.example/people'] };

describe('crawlTarget', () => {
  it.each<[string, string | null]>([
    ['https://blog.example/a#part', 'https://blog.example/a'],
    ['http://shop.blog.example/a?b=1', 'http://shop.blog.example/a?b=1'],
    ['https://other.example/a', null],
    ['https://partner.blog.example/a', null],
    ['https://blog.example/people/anna', null],
    ['https://blog.example/peoples', 'https://blog.example/peoples'],
    ['https://blog.example/photo.JPG', null],
    ['https://blog.example/a/b/a/b/a/b/a', null],
    ['https://me:secret@blog.example/a', null],
    [`https://blog.example/${'a'.repeat(2000)}`, null],
    ['ftp://blog.example/a', null],
    ['nonsense', null],
  ])('%s is %s', (address, expected) => {
    expect(crawlTarget(address, OWN)?.url ?? null).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['/search?q=a&page=1', '/search?page=9&q=b', true],
    ['/calendar/2026/11', '/calendar/2031/02', true],
    ['/calendar/2026/11', '/diary/2026/11', false],
    ['/events?on=2026-11-20', '/events?on=2031-02-01', true],
    ['/shop?color=red&color=blue&size=1', '/shop?size=2&color=red&color=pink', true],
  ])('%s and %s are of one pattern: %s', (one, other, same) => {
    const [first, second] = [one, other].map(
      (path) => crawlTarget(`https://blog.example${path}`, OWN)?.pattern,
    );
    expect(first).not.toBeNull();
    expect(first?.key === second?.key).toBe(same);
  });

  it.each(['/page/12', '/forum/12/345', '/articles/ten-gardens', '/product?id=12', '/2026/ten-gardens', '/'])(
    '%s is of no pattern',
    (path) => {
      expect(crawlTarget(`https://blog.example${path}`, OWN)?.pattern).toBeNull();
    },
  );
});

describe('nextPages', () => {
  it('are the pages of the own site, each once, without those marked nofollow', () => {
    const facts = bodyFacts(
      '<a href="/b">b</a><a href="/a">a</a><a href="/b#x">b</a><a rel="nofollow" href="/c">c</a><a href="https://other.example/">o</a>',
    );
    expect(nextPages(facts, OWN).map(({ url }) => url)).toEqual([
      'https://blog.example/b',
      'https://blog.example/a',
    ]);
  });

  it('are none on a page that asks not to be followed', () => {
    const facts = factsOf('<meta name="robots" content="nofollow"><a href="/b">b</a>');
    expect(nextPages(facts, OWN)).toEqual([]);
  });
});
