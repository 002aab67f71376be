import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { equivalentKey } from '../../src/core/verifier/url-ladder.js';
import type { OwnSite } from './own-site.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const HTML = 'http://www.w3.org/1999/xhtml';

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
    const at = endOf(pages, path);
    const body = at === null || forbidden.includes(path) ? undefined : pages.get(at)?.body;
    if (at === null || body === undefined) continue;
    read.add(at);
    const { found, follows } = linksOf(body, `${origin}${at}`);
    for (const { url, nofollow } of found) {
      if (url.host !== new URL(origin).host) links.add(pair(`${origin}${at}`, url.href));
      else if (follows && !nofollow && !met.has(url.pathname + url.search)) {
        met.add(url.pathname + url.search);
        waiting.push(url.pathname + url.search);
      }
    }
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
    if (node.namespaceURI === HTML) found.push(node);
    stack.push(...[...node.childNodes].reverse());
  }
  return found;
}

function of(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
