import type { Place, TemplateNode } from './template-tree.js';

export const HTML_CODES = [
  'html_malformed',
  'html_element',
  'html_attribute',
  'html_address',
  'html_style',
  'html_place',
  'html_block_in_tag',
  'html_unbalanced',
  'html_too_deep',
] as const;
export type HtmlCode = (typeof HTML_CODES)[number];

/** What is wrong with a hand-written HTML part. */
export interface HtmlProblem extends Place {
  readonly code: HtmlCode;
  readonly params: Readonly<Record<string, string>>;
}

/** Where a value stands: in text, in a quoted attribute, as a whole link, or inside the address of a link. */
export type HtmlPlace = 'text' | 'attribute' | 'link' | 'link_part';

export interface WrittenHtml {
  readonly places: ReadonlyMap<TemplateNode, HtmlPlace>;
  readonly problems: readonly HtmlProblem[];
}

const ELEMENTS = new Set(
  `html head title meta body p br hr a strong b em i u s small sub sup span div center font blockquote pre code
   h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr th td img`.split(/\s+/),
);
const VOID = new Set(['br', 'hr', 'img', 'meta']);
const ATTRIBUTES = new Set(
  `href src alt title style class id width height align valign border cellpadding cellspacing bgcolor color face size dir lang
   colspan rowspan role target rel charset name content start type`.split(/\s+/),
);
const ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;
const BAD_STYLE = /url\s*\(|expression|javascript|@import|behaviou?r|-moz-binding|\\/i;

const MOST_PROBLEMS = 20;
const DEEPEST = 100;

type Node = TemplateNode;
type Attribute = { readonly name: string; readonly quote: string; value: string; hasValues: boolean };

interface Scan {
  readonly places: Map<Node, HtmlPlace>;
  readonly problems: HtmlProblem[];
  readonly open: string[];
  /** The element whose tag is open, else null: plain text. */
  tag: string | null;
  attribute: Attribute | null;
}

/**
 * Looks at a hand-written HTML part: a closed list of elements and attributes in a strict spelling that every reader understands
 * alike, variables only in text and quoted attributes, and every element closed in the branch that opened it.
 */
export function checkWrittenHtml(nodes: readonly TemplateNode[]): WrittenHtml {
  const scan: Scan = { places: new Map(), problems: [], open: [], tag: null, attribute: null };
  const end: Place = { line: 1, column: 1, length: 0 };
  scanNodes(scan, nodes);
  if (scan.tag !== null) report(scan, 'html_malformed', end, { near: `<${scan.tag}` });
  for (const name of scan.open) report(scan, 'html_unbalanced', end, { element: name });
  return { places: scan.places, problems: scan.problems.slice(0, MOST_PROBLEMS) };
}

function report(
  scan: Scan,
  code: HtmlCode,
  place: Place,
  params: Readonly<Record<string, string>> = {},
): void {
  const { line, column, length } = place;
  scan.problems.push({ code, params, line, column, length });
}

function scanNodes(scan: Scan, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.kind === 'text') new TextScan(scan, node).run();
    else if (node.kind === 'block') scanBlock(scan, node);
    else scanValue(scan, node);
  }
}

function scanBlock(scan: Scan, node: Extract<Node, { kind: 'block' }>): void {
  if (scan.tag !== null) {
    report(scan, 'html_block_in_tag', node);
    return;
  }
  const before = scan.open.join(' ');
  for (const branch of [node.inside, node.otherwise]) {
    scanNodes(scan, branch);
    if (isInTag(scan) || scan.open.join(' ') !== before)
      report(scan, 'html_unbalanced', node, { element: scan.open.at(-1) ?? '' });
    scan.open.splice(0, scan.open.length, ...before.split(' ').filter((name) => name !== ''));
    scan.tag = null;
    scan.attribute = null;
  }
}

function isInTag(scan: Scan): boolean {
  return scan.tag !== null;
}

function scanValue(scan: Scan, node: Extract<Node, { kind: 'value' | 'snippet' }>): void {
  const place = placeOf(scan);
  if (place === null || (node.kind === 'snippet' && place !== 'text')) {
    report(scan, 'html_place', node);
    return;
  }
  scan.places.set(node, place);
  if (scan.attribute !== null) scan.attribute.hasValues = true;
}

