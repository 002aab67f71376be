import { describe, expect, it } from '@jest/globals';
import { SPELLINGS } from '../../../test/builders/site-spellings.js';
import { displayHost, siteKey, subSiteKey } from './site-key.js';

describe('no spelling of a domain makes a second site', () => {
  const facts = SPELLINGS.flatMap(({ key, spellings }) =>
    spellings.map((spelling): [string, string] => [JSON.stringify(spelling), key]),
  );

  it.each(facts)('%s is %s', (spelling, key) => {
    expect(siteKey(JSON.parse(spelling) as string)).toBe(key);
  });

  it('nor are two sites one', () => {
    expect(new Set(SPELLINGS.map(({ key }) => key)).size).toBe(SPELLINGS.length);
  });

  it.each(SPELLINGS.map(({ key }) => [key]))(
    'the key %s is a spelling of itself, and so is what people read',
    (key) => {
      expect(siteKey(key)).toBe(key);
      expect(siteKey(displayHost(key))).toBe(key);
    },
  );
});

describe('declared sub-sites', () => {
  const declared = new Set([
    'blog.heron.example',
    'city.blog.heron.example',
    'heron.example/authors',
    'heron.example/authors/jane',
    'heron.example/caf%C3%A9',
    'heron.example/a~b',
    'blog.heron.example/amsterdam',
    'startpage.example/garden',
    'xn--stdte-hra.heron.example',
    'anna.github.io/notes',
    '127.0.0.1/intranet',
    'paper.co.uk/north/east',
  ]);

  it.each<[string, string, string]>([
    ['a sub-domain', 'https://blog.heron.example/', 'blog.heron.example'],
    ['its capitals', 'HTTPS://BLOG.Heron.Example/', 'blog.heron.example'],
    ['its www', 'https://www.blog.heron.example/', 'blog.heron.example'],
    ['its port', 'blog.heron.example:8443', 'blog.heron.example'],
    ['its trailing dot', 'blog.heron.example./x', 'blog.heron.example'],
    ['a user name before it', 'https://anna@blog.heron.example/', 'blog.heron.example'],
    ['what lies below it', 'https://x.y.blog.heron.example/', 'blog.heron.example'],
    ['the nearer of two hosts', 'https://x.city.blog.heron.example/', 'city.blog.heron.example'],
    ['a path of the farther host', 'https://city.blog.heron.example/amsterdam', 'city.blog.heron.example'],
    ['a path of a sub-domain', 'https://www.blog.heron.example/amsterdam/1', 'blog.heron.example/amsterdam'],
    ['a host that only ends alike', 'https://myblog.heron.example/', 'heron.example'],
    ['a host that only begins alike', 'https://blog2.heron.example/', 'heron.example'],
    ['a path', 'https://heron.example/authors/', 'heron.example/authors'],
    ['a path without its slash', 'heron.example/authors', 'heron.example/authors'],
    ['a path with many', 'heron.example/authors///', 'heron.example/authors'],
    ['a path with a query', 'https://heron.example/authors?p=2', 'heron.example/authors'],
    ['a path with a fragment', 'https://heron.example/authors#jane', 'heron.example/authors'],
    ['a path below www', 'https://www.heron.example/authors/bob', 'heron.example/authors'],
    ['a path at another port', 'http://heron.example:8080/authors/bob', 'heron.example/authors'],
    ['the deeper of two paths', 'https://heron.example/authors/jane/books', 'heron.example/authors/jane'],
    ['a longer word is another segment', 'https://heron.example/authors/janet', 'heron.example/authors'],
    ['a shorter word too', 'https://heron.example/author', 'heron.example'],
    ['a path in capitals is another', 'https://heron.example/Authors/jane', 'heron.example'],
    ['escaped plain letters', 'https://heron.example/%61uth%6Frs/jane', 'heron.example/authors/jane'],
    ['escapes in small letters', 'https://heron.example/caf%c3%a9/menu', 'heron.example/caf%C3%A9'],
    ['escapes as letters', 'https://heron.example/café/menu', 'heron.example/caf%C3%A9'],
    ['an escaped tilde', 'https://heron.example/a%7Eb/c', 'heron.example/a~b'],
    ['dot segments', 'https://heron.example/x/../authors/./jane', 'heron.example/authors/jane'],
    ['escaped dot segments', 'https://heron.example/x/%2e%2e/authors/', 'heron.example/authors'],
    ['backslashes', 'https://heron.example\\authors\\jane', 'heron.example/authors/jane'],
    ['an escaped slash is no slash', 'https://heron.example/authors%2Fjane', 'heron.example'],
    [
      'a path on a sub-domain that was not declared there',
      'https://shop.heron.example/authors/',
      'heron.example',
    ],
    ['a startpage', 'https://startpage.example/garden/tools', 'startpage.example/garden'],
    ['the rest of the startpage', 'https://startpage.example/kitchen', 'startpage.example'],
    ['a Unicode sub-domain', 'https://städte.heron.example/x', 'xn--stdte-hra.heron.example'],
    ['its punycode in capitals', 'XN--STDTE-HRA.heron.example', 'xn--stdte-hra.heron.example'],
    ['a path under a private suffix', 'https://anna.github.io/notes/1', 'anna.github.io/notes'],
    ['its neighbour', 'https://bert.github.io/notes/1', 'bert.github.io'],
    ['a path on an address', 'http://2130706433:81/intranet/wiki', '127.0.0.1/intranet'],
    ['two segments deep', 'https://www.paper.co.uk/north/east/story', 'paper.co.uk/north/east'],
    ['only the first of them', 'https://www.paper.co.uk/north/', 'paper.co.uk'],
    ['another site stays what it is', 'https://wader.example/authors/jane', 'wader.example'],
    ['what is no address stays none', 'https://', 'null'],
  ])('%s', (_, address, key) => {
    expect(String(siteKey(address, declared))).toBe(key);
    expect(String(siteKey(address, [...declared].reverse()))).toBe(key);
  });

  it.each<[string, string, string]>([
    ['a sub-domain', 'blog.heron.example', 'blog.heron.example'],
    ['with www', 'https://www.blog.heron.example/', 'blog.heron.example'],
    ['in capitals, with port and dot', 'HTTP://Blog.Heron.Example.:8080', 'blog.heron.example'],
    ['with a user name', 'https://anna:pw@blog.heron.example/', 'blog.heron.example'],
    ['a path', 'heron.example/authors', 'heron.example/authors'],
    [
      'with slashes, query and fragment',
      'https://www.heron.example/authors//?x=1#y',
      'heron.example/authors',
    ],
    ['with escapes of plain letters', 'heron.example/%61uthors/', 'heron.example/authors'],
    ['with a letter that is escaped', 'heron.example/café', 'heron.example/caf%C3%A9'],
    ['with its escape in small letters', 'heron.example/caf%c3%a9/', 'heron.example/caf%C3%A9'],
    ['with dot segments', 'heron.example/x/../authors', 'heron.example/authors'],
    ['a Unicode sub-domain', 'städte.heron.example', 'xn--stdte-hra.heron.example'],
    ['decomposed', 'sta\u0308dte.heron.example', 'xn--stdte-hra.heron.example'],
    ['a path on an address in another notation', 'http://0x7f.1/intranet/', '127.0.0.1/intranet'],
  ])('declared as %s are one', (_, wish, key) => {
    const read = subSiteKey(wish);
    expect(read).toMatchObject({ ok: true, key });
    expect(siteKey(wish, declared)).toBe(key);
  });
});

describe('what has no host', () => {
  it.each([
    [''],
    ['   '],
    ['https://'],
    ['http://:80/'],
    ['//'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['https://a b.example/'],
    ['https://exa<mple.com/'],
    ['https://[::1/'],
    ['http://1.2.3.4.5.6/'],
    ['http://256.256.256.256/'],
    ['https://xn--a/'],
  ])('%j is no site', (text) => {
    expect(siteKey(text)).toBeNull();
  });
});
