import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { equivalentKey } from '../../src/core/verifier/url-ladder.js';
import type { OwnSite } from './own-site.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a made site with nothing but parse5: every page from the home page on, and every link that leads off the site, as
 * `source -> target`. It shares no code with the crawl but the key under which equivalent addresses are one.
 */
export function walkSite(
  { pages, forbidden }: OwnSite,
  origin: string,
): { read: Set<string>; links: Set<string> } {
  const links = new Set<string>();
  const read = new Set<string>();
  const waiting = ['/'];
  const met = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const at = forbidden.includes(path) ? null : endOf(pages, path);
    if (at === null) continue;
    read.add(at);
    const { found, follows } = linksOf(pages.get(at)?.body ?? '', `${origin}${at}`);
    const own = found.filter(({ url }) => url.origin === origin);
    for (const { url } of found) if (url.origin !== origin) links.add(pair(`${origin}${at}`, url.href));
    const next = own
      .filter(({ nofollow }) => follows && !nofollow)
      .map(({ url }) => url.pathname + url.search);
    waiting.push(...next.filter((one, place) => !met.has(one) && next.indexOf(one) === place));
    for (const one of next) met.add(one);
  }
  return { read, links };
}

/** One text for a link, the same for all spellings of its two pages. */
export function pair(source: string, target: string): string {
  return `${String(equivalentKey(source))} -> ${String(equivalentKey(target))}`;
}

function endOf(pages: OwnSite['pages'], path: string): string | null {
  const page = pages.get(path);
  const location = page?.headers?.['location'];
  if (location === undefined) return page === undefined ? null : path;
  return location.startsWith('/') ? location : null;
}

function linksOf(
  html: string,
  address: string,
): { found: { url: URL; nofollow: boolean }[]; follows: boolean } {
  const elements = elementsOf(parse(html, { scriptingEnabled: false }));
  const baseHref = elements.find((one) => one.tagName === 'base' && of(one, 'href') !== null);
  const base = new URL(baseHref === undefined ? '' : (of(baseHref, 'href') ?? ''), address).href;
  const follows = !elements.some(
    (one) => one.tagName === 'meta' && (of(one, 'content') ?? '').includes('nofollow'),
  );
  const found = elements
    .filter((one) => (one.tagName === 'a' || one.tagName === 'area') && of(one, 'href') !== null)
    .map((one) => ({
      url: new URL(of(one, 'href') ?? '', base),
      nofollow: (of(one, 'rel') ?? '').includes('nofollow'),
    }))
    .filter(({ url }) => /^https?:$/.test(url.protocol));
  return { found, follows };
}

/** All HTML elements of a document in source order; parse5 keeps what stands in a template apart. */
function elementsOf(document: DefaultTreeAdapterTypes.Document): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [...document.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (isHtml(node)) found.push(node);
    stack.push(...[...node.childNodes].reverse());
  }
  return found;
}

function isHtml({ namespaceURI }: { readonly namespaceURI: string }): boolean {
  return namespaceURI === 'http://www.w3.org/1999/xhtml';
}

function of(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