function placeOf(scan: Scan): HtmlPlace | null {
  const { attribute } = scan;
  if (scan.tag === null) return 'text';
  if (attribute === null || attribute.name === 'style') return null;
  if (attribute.name !== 'href' && attribute.name !== 'src') return 'attribute';
  if (attribute.value === '') return attribute.hasValues ? null : 'link';
  return 'link_part';
}

/** Scans one stretch of HTML text between two tags of the template. */
class TextScan {
  private at = 0;

  constructor(
    private readonly scan: Scan,
    private readonly node: Extract<Node, { kind: 'text' }>,
  ) {}

  run(): void {
    const { text } = this.node;
    while (this.at < text.length && this.scan.problems.length < MOST_PROBLEMS) {
      if (this.scan.attribute !== null) this.inAttribute(this.scan.attribute);
      else if (this.scan.tag !== null) this.inTag(this.scan.tag);
      else this.inText();
    }
  }

  private inText(): void {
    const next = this.node.text.indexOf('<', this.at);
    this.at = next < 0 ? this.node.text.length : next;
    if (next >= 0 && this.take(/<!doctype html>|<!--[^<>]*-->/iy) === null) this.atTag();
  }

  private atTag(): void {
    const opened = this.take(/<([a-z][a-z0-9]*)/iy);
    if (opened !== null) {
      this.open(opened[1]?.toLowerCase() ?? '');
      return;
    }
    const closed = this.take(/<\/([a-z][a-z0-9]*)\s*>/iy);
    if (closed !== null) this.close(closed[1]?.toLowerCase() ?? '');
    else {
      this.complain('html_malformed', { near: this.node.text.slice(this.at, this.at + 20) });
      this.at += 1;
    }
  }

  private open(name: string): void {
    if (!ELEMENTS.has(name)) this.complain('html_element', { element: name });
    if (this.scan.open.length >= DEEPEST) this.complain('html_too_deep', { limit: String(DEEPEST) });
    this.scan.tag = name;
  }

  private close(name: string): void {
    const { open } = this.scan;
    if (open.at(-1) === name) open.pop();
    else if (VOID.has(name) || !ELEMENTS.has(name)) this.complain('html_element', { element: name });
    else this.complain('html_unbalanced', { element: name });
  }

  private inTag(tag: string): void {
    if (this.take(/\s*\/?>/y) !== null) {
      if (!VOID.has(tag)) this.scan.open.push(tag);
      this.scan.tag = null;
      return;
    }
    const found = this.take(/\s+([a-z-]{1,20})\s*=\s*(["'])/iy);
    if (found !== null) {
      this.scan.attribute = {
        name: found[1]?.toLowerCase() ?? '',
        quote: found[2] ?? '"',
        value: '',
        hasValues: false,
      };
      if (!ATTRIBUTES.has(this.scan.attribute.name))
        this.complain('html_attribute', { attribute: this.scan.attribute.name });
      return;
    }
    if (this.take(/\s+$/y) !== null) return;
    this.complain('html_malformed', { near: this.node.text.slice(this.at, this.at + 20) });
    const end = this.node.text.indexOf('>', this.at);
    this.at = end < 0 ? this.node.text.length : end + 1;
    this.scan.tag = null;
  }

  private inAttribute(attribute: Attribute): void {
    const end = this.node.text.indexOf(attribute.quote, this.at);
    const stop = end < 0 ? this.node.text.length : end;
    attribute.value += this.node.text.slice(this.at, stop);
    this.at = end < 0 ? stop : stop + 1;
    this.checkAddress(attribute);
    if (end < 0) return;
    if (attribute.name === 'style' && BAD_STYLE.test(attribute.value)) this.complain('html_style', {});
    this.scan.attribute = null;
  }

  /** Only plain web and mail addresses; one that begins with a variable is judged when the variable has a value. */
  private checkAddress(attribute: Attribute): void {
    const isAddress = attribute.name === 'href' || attribute.name === 'src';
    if (!isAddress || attribute.hasValues || (attribute.value === '' && this.scan.attribute !== null)) return;
    if (!ADDRESS.test(attribute.value))
      this.complain('html_address', { address: attribute.value.slice(0, 40) });
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.node.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private complain(code: HtmlCode, params: Readonly<Record<string, string>>): void {
    const before = this.node.text.slice(0, this.at).split('\n');
    const column = before.length === 1 ? this.node.column + this.at : (before.at(-1)?.length ?? 0) + 1;
    report(this.scan, code, { line: this.node.line + before.length - 1, column, length: 1 }, params);
  }
}
