import type { SiteAnswer } from '../verifier/local-site.js';

const WORDS =
  'Gardens want patience, water and a little shade in the afternoon, and somebody who looks. '.repeat(3);

/** A made-up site of a brand: every page can be reached from the home page, and links out in all the ways pages do. */
export interface OwnSite {
  readonly pages: ReadonlyMap<string, SiteAnswer>;
  /** Paths nobody may read. */
  readonly forbidden: readonly string[];
}

/** Makes a site of about `count` pages from whole numbers alone, so that it is the same every time. */
export function madeSite(count: number): OwnSite {
  const pages = new Map<string, SiteAnswer>();
  for (let no = 0; no < count; no += 1) pages.set(pathOf(no), { body: pageOf(no, count) });
  pages.set('/moved', { status: 301, headers: { location: '/moved-here' } });
  pages.set('/moved-here', {
    body: html('moved', '<a href="https://after-move.example/">after the move</a>'),
  });
  pages.set('/away', { status: 302, headers: { location: 'https://elsewhere.example/' } });
  pages.set('/private/plan', { body: html('private', '<a href="https://secret.example/">secret</a>') });
  pages.set('/unfollowed', { body: html('unfollowed', '<a href="https://never.example/">never</a>') });
  pages.set('/quiet', {
    body: html(
      'quiet',
      '<a href="https://from-quiet.example/">q</a><a href="/behind-quiet">b</a>',
      '<meta name="robots" content="nofollow">',
    ),
  });
  pages.set('/behind-quiet', { body: html('behind', '<a href="https://behind.example/">behind</a>') });
  pages.set('/robots.txt', {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /private/\n',
  });
  return { pages, forbidden: ['/private/plan'] };
}

/** The path of a page by its number; 0 is the home page. */
export function pathOf(no: number): string {
  if (no === 0) return '/';
  return no % 7 === 0
    ? `/shop/item?id=${String(no % 280)}&part=${String(no)}`
    : `/section-${String(no % 40)}/page-${String(no)}`;
}

function pageOf(no: number, count: number): string {
  const next = [no * 5 + 1, no * 5 + 2, no * 5 + 3, no * 5 + 4, no * 5 + 5].filter((page) => page < count);
  const inside = next.map((page) => `<a href="${escaped(pathOf(page))}">page ${String(page)}</a>`).join(' ');
  const special =
    no === 0
      ? '<a href="/moved">m</a> <a href="/away">w</a> <a href="/private/plan">p</a> <a href="/gone">g</a> <a href="/unfollowed" rel="nofollow">u</a> <a href="/quiet">q</a> <a href="/photo.jpg">photo</a>'
      : '';
  return html(
    `page ${String(no)}`,
    `${special}<nav>${inside}</nav><p>${WORDS}</p>${outOf(no)}`,
    no % 31 === 3 && next.length === 0 ? '<base href="https://base-host.example/dir/">' : '',
  );
}

/** Links to others, in turn in all the ways in which they are written. */
function outOf(no: number): string {
  const host = `partner-${String((no * 7) % 137)}.example`;
  const ways = [
    `<p>See <a href="https://${host}/a-${String(no)}">words of ${String(no)}</a>.</p>`,
    `<a href="https://${host}/paid" rel="sponsored noopener">paid</a><a href="https://${host}/paid#x">again, elsewhere</a>`,
    `<noscript><a href="https://${host}/noscript">without scripts</a></noscript>`,
    `<a href="//${host}/no-scheme"><img src="/x.png" alt="a picture"></a>`,
    `<!-- <a href="https://comment.example/">no</a> --><template><a href="https://template.example/">no</a></template>`,
    `<map><area href="https://${host}/area" alt="area"></map><footer><a href="HTTPS://WWW.${host.toUpperCase()}/Foot?utm_source=us">foot</a></footer>`,
    `<a href="mailto:us@${host}">mail</a><a href="relative/${String(no)}">relative</a><svg><a href="https://svg.example/">svg</a></svg>`,
    `<table><tr><a href="https://${host}/fostered">fostered</a></tr></table><a href="https://${host}/open">never closed`,
  ];
  return no % 3 === 0 ? (ways[(no / 3) % ways.length] ?? '') : '';
}

function html(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head>${head}<title>${title}</title></head><body><main><h1>${title}</h1><p>${WORDS}</p>${body}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}
