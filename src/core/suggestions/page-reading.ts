import { parseUrl } from '../sites/parse-url.js';
import { foldPiece, foldSpace } from '../verifier/html-text.js';
import {
  attribute,
  type HtmlElement,
  type HtmlVisitor,
  isHtml,
  parseDocument,
  walk,
} from '../verifier/html-tree.js';

/** A run of text between two borders of blocks. */
export interface PageBlock {
  readonly text: string;
  /** Whether it stands in navigation, header, footer or beside the content. */
  readonly isFrame: boolean;
  readonly isHeading: boolean;
}

/** A link of the page as a reader meets it. */
export interface PageLink {
  /** Resolved; without fragment. */
  readonly url: string;
  readonly anchor: string;
  readonly isFrame: boolean;
  /** The block it stands in, and where its words begin and end there. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What a page says, as far as a suggestion can be made of it. */
export interface ReadablePage {
  readonly url: string;
  readonly title: string | null;
  readonly language: string | null;
  /** Of `meta` elements, by name or property in lower case; the first of each counts. */
  readonly metas: Readonly<Record<string, string>>;
  readonly blocks: readonly PageBlock[];
  readonly links: readonly PageLink[];
  /** Texts of what is marked as the author. */
  readonly authors: readonly string[];
  /** Values of `time` elements outside the frame of the page. */
  readonly times: readonly string[];
  /** Blocks of JSON-LD. */
  readonly data: readonly string[];
}

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const FRAMES = new Set(['nav', 'header', 'footer', 'aside']);
const UNSEEN = new Set(['style', 'template', 'textarea', 'noscript', 'iframe', 'select']);

/** Characters of text and number of links that are read. */
const LONGEST = 400_000;
const MOST_LINKS = 3000;
const MOST_METAS = 200;
const MOST_TIMES = 20;

interface Place {
  readonly isFrame: boolean;
  readonly isHeading: boolean;
  readonly in: 'text' | 'data' | 'title';
  /** An article's own header belongs to the article. */
  readonly inArticle: boolean;
}

const OUTSIDE: Place = { isFrame: false, isHeading: false, in: 'text', inArticle: false };

/** Reads a page as the HTML Standard does; linear in its text, without recursion. */
export function readSuggestionPage(html: string, url: string): ReadablePage {
  const visitor = new SuggestionVisitor(url);
  walk<Place>(parseDocument(html, false), OUTSIDE, visitor);
  return visitor.page();
}

type OpenLink = {
  readonly element: HtmlElement;
  readonly href: string;
  readonly start: number;
  readonly block: number;
};

class SuggestionVisitor implements HtmlVisitor<Place> {
  private readonly blocks: PageBlock[] = [];
  private readonly links: PageLink[] = [];
  private readonly metas: Record<string, string> = {};
  private readonly authors: string[] = [];
  private readonly times: string[] = [];
  private readonly data: string[] = [];
  private readonly marked: { element: HtmlElement; text: string }[] = [];
  private title: string | null = null;
  private language: string | null = null;
  private base: string | null = null;
  private words = '';
  private block: Omit<PageBlock, 'text'> = { isFrame: false, isHeading: false };
  private open: OpenLink | null = null;
  private length = 0;

  constructor(private readonly url: string) {}

  enter(element: HtmlElement, place: Place): Place | null {
    const name = element.tagName;
    if (!isHtml(element)) return place;
    if (name === 'script') return isData(element) ? { ...place, in: 'data' } : null;
    if (UNSEEN.has(name)) return null;
    this.takeHead(element, name);
    if (name === 'title') return { ...place, in: 'title' };
    const inner = innerPlace(name, place);
    if (BLOCKS.has(name)) this.border(inner);
    this.takeMarks(element, name, inner);
    return inner;
  }

  text(value: string, place: Place): void {
    if (place.in === 'data') this.data.push(value.slice(0, LONGEST));
    else if (place.in === 'title') this.title ??= foldSpace(value).slice(0, 500) || null;
    else this.addText(foldPiece(value));
  }

