import { describe, expect, it } from '@jest/globals';
import { bodyFacts, factsOf, firstLink, HTML_URL, linksOf } from '../../../test/builders/html.js';

const X = 'https://blog.example/x';
const plain = `${X}||x`;
const A = '<a href="/x">x</a>';

describe('which elements are links', () => {
  it.each<[string, string, string[]]>([
    ['an a with href', A, [plain]],
    ['upper case', '<A HREF="/x">x</A>', [plain]],
    ['an area', '<map><area href="/x" alt="x" rel=nofollow></map>', [`${X}|nofollow|x`]],
    ['an a without href is none', '<a name="x">x</a>', []],
    ['an empty href is the page itself', '<a href="">x</a>', [`${HTML_URL}||x`]],
    ['an href without value too', '<a href>x</a>', [`${HTML_URL}||x`]],
    ['a data-href is none', '<a data-href="/x">x</a>', []],
    ['mail is none', '<a href="mailto:jo@blog.example">x</a>', []],
    ['a script address is none', '<a href="javascript:void(0)">x</a>', []],
    ['an address that is none', '<a href="https://">x</a>', []],
    ['one in a comment is none', `<!-- <a href="/c">c</a> -->${A}`, [plain]],
    ['a comment ended early', `<!--> ${A} -->`, [plain]],
    ['one in a template is none', `<template><a href="/t">t</a></template>${A}`, [plain]],
    ['one in a script is none', `<script>"<a href=/s>s</a>"</script>${A}`, [plain]],
    [
      'one in an escaped script is none',
      `<script><!-- <script></script><a href=/s>s</a> --></script>${A}`,
      [plain],
    ],
    ['one in a style is none', `<style>a{content:"<a href=/s>"}</style>${A}`, [plain]],
    ['one in a textarea is none', `<textarea><a href="/t">t</a></textarea>${A}`, [plain]],
    ['one in a title is none', `<title><a href="/t">t</a></title>${A}`, [plain]],
    ['one in an iframe is none', `<iframe><a href="/t">t</a></iframe>${A}`, [plain]],
    ['one in srcdoc is none', `<iframe srcdoc="<a href=/t>t</a>"></iframe>${A}`, [plain]],
    ['one in xmp is none', `<xmp><a href="/t">t</a></xmp>${A}`, [plain]],
    ['one behind plaintext is none', `${A}<plaintext><a href="/t">t</a>`, [plain]],
    ['one in SVG is none', `<svg><a href="/s"><text>s</text></a></svg>${A}`, [plain]],
    ['HTML within SVG is HTML', `<svg><foreignObject>${A}</foreignObject></svg>`, [plain]],
    ['one in MathML is none', `<math><a href="/s">s</a></math>${A}`, [plain]],
    ['one in noscript counts', `<noscript>${A}</noscript>`, [plain]],
    ['one in a select is dropped by the parser', `<select><option><a href="/s">s</a></select>${A}`, [plain]],
    ['one cut off by the end of the file is none', `${A}<a href="/y`, [plain]],
    [
      'an unclosed one ends where the next begins',
      '<a href="/x">x<a href="/y">y',
      [plain, 'https://blog.example/y||y'],
    ],
    [
      'one within another in a table',
      '<a href="/x">x<table><tr><td><a href="/y">y</a></table></a>',
      [`${X}||xy`, 'https://blog.example/y||y'],
    ],
    ['an unclosed one opened anew', '<p><a href="/x">x</p><p>y</p>', [plain, `${X}||y`]],
    ['no space between attributes', '<a href="/x"rel="ugc">x</a>', [`${X}|ugc|x`]],
    [
      'the first of two attributes counts',
      '<a href="/x" href="/y" rel="ugc" REL="nofollow">x</a>',
      [`${X}|ugc|x`],
    ],
    [
      'entities are decoded',
      '<a href="/x?a=1&amp;b=2" rel="no&#102;ollow">caf&eacute;</a>',
      [`${X}?a=1&b=2|nofollow|café`],
    ],
    ['white space around an address', '<a href="  /x\n ">x</a>', [plain]],
    [
      'an international name',
      '<a href="https://bücher.example/ä">x</a>',
      ['https://xn--bcher-kva.example/%C3%A4||x'],
    ],
    ['a scheme-less address', '<a href="//t.example/p">x</a>', ['https://t.example/p||x']],
  ])('%s', (_, body, links) => {
    expect(linksOf(`<!doctype html><body>${body}`)).toEqual(links);
  });
});

