import { parseUrl } from '../sites/parse-url.js';
import { siteKey } from '../sites/site-key.js';
import type { PageKind } from './discovery.js';

/** A link of a page, as far as its kind can be told by it. */
export interface PageLink {
  readonly href: string;
  readonly anchor: string;
}

/** A page worth reading for contacts. */
export interface ChosenPage {
  readonly url: string;
  readonly kind: PageKind;
}

/** Words of addresses and anchors (small letters, hyphens as spaces) in English, Dutch, German and French; the first kind that fits counts. */
const WORDS: readonly (readonly [kind: PageKind, words: RegExp])[] = [
  [
    'advertising',
    /\b(?:advertis(?:e|ing|ement|ers?)|adverteren|adverteerders?|werbung|mediadaten|media kit|mediakit|annonceurs?|publicite|sponsor(?:ing|ed posts?)?|write for us|guest posts?|guest blog(?:ging)?|contribute|contributors? guidelines|submissions?|submit (?:an? )?(?:article|post)|pitch us|schrijf(?:f?en)? (?:voor ons|mee)|gastblog(?:gen)?|gastartikel|gastbeitrag|gastautor(?:en)?(?: werden)?|article invite|ecrire pour nous)\b/,
  ],
  ['imprint', /\b(?:imprint|impressum|colofon|mentions legales|legal notice|masthead)\b/],
  [
    'contact',
    /\b(?:contact(?:s|us| us|eer| ons|ez nous)?|kontakt(?:e|iere[n]?)?|nous contacter|get in touch)\b/,
  ],
  [
    'author',
    /\b(?:authors?|auteurs?|autor(?:en|in)?|redacteurs?|redactie|redaktion|redaction|editorial team|our team|team|writers?|staff)\b/,
  ],
  [
    'about',
    /\b(?:about(?: us)?|over ons|over|ueber uns|uber uns|wir uber uns|a propos|qui sommes nous|who we are)\b/,
  ],
];

/** How many pages of a kind are read at most. */
const MOST: Readonly<Record<PageKind, number>> = {
  home: 1,
  contact: 2,
  advertising: 2,
  imprint: 1,
  about: 1,
  author: 2,
  service: 0,
};

/** What a link's address and words say its page is for; null when they say nothing. An anchor longer than a menu's words is a headline. */
export function kindOfLink({ href, anchor }: PageLink): PageKind | null {
  const path = parseUrl(href)?.pathname ?? '';
  const last = plain(path.split('/').slice(-3).join(' '));
  const words = anchor.length <= 40 ? plain(anchor) : '';
  const isArticle = last.split(' ').length > 6;
  for (const [kind, form] of WORDS) {
    if (form.test(words) || (!isArticle && form.test(last))) return kind;
  }
  return null;
}

/**
 * The next page to read: of the kinds worth most first, on the same site, none twice, at most `most` together and a few of each kind; null when
 * there is none. Pages are chosen by links alone: no address is guessed.
 */
export function nextPage(
  links: readonly PageLink[],
  read: readonly ChosenPage[],
  { site, declared, most }: { site: string; declared: readonly string[]; most: number },
): ChosenPage | null {
  if (read.length >= most) return null;
  const seen = new Set(read.map(({ url }) => bare(url)));
  const open = links.flatMap((link): ChosenPage[] => {
    const kind = kindOfLink(link);
    const isOpen = kind !== null && !seen.has(bare(link.href)) && siteKey(link.href, declared) === site;
    const isLeft = kind !== null && read.filter((page) => page.kind === kind).length < MOST[kind];
    return isOpen && isLeft ? [{ url: bare(link.href), kind }] : [];
  });
  const [first] = open.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return first ?? null;
}

/** Contact pages first, for nearly every site has one. */
const ORDER: readonly PageKind[] = ['contact', 'advertising', 'imprint', 'about', 'author'];

function bare(url: string): string {
  return url.replace(/#.*$/s, '');
}

function plain(text: string): string {
  return decoded(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.(?:html?|php|aspx?)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function decoded(text: string): string {
  return text.replace(/%[cC]3%[89abAB][0-9a-fA-F]/g, (run) => {
    const [, first = '', second = ''] = run.split('%');
    return String.fromCodePoint(
      ((Number.parseInt(first, 16) & 31) << 6) | (Number.parseInt(second, 16) & 63),
    );
  });
}
