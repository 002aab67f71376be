import { parseUrl } from '../sites/parse-url.js';
import { foldSpace } from './html-text.js';
import { attribute, type HtmlElement } from './html-tree.js';
import { CANONICAL_EXCEPTIONS, canonicalsOfHeader } from './link-header.js';
import { instantRefresh } from './meta-refresh.js';
import { htmlRel } from './rel.js';
import type { MetaTag } from './robots-meta.js';

const TITLE_LIMIT = 500;
const VALUE_LIMIT = 2_000;
const METAS_LIMIT = 500;
const FEEDS_LIMIT = 10;
const FEED_TYPES: readonly string[] = ['application/rss+xml', 'application/atom+xml'];

/** Collects what `html`, `title`, `base`, `meta` and `link` elements say about the page. */
export class HeadCollector {
  readonly metas: MetaTag[] = [];
  language: string | null = null;
  private title: string | null = null;
  private base: string | null = null;
  private canonical: string | null = null;
  private refresh: string | null = null;
  private readonly feeds: string[] = [];

  /** The first `base` with an address counts, wherever it stands: all links are resolved as with scripting off. */
  takeBase(element: HtmlElement): void {
    this.base ??= attribute(element, 'href');
  }

  /** Takes one element in; those inside `noscript` are not for readers with scripts, so they say nothing here. */
  take(element: HtmlElement, inHead: boolean): void {
    const { tagName } = element;
    if (tagName === 'meta') this.takeMeta(element);
    else if (tagName === 'link' && inHead) this.takeLink(element);
    else if (tagName === 'html') this.language = filled(attribute(element, 'lang'));
  }

  /** The text of a `title` element: the first one counts. */
  takeTitle(text: string): void {
    this.title ??= foldSpace(text).slice(0, TITLE_LIMIT);
  }

  get pageTitle(): string | null {
    return filled(this.title);
  }

  /** The address links are resolved against: the first `base`, if it is a usable one, else the page's own (D120). */
  baseUrl(pageUrl: string): string {
    const base = resolved(this.base, pageUrl);
    return base === null || /^(?:data|javascript):/.test(base) ? pageUrl : base;
  }

  /** Canonical of tag and header (D130): the first of each, resolved. */
  canonicals(pageUrl: string, linkHeaders: readonly string[]): { tag: string | null; header: string | null } {
    const [header = null] = linkHeaders.flatMap(canonicalsOfHeader);
    return { tag: resolved(this.canonical, this.baseUrl(pageUrl)), header: resolved(header, pageUrl) };
  }

  /** Addresses of the page's feeds (RSS or Atom), in their order, resolved. */
  feedUrls(pageUrl: string): string[] {
    return this.feeds.flatMap((feed) => resolved(feed, this.baseUrl(pageUrl)) ?? []);
  }

  /** Where an instant refresh leads, null when there is none. */
  metaRefresh(pageUrl: string): string | null {
    return resolved(this.refresh, this.baseUrl(pageUrl));
  }

  private takeMeta(element: HtmlElement): void {
    const content = attribute(element, 'content')?.slice(0, VALUE_LIMIT);
    if (content === undefined) return;
    const name = attribute(element, 'name');
    if (name !== null && this.metas.length < METAS_LIMIT) this.metas.push({ name, content });
    const directive = attribute(element, 'http-equiv')?.trim().toLowerCase();
    if (directive === 'refresh') this.refresh ??= instantRefresh(content);
    if (directive === 'content-language') this.language ??= filled(content.replace(/,.*$/s, ''));
  }

  private takeLink(element: HtmlElement): void {
    const rel = htmlRel(attribute(element, 'rel'));
    if (rel.includes('alternate')) this.takeFeed(element);
    if (!rel.includes('canonical')) return;
    if (CANONICAL_EXCEPTIONS.some((name) => attribute(element, name) !== null)) return;
    this.canonical ??= filled(attribute(element, 'href'));
  }

  private takeFeed(element: HtmlElement): void {
    const address = filled(attribute(element, 'href'));
    const type = attribute(element, 'type')?.trim().toLowerCase() ?? '';
    if (address === null || !FEED_TYPES.includes(type)) return;
    if (this.feeds.length < FEEDS_LIMIT) this.feeds.push(address.slice(0, VALUE_LIMIT));
  }
}

function filled(text: string | null): string | null {
  const bare = text?.trim();
  return bare === undefined || bare === '' ? null : bare;
}

function resolved(address: string | null, baseUrl: string): string | null {
  return address === null ? null : (parseUrl(address, baseUrl)?.href ?? null);
}