describe('the base', () => {
  it.each<[string, string, string]>([
    ['without one the page', '', 'https://blog.example/dir/x'],
    [
      'the first one',
      '<base href="https://b.example/d/"><base href="https://c.example/">',
      'https://b.example/d/x',
    ],
    [
      'the first with an address',
      '<base target=_blank><base href="https://b.example/">',
      'https://b.example/x',
    ],
    ['one in noscript too', '<noscript><base href="/n/"></noscript>', 'https://blog.example/n/x'],
    ['a relative one', '<base href="/r/">', 'https://blog.example/r/x'],
    ['one that is no address leaves the page', '<base href="https://">', 'https://blog.example/dir/x'],
    ['data leaves the page', '<base href="data:text/html,x">', 'https://blog.example/dir/x'],
    [
      'one in a template is none',
      '<template><base href="https://b.example/"></template>',
      'https://blog.example/dir/x',
    ],
    ['one in a comment is none', '<!-- <base href="https://b.example/"> -->', 'https://blog.example/dir/x'],
  ])('%s', (_, head, href) => {
    expect(factsOf(`<!doctype html>${head}<body><a href="x">x</a>`).occurrences[0]?.href).toBe(href);
    expect(factsOf(`<!doctype html><body><a href="x">x</a>${head}`).occurrences[0]?.href).toBe(href);
  });
});

describe('anchors', () => {
  it.each<[string, string, string]>([
    ['text', 'the guide', 'the guide'],
    ['folded', ' the\n\t guide ', 'the guide'],
    ['no-break spaces are folded too', '&nbsp;the&nbsp; guide', 'the guide'],
    ['text of elements inside', 'the <b>gui</b>de', 'the guide'],
    ['blocks are joined as they stand', '<div>the</div><div>guide</div>', 'theguide'],
    ['a letter of a font of icons is text', '<div><i>\ue000</i></div>', '\ue000'],
    ['comments are none', 'the <!-- x -->guide', 'the guide'],
    ['scripts and styles are none', 'the <script>x</script><style>y</style>guide', 'the guide'],
    ['those of SVG neither', '<svg><style>y</style><script>x</script></svg>the guide', 'the guide'],
    ['the title of an SVG is text', '<svg><title>the guide</title></svg>', 'the guide'],
    ['text wins over an image', '<img alt="pic">the guide', 'the guide'],
    ['else the image', '<img alt=" the  guide ">', 'the guide'],
    ['several images', '<img alt="the"><img><img alt="guide">', 'the guide'],
    ['an image in noscript', '<noscript><img alt="the guide"></noscript>', 'the guide'],
    ['a line of white space is no text', '&nbsp;<img alt="pic">', 'pic'],
    ['at most 1,000 characters', 'x'.repeat(2000), 'x'.repeat(1000)],
    ['in many pieces too', '<b>x</b>'.repeat(1500), 'x'.repeat(1000)],
    ['of images too', `<img alt="${'x'.repeat(2000)}">`, 'x'.repeat(1000)],
    ['nothing is nothing', '', ''],
  ])('%s', (_, inside, anchor) => {
    expect(firstLink(`<a href="/x">${inside}</a>`).anchor).toBe(anchor);
  });

  it('the title speaks when nothing else does', () => {
    expect(firstLink('<a href="/x" title=" the  guide "></a>').anchor).toBe('the guide');
    expect(firstLink('<a href="/x" title="no"><img alt="the guide"></a>').anchor).toBe('the guide');
  });
});

