import { describe, expect, it } from '@jest/globals';
import { bodyFacts, factsOf } from '../../../test/builders/html.js';
import type { PageFacts } from './facts.js';

function head(html: string): PageFacts {
  return factsOf(`<!doctype html><html><head>${html}</head><body><p>text</p></body></html>`);
}

describe('what the head says', () => {
  it.each<[string, string, string | null]>([
    ['the first title, folded', '<title> A \n post </title><title>no</title>', 'A post'],
    ['no title', '', null],
    ['an empty title', '<title> </title>', null],
    ['a title without text', '<title></title>', null],
    ['the title of an SVG is none', '</head><body><svg><title>icon</title></svg>', null],
  ])('title: %s', (_, html, title) => {
    expect(head(html).title).toBe(title);
  });

  it.each<[string, string, string | null]>([
    ['of the page', '<html lang=" nl-NL ">', 'nl-NL'],
    ['of the meta tag', '<html><meta http-equiv="Content-Language" content="nl, en">', 'nl'],
    [
      'of the page before that of the tag',
      '<html lang="en"><meta http-equiv="content-language" content="nl">',
      'en',
    ],
    ['none', '<html lang="">', null],
  ])('language %s', (_, html, language) => {
    expect(factsOf(html).language).toBe(language);
  });

  it.each<[string, string, string | null]>([
    ['is resolved', '<link rel="canonical" href="/c">', 'https://blog.example/c'],
    [
      'the first counts',
      '<link rel=canonical href="/c"><link rel=canonical href="/d">',
      'https://blog.example/c',
    ],
    [
      'against the base',
      '<base href="https://b.example/"><link rel=CANONICAL href="c">',
      'https://b.example/c',
    ],
    ['in another language is none', '<link rel=canonical hreflang=nl href="/c">', null],
    ['for a medium is none', '<link rel=canonical media=print href="/c">', null],
    ['in the body is none', '</head><body><link rel=canonical href="/c">', null],
    ['without address is none', '<link rel=canonical><link rel=canonical href=" ">', null],
    ['that is no address is none', '<link rel=canonical href="https://">', null],
    ['another link is none', '<link rel=stylesheet href="/c">', null],
  ])('canonical %s', (_, html, canonical) => {
    expect(head(html).canonical).toBe(canonical);
  });

  it.each<[string, string[], string | null]>([
    ['of the header', ['<https://c.example/>; rel="canonical"'], 'https://c.example/'],
    ['relative', ['</c>; rel=canonical'], 'https://blog.example/c'],
    [
      'among others',
      ['</s.css>; rel=preload; as=style, </c>; title="a, b; c"; rel="nofollow canonical"'],
      'https://blog.example/c',
    ],
    ['with more parameters', ['</c>; crossorigin; rel=canonical'], 'https://blog.example/c'],
    ['in a second header', ['</s>; rel=next', '</c>; rel=canonical'], 'https://blog.example/c'],
    ['for a language is none', ['</c>; rel=canonical; hreflang=nl'], null],
    ['no relation is none', ['</c>'], null],
    ['no link is none', ['canonical'], null],
  ])('canonical %s', (_, linkHeaders, canonical) => {
    expect(factsOf('<p>x', { linkHeaders })).toMatchObject({ canonical, headerCanonical: canonical });
  });

  it('the canonical of the tag comes before that of the header', () => {
    const facts = factsOf('<link rel=canonical href="/tag">', { linkHeaders: ['</header>; rel=canonical'] });
    expect(facts).toMatchObject({
      canonical: 'https://blog.example/tag',
      headerCanonical: 'https://blog.example/header',
    });
  });

  it.each<[string, string, string | null]>([
    ['at once', '0; url=/new', 'https://blog.example/new'],
    ['in quotes', "0;URL='/new'", 'https://blog.example/new'],
    ['in quotes that do not end', '0;url="/new', 'https://blog.example/new'],
    ['with a comma', '0, /new', 'https://blog.example/new'],
    ['with a space', '0 /new', 'https://blog.example/new'],
    ['within the first second', '0.5; url=/new', 'https://blog.example/new'],
    ['later', '5; url=/new', null],
    ['to itself', '0', null],
    ['without address', '0; url=', null],
    ['no refresh', 'soon', null],
    ['no address', '0; url=https://', null],
  ])('a refresh %s', (_, content, address) => {
    expect(
      head(`<meta http-equiv="Refresh" content="${content.replaceAll('"', '&quot;')}">`).metaRefresh,
    ).toBe(address);
  });

  it('what stands in noscript is not for readers with scripts', () => {
    const facts = head(
      '<noscript><meta http-equiv="refresh" content="0; url=/no-script"><meta name=robots content=noindex></noscript>',
    );
    expect(facts).toMatchObject({ metaRefresh: null, googlebot: { noindex: false } });
  });

  it.each<[string, string, string[], object]>([
    ['robots in the head', '<meta name="robots" content="noindex">', [], { noindex: true }],
    ['robots in the body', '</head><body><meta name="robots" content="nofollow">', [], { nofollow: true }],
    [
      'robots in a template are none',
      '</head><body><template><meta name="robots" content="nofollow"></template>',
      [],
      { nofollow: false },
    ],
    ['a header', '', ['noindex'], { noindex: true }],
    [
      'tag and header',
      '<meta name="googlebot" content="nofollow">',
      ['noindex'],
      { noindex: true, nofollow: true },
    ],
    ['a tag without content', '<meta name="robots">', [], { noindex: false }],
  ])('%s', (_, html, robotsTags, rules) => {
    expect(factsOf(`<!doctype html><head>${html}`, { robotsTags }).googlebot).toMatchObject(rules);
  });

  it('the charset is what the text was decoded with', () => {
    expect(factsOf('x', { charset: 'windows-1252' }).charset).toBe('windows-1252');
  });
});

