import { describe, expect, it } from '@jest/globals';
import type { Region } from '../placements/terms.js';
import { looksLikeRedirector, wrapperOf } from './link-wrappers.js';
import { followCandidates, matchOccurrences, redirectStep } from './redirect-steps.js';

const TARGET = 'https://shop.example/guide';
const PAGE = { pageUrl: 'https://blog.example/post' };

function links(...hrefs: (string | [string, Region])[]): { href: string; region: Region }[] {
  return hrefs.map((link) =>
    typeof link === 'string' ? { href: link, region: 'content' } : { href: link[0], region: link[1] },
  );
}

describe('followCandidates', () => {
  it.each<[string, ReturnType<typeof links>, string[]]>([
    ['an exact match needs no request', links('https://shop.example/old', TARGET), []],
    [
      'an equivalent match needs none',
      links('https://shop.example/old', 'http://www.shop.example/guide/'),
      [],
    ],
    ['a link to the target’s site is tried', links('https://shop.example/old'), ['https://shop.example/old']],
    ['another query of the target is tried', links(`${TARGET}?v=1`), [`${TARGET}?v=1`]],
    ['a shortener is tried', links('https://bit.ly/x'), ['https://bit.ly/x']],
    ['a sub-domain of a wrapper is tried', links('https://x.pxf.io/c/1'), ['https://x.pxf.io/c/1']],
    [
      'a redirect address of the page’s site is tried',
      links('https://blog.example/go/shop'),
      ['https://blog.example/go/shop'],
    ],
    [
      'an address with the target in its query is tried',
      links(`https://blog.example/l?u=${encodeURIComponent(TARGET)}`),
      [`https://blog.example/l?u=${encodeURIComponent(TARGET)}`],
    ],
    ['a link to a stranger is not', links('https://other.example/', 'https://other.example/go/x'), []],
    ['a link within the page’s site is not', links('https://blog.example/about'), []],
    ['nothing on the page, nothing to try', [], []],
    [
      'the same address is tried once, fragments apart',
      links('https://shop.example/a#1', 'https://shop.example/a#2'),
      ['https://shop.example/a'],
    ],
    [
      'at most three',
      links(
        'https://shop.example/1',
        'https://shop.example/2',
        'https://shop.example/3',
        'https://shop.example/4',
      ),
      ['https://shop.example/1', 'https://shop.example/2', 'https://shop.example/3'],
    ],
    [
      'content comes before the footer',
      links(['https://shop.example/f', 'footer'], 'https://shop.example/c'),
      ['https://shop.example/c', 'https://shop.example/f'],
    ],
    [
      'the better place of an address counts',
      links(
        ['https://shop.example/f', 'footer'],
        ['https://shop.example/a', 'nav'],
        'https://shop.example/f',
      ),
      ['https://shop.example/f', 'https://shop.example/a'],
    ],
    [
      'a wrapper that names the target comes first',
      links('https://shop.example/a', 'https://bit.ly/x', 'https://blog.example/go/shop.example'),
      ['https://blog.example/go/shop.example', 'https://shop.example/a', 'https://bit.ly/x'],
    ],
  ])('%s', (_, occurrences, addresses) => {
    expect(followCandidates(occurrences, TARGET, PAGE)).toEqual(addresses);
  });

  it('on a page of the target’s own site its menu comes last', () => {
    const occurrences = links('https://shop.example/menu', 'https://bit.ly/x');
    expect(followCandidates(occurrences, TARGET, { pageUrl: 'https://shop.example/' })).toEqual([
      'https://bit.ly/x',
      'https://shop.example/menu',
    ]);
  });

  it('the page itself has answered and is not asked again', () => {
    const occurrences = links('https://shop.example/post#more', 'https://shop.example/old');
    expect(followCandidates(occurrences, TARGET, { pageUrl: 'https://shop.example/post' })).toEqual([
      'https://shop.example/old',
    ]);
  });

  it('a target that is no address leads to wrappers at most', () => {
    expect(followCandidates(links('https://bit.ly/x', 'https://a.example/'), 'nonsense', PAGE)).toEqual([
      'https://bit.ly/x',
    ]);
  });
});