describe('where a link stands', () => {
  it.each<[string, string, string]>([
    ['content by default', A, 'content'],
    ['nav', `<nav>${A}</nav>`, 'nav'],
    ['the nearest part counts', `<main><aside>${A}</aside></main>`, 'aside'],
    ['an article in an aside', `<aside><article>${A}</article></aside>`, 'content'],
    ['header', `<header>${A}</header>`, 'header'],
    ['footer', `<footer><p>${A}</p></footer>`, 'footer'],
    ['a role', `<div role="contentinfo">${A}</div>`, 'footer'],
    ['a role says more than the element', `<nav role="main">${A}</nav>`, 'content'],
    ['a role without a part leaves the element', `<nav role="list">${A}</nav>`, 'nav'],
    ['an old id', `<div id="Sidebar">${A}</div>`, 'aside'],
    ['an id that is a word of the language', `<div id="constructor">${A}</div>`, 'content'],
    ['comments by id', `<section id="comments">${A}</section>`, 'comment'],
    ['comments by class', `<ol class="wp commentlist">${A}</ol>`, 'comment'],
    ['Dutch comments', `<div class="reacties">${A}</div>`, 'comment'],
    ['comments within an article', `<article><div id="disqus_thread">${A}</div></article>`, 'comment'],
    ['a count of comments is none', `<div class="comments-count">${A}</div>`, 'content'],
    ['a body that allows comments is none', `</body><body class="comments">${A}`, 'content'],
    ['endless classes are not read', `<div class="${'x '.repeat(300)}comments">${A}</div>`, 'content'],
  ])('%s', (_, body, region) => {
    expect(firstLink(body).region).toBe(region);
  });

  it('the position counts links to other sites alone', () => {
    const body = `<a href="https://one.example/">1</a>${A}<a href="https://www.one.example/">2</a><a href="https://www.blog.example/">3</a>`;
    expect(bodyFacts(body).occurrences.map(({ outboundPosition }) => outboundPosition)).toEqual([
      1,
      null,
      2,
      null,
    ]);
    expect(bodyFacts(body).linkCounts).toEqual({ internal: 2, outbound: 2 });
  });

  it('the heading is the one before or around', () => {
    const body = `${A}<h2>Boots <i>and</i> care</h2><p>${A}</p><h3><a href="/x">Socks</a></h3><h4></h4>${A}`;
    expect(bodyFacts(body).occurrences.map(({ heading }) => heading)).toEqual([
      null,
      'Boots and care',
      'Socks',
      null,
    ]);
  });

  it('the text around is 100 characters on each side', () => {
    const { context } = firstLink(
      `<p>${'a '.repeat(200)}</p><p>see <a href="/x">the guide</a> here</p><p>${'b '.repeat(200)}`,
    );
    expect(context).toContain(' a a see the guide here b b ');
    expect(context.length).toBeGreaterThan(195);
    expect(context.length).toBeLessThanOrEqual(209);
  });

  it('the offsets are those of the element in the source', () => {
    const html = `<!doctype html><p>see ${A} here`;
    const { start, end } = factsOf(html).occurrences[0] ?? { start: 0, end: 0 };
    expect(html.slice(start, end)).toBe(A);
  });

  it('noscript is marked', () => {
    expect(
      bodyFacts(`${A}<noscript><p>${A}</p></noscript>${A}`).occurrences.map((link) => link.inNoscript),
    ).toEqual([false, true, false]);
  });

  it('Google’s reading of rel stands beside that of HTML', () => {
    expect(firstLink('<a href=/x rel="ugc,nofollow">x</a>')).toMatchObject({
      rel: ['ugc,nofollow'],
      googleRel: ['ugc', 'nofollow'],
    });
  });

  it('heading and surroundings are left out where nobody wants them', () => {
    const html = '<h2>Guides</h2><p>See <a href="https://a.example/">this</a> now</p>';
    const kept = (surroundings: boolean) => factsOf(html, { surroundings }).occurrences[0];
    expect([kept(true)?.heading, kept(true)?.context]).toEqual([
      'Guides',
      expect.stringContaining('See this now'),
    ]);
    expect([kept(false)?.heading, kept(false)?.context, kept(false)?.end]).toEqual([null, '', 0]);
  });

  it('after 5,000 links heading and surroundings are left out', () => {
    const { occurrences } = bodyFacts(`<h2>List</h2>${A.repeat(5001)}`);
    expect(occurrences[4999]).toMatchObject({ heading: 'List' });
    expect(occurrences[5000]).toMatchObject({ heading: null, context: '', anchor: 'x' });
  });

  it('on a page without a host every link leads out', () => {
    const { linkCounts } = factsOf('<a href="https://a.example/">x</a>', { url: 'about:blank' });
    expect(linkCounts).toEqual({ internal: 0, outbound: 1 });
    expect(factsOf('<a href="/x">x</a>', { url: 'no address' }).occurrences).toEqual([]);
  });

  it('a link the parser had to split has offsets only where it stands in the source', () => {
    const { occurrences } = bodyFacts('<a href="/x">one<div>two</a>three</div>');
    expect(occurrences.map(({ anchor, end }) => [anchor, end > 0])).toEqual([
      ['one', true],
      ['two', false],
    ]);
  });
});

describe('hostile pages', () => {
  it('ten thousand nested elements are walked through without recursion', () => {
    const { occurrences } = bodyFacts(`${'<div>'.repeat(10_000)}${A}`);
    expect(occurrences).toHaveLength(1);
  });

  it('a thousand attributes are read', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `a${index}=1`).join(' ');
    expect(linksOf(`<div ${many}>${A}</div>`)).toEqual([plain]);
  });

  it('a comment that never closes hides what follows', () => {
    expect(linksOf(`${A}<!-- ${'x'.repeat(10_000)}<a href="/y">y</a>`)).toEqual([plain]);
  });
});
