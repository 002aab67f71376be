import { describe, expect, it } from '@jest/globals';
import { mayBeFeed, readFeed } from './read-feed.js';

const read = (text: string) => readFeed(Buffer.from(text), 'https://a.example/blog/');
const at = (text: string): number => Date.parse(text);

describe('a list of pages', () => {
  it.each<[string, string, unknown]>([
    [
      'RSS with its dates',
      `<?xml version="1.0"?><rss version="2.0"><channel><link>https://a.example/</link>
        <item><title>One &amp; two</title><link>https://a.example/one</link><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>
        <item><link><![CDATA[ /two ]]></link></item></channel></rss>`,
      {
        kind: 'feed',
        entries: [
          { url: 'https://a.example/one', at: at('2026-11-20T09:00:00Z') },
          { url: 'https://a.example/two', at: null },
        ],
      },
    ],
    [
      'Atom, whose links have kinds',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="edit" href="/edit"/><link href="one"/>
        <published>2026-11-19T08:00:00Z</published><updated>2026-11-20T08:00:00Z</updated><author><link>x</link></author></entry></feed>`,
      { kind: 'feed', entries: [{ url: 'https://a.example/blog/one', at: at('2026-11-19T08:00:00Z') }] },
    ],
    [
      'a sitemap with prefixes',
      `<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://a.example/x</s:loc>
        <s:lastmod>2026-11-18</s:lastmod></s:url><s:url><s:loc>mailto:x@a.example</s:loc></s:url></s:urlset>`,
      { kind: 'sitemap', entries: [{ url: 'https://a.example/x', at: at('2026-11-18') }] },
    ],
    [
      'an index of sitemaps',
      '<sitemapindex><sitemap><loc>https://a.example/posts.xml</loc></sitemap></sitemapindex>',
      { kind: 'sitemap_index', entries: [{ url: 'https://a.example/posts.xml', at: null }] },
    ],
    [
      'one that breaks off, as far as it goes',
      '<rss><channel><item><link>https://a.example/one</link></item><item><li',
      { kind: 'feed', entries: [{ url: 'https://a.example/one', at: null }] },
    ],
    ['an empty feed', '<rss><channel></channel></rss>', { kind: 'feed', entries: [] }],
    ['HTML is none', '<html><body><url><loc>https://a.example/</loc></url></body></html>', null],
    ['text is none', 'User-agent: *', null],
    [
      'entities of its own are not grown',
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><link>&b;</link></item></rss>',
      null,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each<[string | null, boolean]>([
    ['application/rss+xml; charset=utf-8', true],
    ['text/xml', true],
    ['application/xml', true],
    ['text/html', false],
    ['image/png', false],
    [null, false],
  ])('of type %s may be one: %s', (type, expected) => {
    expect(mayBeFeed(type)).toBe(expected);
  });
});
