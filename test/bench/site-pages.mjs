import { gzipSync } from 'node:zlib';

export const INDEX_PAGES = 50;
export const PAGES = 5_000;
const LINKS = 100;
const WORDS =
  'garden shed timber winter letter window market river copper basket engine pepper ladder silver button forest candle harbour meadow ticket'.split(
    ' ',
  );
const RELS = ['', ' rel="nofollow"', ' rel="sponsored"', ' rel="noopener ugc"', ' rel="noopener"'];

/** A repeatable source of chance (mulberry32). */
function chanceFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every page of the site by its path, as a whole gzipped answer; the same bytes every time. */
export function* sitePages() {
  for (let index = 0; index < INDEX_PAGES; index += 1) yield [indexPath(index), indexPage(index)];
  for (let page = 0; page < PAGES; page += 1) yield [`/page/${page}`, articlePage(page)];
}

/** The first index page is the start of the site: linkinator follows links below its start address alone. */
export function indexPath(index) {
  return index === 0 ? '/' : `/index/${index}`;
}

/** Which page an article links to as its target, and how. */
export function plantedLink(page) {
  return { target: `/page/${(page * 7 + 1) % PAGES}`, rel: RELS[page % RELS.length] };
}

function indexPage(index) {
  const others = Array.from(
    { length: INDEX_PAGES },
    (_, other) => `<li><a href="${indexPath(other)}">Index ${other}</a></li>`,
  );
  const size = PAGES / INDEX_PAGES;
  const pages = Array.from(
    { length: size },
    (_, at) => `<li><a href="/page/${index * size + at}">Page ${index * size + at}</a></li>`,
  );
  return html(
    `Index ${index}`,
    `<nav><ul>${others.join('')}</ul></nav><main><ul>${pages.join('\n')}</ul></main>`,
  );
}

function articlePage(page) {
  const chance = chanceFrom(page + 1);
  const word = () => WORDS[Math.floor(chance() * WORDS.length)];
  const words = (count) => Array.from({ length: count }, word).join(' ');
  const { target, rel } = plantedLink(page);
  const plantAt = Math.floor(chance() * LINKS);
  const paragraphs = Array.from({ length: LINKS }, (_, at) => {
    const other = Math.floor(chance() * PAGES);
    const link =
      at === plantAt
        ? `<a class="post__link" href="${target}"${rel}>${words(3)}</a>`
        : `<a class="post__link post__link--${at}" href="/page/${other}" title="${words(2)}"><span>${words(2)}</span></a>`;
    return `<p class="post__text" data-part="${at}">${words(18)} ${link} <em>${words(2)}</em> ${words(18)} &amp; ${words(4)}.</p>`;
  });
  const script = `<script>window.page={id:${page},words:${JSON.stringify(words(60))}};</script>`;
  const style = `<style>.post__text{margin:0 0 1em;font:16px/1.5 serif}${'.a>b{c:d}'.repeat(120)}</style>`;
  return html(
    `Page ${page}: ${words(4)}`,
    `${style}<main><article><h1>${words(5)}</h1>${paragraphs.join('\n')}</article></main>${script}`,
  );
}

function html(title, body) {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"></head>
<body><header><p>A made-up site</p></header>${body}<footer><p>Nothing here is true.</p></footer></body></html>`;
  const bytes = gzipSync(text, { level: 6 });
  return { bytes, size: Buffer.byteLength(text) };
}
