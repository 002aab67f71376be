import { siteKey } from '../sites/site-key.js';
import type { ReadablePage } from './page-reading.js';
import { sentencesOf } from './sentences.js';

/** A link of a page that is worth a look whether it still leads anywhere. */
export interface OutgoingLink {
  readonly url: string;
  readonly anchor: string;
  readonly isFrame: boolean;
  /** Whether it leads to another site than the page's. */
  readonly isOutbound: boolean;
  /** The sentence it stands in. */
  readonly sentence: string;
}

/** Links of a page that are looked at, at most. */
export const MOST_LOOKED_AT = 40;
/** Of the page's own site, because its host is asked for one page at a time. */
const MOST_OWN = 5;
/** What never holds a page to replace. */
const NO_PAGES = /\.(?:jpe?g|png|gif|webp|svg|ico|css|js|mp4|mp3|zip|exe|dmg)$/i;
/** Hosts that answer programs with refusals: a look at them says nothing. */
const CLOSED = [
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'twitter.com',
  'x.com',
  'tiktok.com',
  'pinterest.com',
  'youtube.com',
  'whatsapp.com',
  'wa.me',
  't.me',
];

/**
 * The links of a page to look at: each address once, those in the content to other sites first, then those in the frame, then a few of
 * the page's own site. Pictures, downloads and social networks are left out.
 */
export function outgoingLinks(page: ReadablePage): OutgoingLink[] {
  const own = siteKey(page.url);
  const seen = new Set([withoutHash(page.url)]);
  const all = page.links.flatMap((link): OutgoingLink[] => {
    const key = siteKey(link.url);
    const isUseless = key === null || CLOSED.includes(key) || NO_PAGES.test(pathOf(link.url));
    if (isUseless || seen.has(link.url)) return [];
    seen.add(link.url);
    const { url, anchor, isFrame } = link;
    return [{ url, anchor, isFrame, isOutbound: key !== own, sentence: sentenceOf(page, link) }];
  });
  const outbound = all.filter((link) => link.isOutbound);
  const inside = all.filter((link) => !link.isOutbound && !link.isFrame).slice(0, MOST_OWN);
  const ordered = [...outbound.filter((link) => !link.isFrame), ...outbound.filter((link) => link.isFrame)];
  return [...ordered.slice(0, MOST_LOOKED_AT - inside.length), ...inside];
}

function sentenceOf(page: ReadablePage, { block, start, end }: ReadablePage['links'][number]): string {
  const text = page.blocks[block]?.text ?? '';
  const found = sentencesOf(text).find(
    (sentence) => sentence.start < Math.max(end, start + 1) && sentence.end > start,
  );
  return (found?.text ?? '').slice(0, 400);
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}
