import { describe, expect, it } from '@jest/globals';
import type { Visit } from '../verifier/facts.js';
import { pageSight } from './dead-sight.js';
import { readGuidelines } from './guidelines.js';
import { readMentions } from './mentions.js';
import { outgoingLinks } from './outgoing-links.js';
import { pageFacts } from './page-facts.js';
import { readSuggestionPage } from './page-reading.js';

const URL_ = 'https://paper.example/post';
const page = (html: string) => readSuggestionPage(html, URL_);
const BRAND = { names: ['Heron Shop', 'HeronShop'], siteKeys: ['heron.example'], declared: [] };

describe('what a page says about itself', () => {
  it.each<[string, string, object]>([
    [
      'its title without the site’s name',
      '<title>Ten herons - The Paper</title><h1>Ten herons</h1>',
      { title: { value: 'Ten herons', where: 'page_heading' } },
    ],
    [
      'the title it gives for sharing',
      '<title>Home</title><meta property="og:title" content="Ten herons">',
      { title: { value: 'Ten herons', where: 'page_meta' } },
    ],
    ['its language', '<html lang="nl-NL"><p>x', { language: { value: 'nl', where: 'page_language' } }],
    ['no language where none is told', '<p>Dit is Nederlands', { language: null }],
    [
      'its author in data',
      '<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","author":{"name":"Ann Quay"},"datePublished":"2026-03-01T10:00:00Z"}]}</script>',
      { author: { value: 'Ann Quay', where: 'structured_data' }, publishedOn: { value: '2026-03-01' } },
    ],
    [
      'its author as marked',
      '<p>By <a rel="author" href="/ann">Ann Quay</a>',
      { author: { value: 'Ann Quay', where: 'author_mark' } },
    ],
    [
      'its author in a byline',
      '<article><header><p>Door Piet Sloot, 3 mei</p></header></article>',
      { author: { value: 'Piet Sloot', where: 'byline', quote: 'Door Piet Sloot, 3 mei' } },
    ],
    [
      'no author where it is everybody',
      '<meta name="author" content="admin"><p>By the river we sat',
      { author: null },
    ],
    [
      'its one day',
      '<article><time datetime="2026-03-01">1 March</time></article>',
      { publishedOn: { value: '2026-03-01', where: 'time_mark' } },
    ],
    [
      'no day where there are several',
      '<time datetime="2026-03-01">x</time><time datetime="2026-04-01">y</time>',
      { publishedOn: null },
    ],
  ])('%s', (_, html, expected) => {
    expect(pageFacts(page(html))).toMatchObject(expected);
  });
});

describe('a mention', () => {
  it.each<[string, string, string, object[]]>([
    [
      'without a link',
      '<h2>Shops</h2><p>We went out. At Heron Shop they know it all. Good.',
      'unlinked',
      [
        {
          sentence: 'At Heron Shop they know it all.',
          name: 'Heron Shop',
          heading: 'Shops',
          isLinked: false,
        },
      ],
    ],
    [
      'with a link in its sentence',
      '<p>See <a href="https://www.heron.example/x">Heron Shop</a> today. Bye.',
      'linked_here',
      [{ isLinked: true }],
    ],
    [
      'with a link in another sentence',
      '<p>Heron Shop is fine. Look <a href="https://heron.example">here</a> for more.',
      'linked_elsewhere',
      [{ isLinked: false }],
    ],
    ['by another name, in any case', '<p>heronshop helps.', 'unlinked', [{ name: 'heronshop' }]],
    ['is a whole word', '<p>The Heron Shopkeeper came.', 'not_mentioned', []],
    [
      'in the frame comes last',
      '<nav>Heron Shop</nav><p>Heron Shop helps.',
      'unlinked',
      [{ isFrame: false }, { isFrame: true }],
    ],
    ['is not in scripts', '<script>"Heron Shop"</script><p>x', 'not_mentioned', []],
    [
      'goes on behind an abbreviation',
      '<p>Mr. Quay of Heron Shop spoke.',
      'unlinked',
      [{ sentence: 'Mr. Quay of Heron Shop spoke.' }],
    ],
    [
      'of a shop that only looks like ours',
      '<p><a href="https://heron.example.org">Heron Shop</a>',
      'unlinked',
      [{ isLinked: false }],
    ],
  ])('%s', (_, html, answer, mentions) => {
    const reading = readMentions(page(html), BRAND);
    expect(reading).toMatchObject({ answer, mentions });
    expect(reading.mentions).toHaveLength(mentions.length);
  });

  it('of names with signs is found', () => {
    expect(readMentions(page('<p>Buy at C++ (shop) now.'), { ...BRAND, names: ['C++ (shop)'] }).answer).toBe(
      'unlinked',
    );
  });
});

