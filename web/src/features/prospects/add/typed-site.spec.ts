import { describe, expect, it } from '@jest/globals';
import { hostsAbove, type KnownSite, siteOf, typedAddress } from './typed-site.js';

const site = (id: string, host: string, pathPrefix = ''): KnownSite => ({
  id,
  host,
  pathPrefix,
  displayHost: host,
});

describe('what was typed as a site', () => {
  it.each<[string, string, string | null]>([
    ['a host alone', 'Blog.Example', 'blog.example'],
    ['a page with its scheme', 'https://www.blog.example/a/b?c', 'blog.example'],
    ['a host in Unicode', 'bücher.example', 'xn--bcher-kva.example'],
    ['a word is no address yet', 'blog', null],
    ['half a host is no address yet', 'blog.', null],
    ['words with blanks are none', 'my blog.example', null],
    ['nothing is none', ' ', null],
  ])('%s', (_, text, host) => {
    expect(typedAddress(text)?.host ?? null).toBe(host);
  });

  it('a host belongs to itself before what it is a part of', () => {
    expect(hostsAbove('shop.blog.example')).toEqual(['shop.blog.example', 'blog.example']);
  });

  it.each<[string, string, string | null]>([
    ['a page under a declared path belongs to that site', '/jan/post', 'jan'],
    ['a page beside it belongs to the whole host', '/janet', 'all'],
  ])('%s', (_, path, id) => {
    const sites = [site('all', 'blog.example'), site('jan', 'blog.example', '/jan')];
    expect(siteOf(sites, 'blog.example', path)?.id ?? null).toBe(id);
  });

  it('another host is no match, however alike it begins', () => {
    expect(siteOf([site('a', 'blog.example.test')], 'blog.example', '/')).toBeNull();
  });
});