describe('redirectStep', () => {
  it.each<[string, string[], ReturnType<typeof redirectStep>]>([
    [
      'a chain within the target’s site',
      ['https://shop.example/old', TARGET],
      { step: 'redirects_to_target', ownSite: true, wrapper: null },
    ],
    [
      'a chain that ends at an equivalent address',
      ['http://shop.example/old', 'http://www.shop.example/guide/'],
      { step: 'redirects_to_target', ownSite: true, wrapper: null },
    ],
    [
      'a chain through a shortener',
      ['https://bit.ly/x', TARGET],
      { step: 'redirects_to_target', ownSite: false, wrapper: 'bit.ly' },
    ],
    [
      'a chain through a stranger',
      ['https://shop.example/a', 'https://count.example/', TARGET],
      { step: 'redirects_to_target', ownSite: false, wrapper: null },
    ],
    ['a chain that ends elsewhere', ['https://shop.example/old', 'https://shop.example/'], null],
    ['a chain that ends at another query', ['https://shop.example/old', `${TARGET}?a=1`], null],
    ['an address that did not redirect', [TARGET], null],
    ['nothing observed', [], null],
  ])('%s', (_, chain, answer) => {
    expect(redirectStep(chain, TARGET)).toEqual(answer);
  });
});

describe('matchOccurrences', () => {
  it('lifts what redirects to the target and leaves the rest on its own step', () => {
    const occurrences = links(
      'https://shop.example/old#a',
      'https://bit.ly/x',
      'https://shop.example/other',
      TARGET,
      'https://x.example/',
    );
    const chains = new Map([
      ['https://shop.example/old', ['https://shop.example/old', TARGET]],
      ['https://bit.ly/x', ['https://bit.ly/x', TARGET]],
      ['https://shop.example/other', ['https://shop.example/other']],
    ]);
    expect(matchOccurrences(occurrences, TARGET, chains)).toEqual({
      matches: ['redirects_to_target', 'redirects_to_target', 'same_site', 'exact', 'other'],
      ownSiteRedirects: [0],
    });
  });
});

describe('wrappers', () => {
  it.each<[string, string, string | null]>([
    ['a shortener is named', 'https://bit.ly/abc', 'bit.ly'],
    ['www makes no difference', 'https://www.awin1.com/cread.php?x=1', 'awin1.com'],
    ['an affiliate network by sub-domain', 'https://brand.sjv.io/abc', 'sjv.io'],
    ['the host of a large site only where it redirects', 'https://www.facebook.com/shop', null],
    ['its redirector is one', 'https://l.facebook.com/l.php?u=x', 'l.facebook.com'],
    ['a name that ends alike is none', 'https://notbit.ly/', null],
    ['no address is none', 'bit.ly/abc', null],
  ])('%s', (_, href, wrapper) => {
    expect(wrapperOf(href)).toBe(wrapper);
  });

  it.each<[string, string, boolean]>([
    ['/go/ leads out', 'https://blog.example/go/x', true],
    ['/out.php leads out', 'https://blog.example/out.php?id=1', true],
    ['an address in the query leads out', 'https://blog.example/r?to=https%3A%2F%2Fshop.example', true],
    ['an unescaped address too', 'https://blog.example/r?to=https://shop.example', true],
    ['a scheme-less address too', 'https://blog.example/r?to=//shop.example', true],
    ['a word that starts alike does not', 'https://blog.example/golf/', false],
    ['an article does not', 'https://blog.example/2026/links', false],
    ['no address does not', '/go/x', false],
  ])('%s', (_, href, answer) => {
    expect(looksLikeRedirector(href)).toBe(answer);
  });
});