describe('the text', () => {
  it.each<[string, string, string | null]>([
    ['is folded', '<p> a \n b </p>', 'a b'],
    ['blocks are apart', '<p>a</p><p>b</p><div>c</div>d<br>e', 'a b c d e'],
    ['inline elements are not', 'a<b>b</b>c', 'abc'],
    ['nav, header and footer are left out', '<header>h</header><nav>n</nav><p>a</p><footer>f</footer>', 'a'],
    ['their roles too', '<div role="navigation">n</div><p>a</p>', 'a'],
    ['an article in them too', '<header><article>h</article></header>a', 'a'],
    ['an aside is main text', '<aside>a</aside>', 'a'],
    [
      'scripts, styles and templates hold none',
      '<script>s</script><style>s</style><template>t</template>a',
      'a',
    ],
    ['noscript holds none', '<noscript>turn it on</noscript>a', 'a'],
    ['options and fields hold none', '<select><option>o</select><textarea>t</textarea>a', 'a'],
    ['SVG holds none', '<svg><text>s</text></svg>a', 'a'],
    ['HTML within SVG holds some', '<svg><foreignObject><p>a</p></foreignObject></svg>', 'a'],
    ['no text has no hash', '<img src=x>', null],
  ])('%s', (_, body, text) => {
    const facts = bodyFacts(body);
    expect(facts.mainTextHash).toBe(text);
    expect(facts.mainTextLength).toBe(text?.length ?? 0);
  });

  it('all text counts what the main text leaves out', () => {
    expect(bodyFacts('<nav>nav</nav><p>a</p>')).toMatchObject({ textLength: 5, mainTextLength: 1 });
  });

  it('a text beyond 200,000 characters is counted and not kept', () => {
    const facts = bodyFacts(`<p>${'word '.repeat(50_000)}</p><p>end</p>`);
    expect(facts.mainTextLength).toBe(250_003);
    expect(facts.mainTextHash).toHaveLength(200_000);
  });
});

