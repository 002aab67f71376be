import { Readable } from 'node:stream';
import { parseUrl } from '../../core/sites/parse-url.js';
import { readWholeXml } from '../tables/xml-reader.js';

/** Pages a feed or a sitemap names; no more are taken of one list. */
const MOST_ENTRIES = 5_000;

export interface FeedEntry {
  readonly url: string;
  /** Epoch milliseconds of the publication or the last change; null where it is not said. */
  readonly at: number | null;
}

/** What a list of pages holds: pages, or (an index of sitemaps) further lists. */
export interface FeedReading {
  readonly kind: 'feed' | 'sitemap' | 'sitemap_index';
  readonly entries: readonly FeedEntry[];
}

const KINDS: Readonly<Record<string, FeedReading['kind']>> = {
  rss: 'feed',
  RDF: 'feed',
  feed: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'sitemap_index',
};
/** The elements that hold one entry each: RSS, Atom, sitemap, index of sitemaps. */
const ITEMS: readonly string[] = ['item', 'entry', 'url', 'sitemap'];
const DATES: readonly string[] = ['pubDate', 'published', 'updated', 'date', 'lastmod'];

/** Whether an answer of this content type may be a feed or a sitemap. */
export function mayBeFeed(contentType: string | null): boolean {
  return contentType !== null && /^[^;]*(?:\/|\+)xml\b/i.test(contentType.trim());
}

/**
 * Reads RSS, Atom, a sitemap or an index of sitemaps (sitemaps.org protocol). Entries with an address that is none are left out. Null for
 * what is no such list or is not well-formed.
 */
export async function readFeed(bytes: Buffer, baseUrl: string): Promise<FeedReading | null> {
  const gatherer = new Gatherer(baseUrl);
  try {
    await readWholeXml(Readable.from([bytes]), gatherer);
  } catch {
    // A list that breaks off still named what came before.
    if (gatherer.entries.length === 0) return null;
  }
  return gatherer.kind === null ? null : { kind: gatherer.kind, entries: gatherer.entries };
}

/** Takes entries in as the document goes by. */
class Gatherer {
  readonly entries: FeedEntry[] = [];
  kind: FeedReading['kind'] | null = null;
  private isFirst = true;
  private url: string | null = null;
  private at: number | null = null;
  private depth = 0;
  private held = '';

  constructor(private readonly baseUrl: string) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.isFirst) this.kind = KINDS[name] ?? null;
    this.isFirst = false;
    this.held = '';
    if (this.depth > 0) this.inside(name, attributes);
    else if (ITEMS.includes(name)) this.begin();
  }

  text(text: string): void {
    if (this.depth > 0 && this.held.length < 4_000) this.held += text;
  }

  close(name: string): void {
    if (this.depth === 0) return;
    if (this.depth === 2) this.take(name, this.held.trim());
    this.depth -= 1;
    this.held = '';
    if (this.depth === 0) this.finish();
  }

  private begin(): void {
    this.depth = 1;
    this.url = null;
    this.at = null;
  }

  /** Atom writes addresses as attributes of links, each with what it leads to. */
  private inside(name: string, { rel = 'alternate', href }: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (name === 'link' && this.depth === 2 && rel === 'alternate') this.url ??= href ?? null;
  }

  private take(name: string, text: string): void {
    if ((name === 'link' || name === 'loc') && text !== '') this.url ??= text;
    if (!DATES.includes(name)) return;
    const at = Date.parse(text);
    if (!Number.isNaN(at)) this.at ??= at;
  }

  private finish(): void {
    if (this.url === null || this.entries.length >= MOST_ENTRIES) return;
    const url = parseUrl(this.url, this.baseUrl);
    if (url !== null && /^https?:$/.test(url.protocol)) this.entries.push({ url: url.href, at: this.at });
  }
}
