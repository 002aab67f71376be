import { HeadCollector } from './html-head.js';
import { type HiddenReason, hiddenReason } from './html-hidden.js';
import { LinkCollector, type LinkPlace } from './html-links.js';
import { regionOf } from './html-region.js';
import { type PageSignals, SignalCollector } from './html-signals.js';
import { CountedText, foldPiece, PageText } from './html-text.js';
import { attribute, type HtmlElement, type HtmlVisitor, isHtml } from './html-tree.js';

/** Characters of text that are kept; everything beyond is counted only. */
const KEPT_TEXT = 200_000;

/** Where in a page the walk is, as the ancestors say. */
export interface Place extends LinkPlace {
  readonly inHead: boolean;
  /** Inside nav, header or footer: text there is no main text. */
  readonly inFrame: boolean;
  readonly inForeign: boolean;
  /** Text here is no text of the page: options, raw text of elements that show something else. */
  readonly isMute: boolean;
}

/** The place of the document itself. */
export const OUTSIDE: Place = {
  region: null,
  hidden: null,
  inNoscript: false,
  inHead: false,
  inFrame: false,
  inForeign: false,
  isMute: false,
};

/** Elements whose content is neither text nor holds elements that count. */
const PASSED_OVER = new Set(['script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'title']);
const MUTE = new Set(['select', 'textarea', 'datalist', 'audio', 'video', 'canvas', 'object']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const WITH_ALT = new Set(['img', 'area', 'input']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'ruby',
  'rt',
  'rp',
]);
const FRAME_ELEMENTS = new Set(['nav', 'header', 'footer']);
const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo']);

/** Collects everything the facts of a page are made of, in one walk. */
export class FactsVisitor implements HtmlVisitor<Place> {
  readonly head = new HeadCollector();
  readonly allText = new CountedText(KEPT_TEXT);
  readonly mainText = new CountedText(KEPT_TEXT);
  private readonly pageText = new PageText();
  readonly links = new LinkCollector(this.pageText);
  private readonly signalCollector = new SignalCollector();

  enter(element: HtmlElement, place: Place): Place | null {
    if (!isHtml(element)) return enterForeign(element, place);
    const { tagName } = element;
    if (tagName === 'base') this.head.takeBase(element);
    if (!place.inNoscript) this.takeHead(element, place);
    const inner = placeIn(element, place);
    if (PASSED_OVER.has(tagName)) return null;
    this.open(element, inner);
    // Behind `open`, for the alternative text of an area is its own.
    if (WITH_ALT.has(tagName)) this.links.addAlt(attribute(element, 'alt') ?? '');
    return inner;
  }

  text(value: string, place: Place): void {
    const piece = foldPiece(value);
    this.pageText.add(piece);
    if (place.inNoscript) this.signalCollector.addNoscript(piece);
    if (place.isMute || place.inNoscript || place.inForeign || place.inHead) return;
    this.allText.add(piece);
    if (!place.inFrame) this.mainText.add(piece);
    this.signalCollector.addText(piece, place.inFrame);
  }

  leave(element: HtmlElement): void {
    if (!isHtml(element)) return;
    const { tagName } = element;
    if (isLink(element)) this.links.closeLink();
    if (HEADINGS.has(tagName)) this.links.closeHeading();
    this.signalCollector.leave(element);
    if (!INLINE.has(tagName)) this.break();
  }

  /** What the marks of walls and shells are found by. */
  signals(url: string): PageSignals {
    return this.signalCollector.signals({
      url,
      title: this.head.pageTitle ?? '',
      mainText: this.mainText,
      allText: this.allText,
    });
  }

  private open(element: HtmlElement, place: Place): void {
    const { tagName } = element;
    if (!INLINE.has(tagName)) this.break();
    if (HEADINGS.has(tagName)) this.links.openHeading();
    if (isLink(element)) this.links.openLink(element, place);
    if (!place.inNoscript) this.signalCollector.enter(element, place.inFrame);
  }

  private takeHead(element: HtmlElement, place: Place): void {
    this.head.take(element, place.inHead);
    if (element.tagName === 'title') this.head.takeTitle(rawText(element));
    if (PASSED_OVER.has(element.tagName)) this.signalCollector.takeRaw(element, rawText(element));
  }

  private break(): void {
    this.pageText.addBreak();
    this.allText.addBreak();
    this.mainText.addBreak();
    this.signalCollector.addBreak();
  }
}

function enterForeign(element: HtmlElement, place: Place): Place | null {
  if (element.tagName === 'script' || element.tagName === 'style') return null;
  return place.inForeign ? place : { ...place, inForeign: true };
}

function isLink(element: HtmlElement): boolean {
  const { tagName } = element;
  return (tagName === 'a' || tagName === 'area') && attribute(element, 'href') !== null;
}

/** The place inside an element; the same object as outside when nothing changes, for pages nest deep. */
function placeIn(element: HtmlElement, place: Place): Place {
  const marks = readMarks(element);
  const { tagName, role } = marks;
  const region = regionOf(marks) ?? place.region;
  const hidden: HiddenReason | null = place.hidden ?? hiddenReason(marks);
  const inNoscript = place.inNoscript || tagName === 'noscript';
  const inHead = tagName === 'body' ? false : place.inHead || tagName === 'head';
  const inFrame = place.inFrame || isFrame(tagName, role);
  const isMute = place.isMute || MUTE.has(tagName);
  // HTML inside SVG's foreignObject is text of the page again.
  const next = { region, hidden, inNoscript, inHead, inFrame, isMute, inForeign: false };
  return isSame(place, next) ? place : next;
}

function isFrame(tagName: string, role: string | null): boolean {
  return FRAME_ELEMENTS.has(tagName) || (role !== null && FRAME_ROLES.has(role));
}

function isSame(one: Place, other: Place): boolean {
  return (Object.keys(other) as (keyof Place)[]).every((key) => one[key] === other[key]);
}

function readMarks(element: HtmlElement) {
  let role: string | null = null;
  let id: string | null = null;
  let className: string | null = null;
  let style: string | null = null;
  let hidden: string | null = null;
  for (const { name, value } of element.attrs) {
    if (name === 'role') role = value.trim().toLowerCase();
    else if (name === 'id') id = value;
    else if (name === 'class') className = value;
    else if (name === 'style') style = value;
    else if (name === 'hidden') hidden = value;
  }
  return {
    tagName: element.tagName,
    role,
    id,
    className,
    style,
    hidden,
    words: `${id ?? ''} ${className ?? ''}`,
  };
}

function rawText(element: HtmlElement): string {
  const [first] = element.childNodes;
  return first !== undefined && first.nodeName === '#text' && 'value' in first ? first.value : '';
}
