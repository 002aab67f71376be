import { foldPiece } from '../verifier/html-text.js';
import {
  attribute,
  type HtmlElement,
  type HtmlVisitor,
  isHtml,
  parseDocument,
  walk,
} from '../verifier/html-tree.js';

/** A run of text between two borders of blocks, with where it stands on the page. */
export interface TextBlock {
  readonly text: string;
  /** Whether it stands in navigation, header or footer: on every page, so for no page's own purpose. */
  readonly isFrame: boolean;
  readonly isHeading: boolean;
}

/** A link that may name somebody. */
export interface MailLink {
  /** What stands behind `mailto:`, or the hex of Cloudflare's cover. */
  readonly target: string;
  readonly kind: 'mailto' | 'cloudflare';
  readonly anchor: string;
  /** The block it stands in. */
  readonly block: number;
}

/** What a page shows to whoever looks for contacts. */
export interface ContactPage {
  readonly blocks: readonly TextBlock[];
  readonly mailLinks: readonly MailLink[];
  /** Texts of links with rel=author, and of elements marked as an author. */
  readonly authors: readonly string[];
  /** Blocks of JSON-LD. */
  readonly data: readonly string[];
}

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const FRAMES = new Set(['nav', 'header', 'footer']);
const UNSEEN = new Set(['style', 'template', 'textarea', 'title', 'noscript', 'iframe', 'select']);

/** Characters of text that are read; contact pages are short. */
const LONGEST = 300_000;

interface Place {
  readonly isFrame: boolean;
  readonly isHeading: boolean;
  readonly in: 'text' | 'data' | 'nothing';
}

/** Reads a page as the HTML Standard does; linear in its text, without recursion. */
export function readContactPage(html: string): ContactPage {
  const visitor = new ContactPageVisitor();
  walk<Place>(parseDocument(html, false), { isFrame: false, isHeading: false, in: 'text' }, visitor);
  return visitor.page();
}

class ContactPageVisitor implements HtmlVisitor<Place> {
  private readonly blocks: TextBlock[] = [];
  private readonly mailLinks: MailLink[] = [];
  private readonly authors: string[] = [];
  private readonly data: string[] = [];
  private pieces: string[] = [];
  private block: Omit<TextBlock, 'text'> = { isFrame: false, isHeading: false };
  private length = 0;
  /** Links and authors that are open: their text is gathered until they end. */
  private readonly gathering: { element: HtmlElement; texts: string[] }[] = [];

  enter(element: HtmlElement, place: Place): Place | null {
    const name = element.tagName;
    if (!isHtml(element)) return place;
    if (name === 'script') return isData(element) ? { ...place, in: 'data' } : null;
    if (UNSEEN.has(name)) return null;
    const inner: Place = {
      ...place,
      isFrame: place.isFrame || FRAMES.has(name),
      isHeading: place.isHeading || /^h[1-6]$/.test(name),
    };
    if (BLOCKS.has(name)) this.border(inner);
    if (isGathered(element)) this.gathering.push({ element, texts: [] });
    return inner;
  }

  text(value: string, place: Place): void {
    if (place.in === 'data') {
      this.data.push(value.slice(0, LONGEST));
      return;
    }
    const piece = foldPiece(value);
    if (this.length > LONGEST) return;
    this.length += piece.length;
    this.pieces.push(piece);
    for (const { texts } of this.gathering) texts.push(piece);
  }

  leave(element: HtmlElement, place: Place): void {
    if (this.gathering.at(-1)?.element === element) this.gathered();
    if (BLOCKS.has(element.tagName)) this.border(place);
  }

  page(): ContactPage {
    this.border({ isFrame: false, isHeading: false, in: 'text' });
    return { blocks: this.blocks, mailLinks: this.mailLinks, authors: this.authors, data: this.data };
  }

  /** A block ends; the next one stands where `place` says. */
  private border(place: Place): void {
    const text = this.pieces.join('').replace(/ {2,}/g, ' ').trim();
    if (text !== '') this.blocks.push({ text, ...this.block });
    this.pieces = [];
    this.block = { isFrame: place.isFrame, isHeading: place.isHeading };
  }

  private gathered(): void {
    const open = this.gathering.pop();
    if (open === undefined) return;
    const anchor = open.texts.join('').replace(/ {2,}/g, ' ').trim();
    const target = mailTarget(open.element);
    if (target !== null) this.mailLinks.push({ ...target, anchor, block: this.blocks.length });
    else if (anchor !== '') this.authors.push(anchor.slice(0, 200));
  }
}

function isData(element: HtmlElement): boolean {
  return (attribute(element, 'type') ?? '').trim().toLowerCase() === 'application/ld+json';
}

/** At most a few are open at once: links do not nest, and authors hardly do. */
function isGathered(element: HtmlElement): boolean {
  return mailTarget(element) !== null || isAuthor(element);
}

function mailTarget(element: HtmlElement): Pick<MailLink, 'target' | 'kind'> | null {
  const covered = attribute(element, 'data-cfemail');
  if (covered !== null) return { target: covered, kind: 'cloudflare' };
  const href = element.tagName === 'a' ? (attribute(element, 'href') ?? '').trim() : '';
  if (/^mailto:/i.test(href))
    return { target: href.replace(/^mailto:/i, '').replace(/\?.*$/s, ''), kind: 'mailto' };
  const hidden = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)$/i.exec(href)?.[1];
  return hidden === undefined ? null : { target: hidden, kind: 'cloudflare' };
}

function isAuthor(element: HtmlElement): boolean {
  const rel = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  return rel.includes('author') || (attribute(element, 'itemprop') ?? '').toLowerCase() === 'author';
}