describe('links to look at', () => {
  it('are each address once, content before frame, other sites before a few of its own', () => {
    const own = Array.from({ length: 9 }, (_, no) => `<a href="/own${no}">o</a>`).join('');
    const html = `<footer><a href="https://frame.example/">f</a></footer><p>${own} Read <a href="https://a.example/x#top">all of it</a> and <a href="https://a.example/x">again</a>.
      <a href="https://a.example/pic.jpg">pic</a> <a href="https://www.facebook.com/us">fb</a> <a href="mailto:a@b.example">m</a></p>`;
    const links = outgoingLinks(page(html));
    expect(links.map(({ url }) => url.replace('https://', ''))).toEqual([
      'a.example/x',
      'frame.example/',
      ...[0, 1, 2, 3, 4].map((no) => `paper.example/own${no}`),
    ]);
    expect(links[0]).toMatchObject({
      anchor: 'all of it',
      isOutbound: true,
      sentence: expect.stringContaining('Read all of it and again.'),
    });
  });

  it('are forty at most', () => {
    const html = Array.from({ length: 90 }, (_, no) => `<a href="https://s${no}.example/">x</a>`).join(' ');
    expect(outgoingLinks(page(html))).toHaveLength(40);
  });
});

describe('a look at a page', () => {
  const visit = (changes: Partial<Visit>): Visit => ({
    failure: null,
    robotsAllowed: { own: true, googlebot: true },
    status: 200,
    finalUrl: URL_,
    redirects: [],
    contentType: 'text/html',
    page: null,
    limit: null,
    rendering: 'none',
    matches: [],
    ...changes,
  });
  const read = (marks: readonly string[]) =>
    visit({ page: { marks } as unknown as NonNullable<Visit['page']> });

  it.each<[string, Visit, object]>([
    ['that is gone', visit({ status: 410 }), { answer: 'dead', status: 410, finding: 'page_gone' }],
    [
      'whose host is unknown',
      visit({ status: null, failure: { code: 'dns', detail: null } }),
      { answer: 'dead', status: null, finding: 'dns' },
    ],
    ['that says it is not found', read(['soft_404']), { answer: 'dead', finding: 'soft_404' }],
    ['whose domain is for sale', read(['domain_parked']), { answer: 'dead', finding: 'domain_parked' }],
    ['that answers', read([]), { answer: 'answers', status: 200, finding: null }],
    ['that is a document', visit({ contentType: 'application/pdf' }), { answer: 'answers', finding: null }],
    ['that refuses', visit({ status: 403 }), { answer: 'unknown', status: 403, finding: 'http_status' }],
    ['whose server fails', visit({ status: 503 }), { answer: 'unknown', finding: 'server_error' }],
    [
      'that takes too long',
      visit({ status: null, failure: { code: 'timeout', detail: null } }),
      { answer: 'unknown', finding: 'timeout' },
    ],
    [
      'that is closed to us',
      visit({ status: null, robotsAllowed: { own: false, googlebot: true } }),
      { answer: 'unknown', finding: 'robots_denied' },
    ],
  ])('%s', (_, seen, expected) => {
    expect(pageSight(seen)).toMatchObject(expected);
  });
});

describe('guidelines', () => {
  const read = (text: string) =>
    readGuidelines(page(`<nav>guest posts</nav><h1>Guest posts</h1><p>${text}</p>`));

  it.each<[string, string, object]>([
    [
      'rules word for word',
      'We love birds. Posts have 800–1,200 words. Bye.',
      { rules: [{ value: 'Posts have 800–1,200 words.', where: 'page_text' }] },
    ],
    ['a rule for links', 'All links are nofollow.', { rel: { value: 'nofollow' } }],
    ['no rule where they contradict', 'Links are dofollow. Paid links are nofollow.', { rel: null }],
    [
      'the one price',
      'A post costs €1.250,00 each.',
      { price: { value: { minor: 125_000, currency: 'EUR' } } },
    ],
    [
      'a price in words of money',
      'The fee is USD 95.',
      { price: { value: { minor: 9500, currency: 'USD' } } },
    ],
    ['no price where there are two', 'From $50 to $90.', { price: null }],
    [
      'the address to send to',
      'Mail ann@paper.example.',
      { address: { value: 'ann@paper.example', quote: 'Mail ann@paper.example.' } },
    ],
    ['nothing where nothing is said', 'We love birds.', { rules: [], rel: null, price: null, address: null }],
  ])('say %s', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});
