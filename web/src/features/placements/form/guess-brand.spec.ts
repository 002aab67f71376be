import { describe, expect, it } from '@jest/globals';
import { addressOf, guessBrand, isOnlyASite } from './guess-brand.js';

const shop = { id: 'shop', homeUrl: 'https://shop.example/' };
const blog = { id: 'blog', homeUrl: 'https://shop.example/blog/' };
const help = { id: 'help', homeUrl: 'https://help.shop.example' };

describe('guessBrand', () => {
  it.each<[string, string, string | null]>([
    ['the brand whose site it is', 'https://shop.example/offers', 'shop'],
    ['www and a missing scheme are no other site', 'www.shop.example/offers', 'shop'],
    ['the longest home wins', 'https://shop.example/blog/one', 'blog'],
    ['a sub-domain of its own wins over its parent', 'https://help.shop.example/faq', 'help'],
    ['a foreign site is nobody’s', 'https://other.example/', null],
    ['a name that only ends alike is foreign', 'https://workshop.example/', null],
    ['words are no address', 'our home page', null],
  ])('%s', (_, target, wanted) => {
    expect(guessBrand(target, [shop, blog, help])?.id ?? null).toBe(wanted);
  });
});

describe('what was pasted', () => {
  it.each<[string, string, boolean]>([
    ['a bare host is only a site', 'blog.example', true],
    ['a host with a path is a page', 'blog.example/post', false],
    ['a home page given in full is a page', 'https://blog.example/', false],
    ['nothing is no site', '', false],
  ])('%s', (_, typed, wanted) => {
    expect(isOnlyASite(typed)).toBe(wanted);
  });

  it.each([['mailto:a@b.example'], ['javascript:alert(1)'], ['blog'], ['a b.example']])(
    '%s is no web address',
    (typed) => {
      expect(addressOf(typed)).toBeNull();
    },
  );
});