describe('scripts', () => {
  it.each<[string, string, boolean]>([
    ['none', '<p>a', false],
    ['one', '<script>1</script>', true],
    ['one from elsewhere', '<script src="/a.js"></script>', true],
    ['a module', '<script type="module">1</script>', true],
    ['with its type', '<script type=" text/javascript ">1</script>', true],
    ['data is none', '<script type="application/ld+json">{}</script>', false],
    ['a template is none', '<script type="text/x-template">x</script>', false],
    ['one in noscript is none', '<noscript><script>1</script></noscript>', false],
  ])('%s', (_, body, hasScript) => {
    expect(bodyFacts(body).hasScript).toBe(hasScript);
  });

  const script = '<script src="/app.js"></script>';
  const words = (count: number) => 'word '.repeat(count / 5);
  it.each<[string, string, boolean]>([
    ['no script, no script shell', '<div id="root"></div>', false],
    ['scripts and hardly any text', `${script}<p>${words(100)}`, true],
    ['scripts and some text', `${script}<p>${words(300)}`, false],
    ['scripts and text in the menu alone', `${script}<nav>${words(1000)}</nav>`, true],
    ['an empty place to fill', `${script}<div id="Root"></div><p>${words(800)}`, true],
    ['an empty main', `${script}<main></main><p>${words(800)}`, true],
    ['an empty element of a framework', `${script}<app-root>Loading...</app-root><p>${words(800)}`, true],
    ['an empty place beside an article', `${script}<div id="app"></div><p>${words(2500)}`, false],
    ['an empty place in the footer', `${script}<footer><div id="app"></div></footer><p>${words(800)}`, false],
    ['a place that was filled', `${script}<div id="root"><p>${words(800)}</p></div>`, false],
    [
      'a request to turn scripts on',
      `${script}<noscript>Please enable JavaScript.</noscript><p>${words(300)}`,
      true,
    ],
    ['the same in the text', `${script}<p>Zet JavaScript aan om verder te gaan. ${words(300)}`, true],
    ['the same in a longer text', `${script}<p>Please enable JavaScript. ${words(800)}`, false],
    ['a request to wait', `${script}<p>Loading ${words(300)}`, true],
  ])('%s', (_, body, built) => {
    expect(bodyFacts(body).looksScriptBuilt).toBe(built);
  });
});

describe('what walls are seen by', () => {
  it.each<[string, string, string[]]>([
    ['a button', '<p>we use cookies</p><button>Accept <b>all</b></button>', ['consent_wall']],
    ['a submit field', '<p>we use cookies</p><input type="submit" value="Accept all">', ['consent_wall']],
    [
      'an element in the role of a button',
      '<p>we use cookies</p><a role="button">Accept all</a>',
      ['consent_wall'],
    ],
    [
      'a link dressed as a button',
      '<p>we use cookies</p><a class="btn btn-primary">Accept all</a>',
      ['consent_wall'],
    ],
    [
      'a password field in the header is none',
      '<header><form><input type="password"></form></header><p>text',
      [],
    ],
    ['a button without words', '<p>we use cookies</p><button></button><input type="submit">', []],
    [
      'a password field under such a title',
      '<title>Log in</title><form action="/x"><input type="password"></form>',
      ['login'],
    ],
    ['the address of a frame', '<iframe src="https://geo.captcha-delivery.com/x"></iframe>', ['bot_wall']],
    ['the address of a form', '<form action="/cdn-cgi/l/chk_captcha"></form>', ['bot_wall']],
    ['the words of a class', '<div class="cf-error-details"></div>', ['bot_wall']],
    ['a sub-heading', '<h2>Page not found</h2>', ['soft_404']],
    ['headings within headings', `${'<h1><div>'.repeat(12)}Page not found`, ['soft_404']],
  ])('%s', (_, body, marks) => {
    expect(bodyFacts(body).marks).toEqual(marks);
  });

  it('endless scripts, classes, addresses and lists are read in part', () => {
    const scripts = `<script>${'x'.repeat(5000)}</script>`.repeat(12);
    const addresses = `<script src="${'s'.repeat(300)}"></script>`.repeat(210);
    const classes = `<b class="${'c'.repeat(300)}">w</b>`.repeat(110);
    const rows = `<h2>Part ${'of '.repeat(80)}<b>it</b></h2><button>Go</button><input type=button value=Go><p>text</p>`;
    const noscript = `<noscript>${'<p>turn it on</p>'.repeat(200)}</noscript>`;
    const long = `<p>${'y'.repeat(6000)}<b>z</b></p>`;
    const facts = bodyFacts(long + scripts + addresses + classes + rows.repeat(310) + noscript);
    expect(facts.marks).toEqual([]);
  });
});