  leave(element: HtmlElement, place: Place): void {
    if (this.open?.element === element) this.closeLink(place);
    if (this.marked.at(-1)?.element === element) {
      const author = foldSpace(this.marked.pop()?.text ?? '');
      if (author !== '') this.authors.push(author.slice(0, 200));
    }
    if (BLOCKS.has(element.tagName)) this.border(place);
  }

  page(): ReadablePage {
    this.border(OUTSIDE);
    const { url, title, language, metas, blocks, links, authors, times, data } = this;
    return { url, title, language, metas, blocks, links, authors, times, data };
  }

  private takeHead(element: HtmlElement, name: string): void {
    if (name === 'html') this.language = attribute(element, 'lang')?.trim() || null;
    else if (name === 'base') this.base ??= attribute(element, 'href');
    else if (name === 'meta') this.takeMeta(element);
  }

  private takeMeta(element: HtmlElement): void {
    const name = (attribute(element, 'property') ?? attribute(element, 'name'))?.trim().toLowerCase();
    const content = foldSpace(attribute(element, 'content') ?? '').slice(0, 2000);
    if (name === undefined || content === '' || Object.keys(this.metas).length >= MOST_METAS) return;
    if (!Object.hasOwn(this.metas, name)) this.metas[name] = content;
  }

  private takeMarks(element: HtmlElement, name: string, place: Place): void {
    if (name === 'time' && !place.isFrame) this.takeTime(attribute(element, 'datetime')?.trim() ?? '');
    if (isAuthor(element)) this.marked.push({ element, text: '' });
    const href = name === 'a' ? attribute(element, 'href') : null;
    if (href !== null && this.open === null)
      this.open = { element, href, start: this.words.length, block: this.blocks.length };
  }

  private takeTime(moment: string): void {
    if (moment !== '' && this.times.length < MOST_TIMES) this.times.push(moment.slice(0, 60));
  }

  private addText(piece: string): void {
    if (this.length > LONGEST) return;
    const glued = this.words === '' || this.words.endsWith(' ') ? piece.trimStart() : piece;
    this.length += glued.length;
    this.words += glued;
    for (const mark of this.marked) if (mark.text.length < 400) mark.text += piece;
  }

  /** A link that spans blocks keeps the words of its last one. */
  private closeLink(place: Place): void {
    const link = this.open;
    this.open = null;
    if (link === null || this.links.length >= MOST_LINKS) return;
    const url = parseUrl(link.href, this.baseUrl());
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return;
    url.hash = '';
    const start = link.block === this.blocks.length ? link.start : 0;
    const end = this.words.length;
    const anchor = foldSpace(this.words.slice(start, end)).slice(0, 300);
    this.links.push({ url: url.href, anchor, isFrame: place.isFrame, block: this.blocks.length, start, end });
  }

  private baseUrl(): string {
    return this.base === null ? this.url : (parseUrl(this.base, this.url)?.href ?? this.url);
  }

  /** A block ends; the next one stands where `place` says. Empty ones are kept out, so links never point between two. */
  private border(place: Place): void {
    if (this.words.trim() !== '') this.blocks.push({ text: this.words.trimEnd(), ...this.block });
    this.words = '';
    this.block = { isFrame: place.isFrame, isHeading: place.isHeading };
  }
}

function innerPlace(name: string, place: Place): Place {
  const inArticle = place.inArticle || name === 'article' || name === 'main';
  const framesHere = FRAMES.has(name) && !(name === 'header' && place.inArticle);
  return {
    ...place,
    inArticle,
    isFrame: place.isFrame || framesHere,
    isHeading: place.isHeading || /^h[1-6]$/.test(name),
  };
}

function isData(element: HtmlElement): boolean {
  return (attribute(element, 'type') ?? '').trim().toLowerCase() === 'application/ld+json';
}

function isAuthor(element: HtmlElement): boolean {
  const rel = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  if (rel.includes('author') || (attribute(element, 'itemprop') ?? '').toLowerCase() === 'author')
    return true;
  const words = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/);
  return words.some((word) => /^(?:author|author-name|entry-author|post-author|byline__name)$/.test(word));
}
