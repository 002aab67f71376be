import { describe, expect, it } from '@jest/globals';
import { displayHost, siteKey, subSiteKey } from './site-key.js';

describe('siteKey', () => {
  it.each<[string, string, string | null]>([
    ['a registrable domain is its own key', 'https://example.com/', 'example.com'],
    ['a bare host works like a URL', 'example.com', 'example.com'],
    ['a path and query say nothing about the site', 'https://example.com/a/b?c=d#e', 'example.com'],
    ['a sub-domain belongs to its registrable domain', 'https://news.shop.example.com/', 'example.com'],
    ['www makes no second site', 'http://www.example.com', 'example.com'],
    ['www of a sub-domain makes none either', 'www.news.example.com', 'example.com'],
    ['case makes no second site', 'HTTPS://EXAMPLE.Com/', 'example.com'],
    ['a trailing dot makes none', 'https://example.com./', 'example.com'],
    ['two trailing dots make none', 'https://example.com../', 'example.com'],
    ['a port makes none', 'http://example.com:8080/', 'example.com'],
    [
      'a bare host in many labels, some with hyphens and digits',
      'a-1.2--b.my-blog.example',
      'my-blog.example',
    ],
    ['four labels of which the last begins with a letter are no address of numbers', '1.2.3.d4', '3.d4'],
    ['a bare host with a port', 'example.com:8443', 'example.com'],
    ['userinfo makes none', 'https://user:secret@example.com/', 'example.com'],
    ['userinfo that looks like another host is no host', 'https://example.org@example.com/', 'example.com'],
    ['Unicode is stored in ASCII', 'https://bücher.example/', 'xn--bcher-kva.example'],
    ['punycode is the same site as its Unicode', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['upper-case punycode too', 'XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['decomposed letters are the same site', 'https://bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['full-width letters are plain letters', 'https://ｅｘａｍｐｌｅ．ｃｏｍ/', 'example.com'],
    ['an ideographic full stop is a dot', 'https://example。com', 'example.com'],
    ['a soft hyphen inside is ignored', 'https://exam\u00ADple.com', 'example.com'],
    ['percent-encoded letters are letters', 'https://ex%61mple.com/', 'example.com'],
    ['a two-level suffix', 'https://www.shop.example.co.uk/', 'example.co.uk'],
    ['a private suffix gives each of its users a site', 'https://anna.github.io/x', 'anna.github.io'],
    ['two users of a private suffix are two sites', 'https://bert.github.io/x', 'bert.github.io'],
    ['deeper names stay with that user', 'https://a.b.anna.github.io/', 'anna.github.io'],
    ['www before a user of a private suffix', 'https://www.anna.github.io/', 'anna.github.io'],
    ['a bare private suffix is its host', 'https://github.io/', 'github.io'],
    ['www of a bare private suffix is that host', 'https://www.github.io/', 'github.io'],
    ['www directly before a public suffix is a registered name', 'https://www.com/', 'www.com'],
    ['a bare public suffix is its host', 'https://co.uk/', 'co.uk'],
    ['an unknown suffix still has registrable domains', 'https://a.b.test/', 'b.test'],
    ['each name of the demo web is a site', 'https://www.paper.demo.test/x', 'paper.demo.test'],
    ['names below it belong to it', 'https://a.paper.demo.test/x', 'paper.demo.test'],
    ['localhost is its host', 'http://localhost:3000/', 'localhost'],
    ['a single label is its host', 'intranet', 'intranet'],
    ['an IPv4 address', 'http://127.0.0.1:8080/x', '127.0.0.1'],
    ['a short IPv4 address', 'http://127.1/', '127.0.0.1'],
    ['a hexadecimal IPv4 address', 'http://0x7f000001/', '127.0.0.1'],
    ['an octal IPv4 address', 'http://0177.0.0.1/', '127.0.0.1'],
    ['an IPv6 address is compressed', 'http://[2001:0DB8:0:0::1]:80/', '2001:db8::1'],
    ['a bare IPv6 address', '2001:db8::1', '2001:db8::1'],
    ['an IPv4 address inside IPv6', 'http://[::ffff:10.0.0.1]/', '10.0.0.1'],
    ['white space around is ignored', '  https://example.com \n', 'example.com'],
    ['a scheme-less address', '//example.com/x', 'example.com'],
    ['another scheme has a site too', 'ftp://files.example.com/', 'example.com'],
    ['an underscore in a sub-domain', 'https://my_blog.example.com/', 'example.com'],
    ['nothing is no site', '', null],
    ['a scheme alone is no site', 'https://', null],
    ['a mail address is read as its host', 'anna@example.com', 'example.com'],
    ['a script address is no site', 'javascript:void(0)', null],
    ['a host with a space is no site', 'https://exa mple.com/', null],
    ['a file has no host', 'file:///etc/passwd', null],
  ])('%s', (_, address, key) => {
    expect(siteKey(address)).toBe(key);
  });

  const declared = [
    'blog.example.com',
    'example.com/authors/jane',
    'example.com/authors',
    'city.blog.example.com',
    'blog.example.com/amsterdam',
  ];
  it.each<[string, string, string]>([
    ['a declared sub-domain is a site', 'https://blog.example.com/x', 'blog.example.com'],
    ['www of a declared sub-domain is that site', 'https://www.blog.example.com/', 'blog.example.com'],
    ['names below a declared sub-domain belong to it', 'https://a.blog.example.com/', 'blog.example.com'],
    ['the longer declared host wins', 'https://x.city.blog.example.com/', 'city.blog.example.com'],
    ['a sister sub-domain does not belong to it', 'https://myblog.example.com/', 'example.com'],
    ['a declared path is a site', 'https://example.com/authors/bob', 'example.com/authors'],
    ['the declared path itself', 'https://example.com/authors', 'example.com/authors'],
    ['with its slash', 'https://example.com/authors/', 'example.com/authors'],
    ['the longest path wins', 'https://www.example.com/authors/jane/books?x=1', 'example.com/authors/jane'],
    ['only whole segments count', 'https://example.com/authors/janet', 'example.com/authors'],
    ['a longer word is another segment', 'https://example.com/authorship', 'example.com'],
    ['the case of a path counts', 'https://example.com/Authors/', 'example.com'],
    ['escapes of plain letters do not', 'https://example.com/%61uthors/x', 'example.com/authors'],
    ['dot segments are resolved first', 'https://example.com/x/../authors/', 'example.com/authors'],
    ['a path belongs to its own host only', 'https://shop.example.com/authors/', 'example.com'],
    [
      'a path within a declared sub-domain wins over it',
      'https://blog.example.com/amsterdam/1',
      'blog.example.com/amsterdam',
    ],
    ['a port changes nothing', 'https://blog.example.com:8443/', 'blog.example.com'],
  ])('%s', (_, address, key) => {
    expect(siteKey(address, declared)).toBe(key);
    expect(siteKey(address, [...declared].reverse())).toBe(key);
  });
});

describe('subSiteKey', () => {
  it.each<[string, string, ReturnType<typeof subSiteKey>]>([
    [
      'a sub-domain',
      'https://Blog.Example.com/',
      { ok: true, key: 'blog.example.com', parent: 'example.com' },
    ],
    [
      'a path',
      'www.example.com/authors/jane/',
      { ok: true, key: 'example.com/authors/jane', parent: 'example.com' },
    ],
    ['both', 'blog.example.com/a', { ok: true, key: 'blog.example.com/a', parent: 'example.com' }],
    ['the site itself is refused', 'https://example.com/', { ok: false, reason: 'not_below_its_site' }],
    ['its www is refused', 'www.example.com', { ok: false, reason: 'not_below_its_site' }],
    ['no host is refused', 'https://', { ok: false, reason: 'no_host' }],
  ])('%s', (_, text, answer) => {
    expect(subSiteKey(text)).toEqual(answer);
  });
});

describe('displayHost', () => {
  it.each<[string, string, string]>([
    ['plain ASCII stays', 'example.com', 'example.com'],
    ['punycode is shown in Unicode', 'xn--bcher-kva.example', 'bücher.example'],
    ['several labels', 'xn--mnchen-3ya.xn--bcher-kva.example', 'münchen.bücher.example'],
    ['a script without ASCII letters', 'xn--fsqu00a.xn--0zwm56d', '例子.测试'],
    ['beyond the basic plane', 'xn--ls8h.example', '💩.example'],
    ['a sharp s is a letter of its own', 'xn--strae-oqa.example', 'straße.example'],
    ['a long label with digits in its code', 'xn--maana-pta.example', 'mañana.example'],
    ['broken punycode stays', 'xn--a!.example', 'xn--a!.example'],
    ['a cut delta stays', 'xn--99999.example', 'xn--99999.example'],
    ['a code point out of range stays', 'xn--9999999999a.example', 'xn--9999999999a.example'],
    ['an overflowing delta stays', `xn--${'9'.repeat(40)}.example`, `xn--${'9'.repeat(40)}.example`],
    ['Unicode that leads to another host stays', 'xn--example-.example', 'xn--example-.example'],
    ['an IP address stays', '127.0.0.1', '127.0.0.1'],
    ['a path prefix is readable', 'example.com/auteurs/ren%C3%A9e', 'example.com/auteurs/renée'],
    ['bytes that are no text stay escaped', 'example.com/a%FFb', 'example.com/a%FFb'],
    ['escaped separators stay escaped', 'example.com/a%2Fb', 'example.com/a%2Fb'],
  ])('%s', (_, key, shown) => {
    expect(displayHost(key)).toBe(shown);
  });
});
