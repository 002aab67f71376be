import type { Region } from '../placements/terms.js';
import { parseUrl } from '../sites/parse-url.js';
import { registrableDomain } from '../sites/site-key.js';
import type { Occurrence } from './facts.js';
import type { HiddenReason } from './html-hidden.js';
import { foldSpace, type PageText, type TextPosition } from './html-text.js';
import { attribute, type HtmlElement } from './html-tree.js';
import { googleRel, htmlRel } from './rel.js';

const ANCHOR_LIMIT = 1_000;
const HEADING_LIMIT = 200;
/** Characters of text kept on each side of a link. */
const AROUND = 100;
/** Heading and surroundings are kept for so many links: a page with more of them is a list, and memory is bounded. */
const DETAILED_LINKS = 5_000;

/** Where a link stands, as its ancestors say. */
export interface LinkPlace {
  readonly region: Region | null;
  readonly hidden: HiddenReason | null;
  readonly inNoscript: boolean;
}

interface Heading {
  text: string;
  readonly start: TextPosition;
}

interface FoundLink {
  readonly element: HtmlElement;
  readonly place: LinkPlace;
  readonly heading: Heading | null;
  readonly start: TextPosition;
  end: TextPosition;
  readonly firstAlt: number;
  lastAlt: number;
}

/** Collects the links of a page while it is walked through, and makes occurrences of them once its `base` is known. */
export class LinkCollector {
  private readonly found: FoundLink[] = [];
  private readonly open: FoundLink[] = [];
  private readonly alts: string[] = [];
  private heading: Heading | null = null;

  constructor(private readonly text: PageText) {}

  openLink(element: HtmlElement, place: LinkPlace): void {
    const [start, firstAlt] = [this.text.position, this.alts.length];
    const link = { element, place, heading: this.heading, start, end: start, firstAlt, lastAlt: firstAlt };
    this.found.push(link);
    this.open.push(link);
  }

  closeLink(): void {
    const link = this.open.pop() as FoundLink;
    link.end = this.text.position;
    link.lastAlt = this.alts.length;
  }

  addAlt(alt: string): void {
    this.alts.push(alt);
  }

  openHeading(): void {
    this.heading = { text: '', start: this.text.position };
  }

  /** The heading opened last ends here. */
  closeHeading(): void {
    const heading = this.heading as Heading;
    heading.text = this.text.between(heading.start, this.text.position, HEADING_LIMIT);
  }

  /** All occurrences in source order: links whose address, resolved against `baseUrl`, is http(s) (D117, D120). */
  occurrences(
    baseUrl: string,
    pageUrl: string,
    surroundings: boolean,
  ): { occurrences: Occurrence[]; internal: number; outbound: number } {
    const isOutbound = outboundTest(pageUrl);
    const occurrences: Occurrence[] = [];
    let outbound = 0;
    for (const link of this.found) {
      const url = webAddress(attribute(link.element, 'href') as string, baseUrl);
      if (url === null) continue;
      const leadsOut = isOutbound(url.hostname);
      if (leadsOut) outbound += 1;
      const position = leadsOut ? outbound : null;
      const detailed = surroundings && occurrences.length < DETAILED_LINKS;
      occurrences.push(this.occurrence(link, url.href, position, detailed));
    }
    return { occurrences, internal: occurrences.length - outbound, outbound };
  }

  private occurrence(
    link: FoundLink,
    href: string,
    outboundPosition: number | null,
    detailed: boolean,
  ): Occurrence {
    const { element, place, start, end } = link;
    const rel = attribute(element, 'rel');
    const anchor = this.anchor(link);
    return {
      element: element.tagName === 'area' ? 'area' : 'a',
      href,
      rel: htmlRel(rel),
      googleRel: googleRel(rel),
      anchor,
      region: place.region ?? 'content',
      hidden: place.hidden ?? hiddenInAnchor(anchor),
      inNoscript: place.inNoscript,
      outboundPosition,
      heading: detailed ? headingText(link.heading) : null,
      context: detailed ? this.text.around(start, end, ANCHOR_LIMIT, AROUND) : '',
      ...offsets(element),
    };
  }

  /** Text; else the alternative texts inside; else the title; else nothing (D119). */
  private anchor({ element, start, end, firstAlt, lastAlt }: FoundLink): string {
    const text = this.text.between(start, end, ANCHOR_LIMIT);
    if (text !== '') return text;
    const alts = foldSpace(this.alts.slice(firstAlt, lastAlt).join(' '));
    return (alts === '' ? foldSpace(attribute(element, 'title') ?? '') : alts).slice(0, ANCHOR_LIMIT);
  }
}

function headingText(heading: Heading | null): string | null {
  return heading === null || heading.text === '' ? null : heading.text;
}

function hiddenInAnchor(anchor: string): HiddenReason | null {
  return /^\p{P}$/u.test(anchor) ? 'one_character' : null;
}

/** Where the element stands in the source; 0 for one the parser had to add. */
function offsets({ sourceCodeLocation: location }: HtmlElement): { start: number; end: number } {
  return { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 };
}

function webAddress(href: string, baseUrl: string): URL | null {
  const url = parseUrl(href, baseUrl);
  if (url === null) return null;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** Whether a host belongs to another site than the page; each host is looked up once. */
function outboundTest(pageUrl: string): (hostname: string) => boolean {
  const own = registrableDomain(parseUrl(pageUrl)?.hostname ?? '');
  const known = new Map<string, boolean>();
  return (hostname) => {
    const answer = known.get(hostname) ?? registrableDomain(hostname) !== own;
    known.set(hostname, answer);
    return answer;
  };
}
