import { type DefaultTreeAdapterTypes, html as htmlNames, parse } from 'parse5';
import { safeStyle } from './safe-style.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Bytes of HTML that are looked at; what comes after is left out and said so. */
const LONGEST = 1_000_000;
/** Elements within elements; what lies deeper is shown as its text. */
const DEEPEST = 100;
/** Nodes of one mail: a page of a million tags is no letter. */
const MOST_NODES = 100_000;

/** Shown as they are, with the attributes below. Everything else loses its tag and keeps its text. */
const SHOWN = new Set(
  (
    'a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'
  ).split(' '),
);

/** Gone with all that is in them. */
const GONE = new Set(
  (
    'script style head title meta link base svg math template iframe frame frameset object embed applet noscript noembed noframes textarea select ' +
    'option optgroup input button form datalist output audio video source track canvas map area xmp plaintext listing portal dialog slot marquee'
  ).split(' '),
);

const EMPTY = new Set(['br', 'hr', 'img', 'col', 'wbr']);

const ATTRIBUTES = new Set(
  'align valign bgcolor color face size border cellpadding cellspacing colspan rowspan width height dir lang nowrap start type alt title summary'.split(
    ' ',
  ),
);
/** What the attributes above may hold: words, numbers, colours. */
const PLAIN_VALUE = /^[\p{L}\p{N}\s#%.,:;!?()'"/+_-]{0,500}$/u;
const PICTURE = /^data:image\/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=\s]{1,700000}$/i;

interface Walk {
  nodes: number;
  isCut: boolean;
  readonly out: string[];
}

/** A mail's HTML with nothing left that runs, loads, sends or covers the page; and whether something of its end was left out. */
export function safeHtml(html: string): { readonly html: string; readonly isCut: boolean } {
  const walk: Walk = { nodes: 0, isCut: html.length > LONGEST, out: [] };
  const tree = parse(html.slice(0, LONGEST), { scriptingEnabled: false });
  for (const child of tree.childNodes) write(child, walk, 0);
  return { html: walk.out.join(''), isCut: walk.isCut };
}

function write(node: Node, walk: Walk, depth: number): void {
  walk.nodes += 1;
  if (walk.nodes > MOST_NODES || depth > DEEPEST * 4) {
    walk.isCut = true;
    return;
  }
  if ('value' in node) walk.out.push(escaped(node.value));
  else if ('tagName' in node) writeElement(node, walk, depth);
}

function writeElement(element: Element, walk: Walk, depth: number): void {
  const name = element.tagName.toLowerCase();
  // Elements of SVG and MathML are read by other rules: the same letters may be a script there.
  if (GONE.has(name) || element.namespaceURI !== htmlNames.NS.HTML) return;
  if (name === 'img' && !isPicture(element)) {
    walk.out.push(`<span>${escaped(altOf(element))}</span>`);
    return;
  }
  if (SHOWN.has(name) && depth <= DEEPEST) writeShown(element, walk, depth);
  else writeChildren(element, walk, depth);
}

function writeShown(element: Element, walk: Walk, depth: number): void {
  const name = element.tagName.toLowerCase();
  walk.out.push(`<${name}${attributesOf(element, name)}>`);
  if (EMPTY.has(name)) return;
  writeChildren(element, walk, depth);
  walk.out.push(`</${name}>`);
  const host = name === 'a' ? hostOf(element) : null;
  if (host !== null) walk.out.push(` <span class="host">[${escaped(host)}]</span>`);
}

function writeChildren(element: Element, walk: Walk, depth: number): void {
  for (const child of element.childNodes) write(child, walk, depth + 1);
}

function attributesOf(element: Element, name: string): string {
  const written = element.attrs.flatMap(({ name: attribute, value }) => {
    if (attribute === 'style') return plainAttribute('style', safeStyle(value));
    return ATTRIBUTES.has(attribute) && PLAIN_VALUE.test(value) ? plainAttribute(attribute, value) : [];
  });
  if (name === 'img') written.push(...plainAttribute('src', attributeOf(element, 'src')));
  const address = name === 'a' ? addressOf(element) : null;
  if (address !== null)
    written.push(` href="${escaped(address)}" target="_blank" rel="noopener noreferrer nofollow"`);
  return written.join('');
}

function plainAttribute(name: string, value: string): string[] {
  return value === '' ? [] : [` ${name}="${escaped(value)}"`];
}

function isPicture(element: Element): boolean {
  return PICTURE.test(attributeOf(element, 'src'));
}

function altOf(element: Element): string {
  const alt = attributeOf(element, 'alt').trim();
  return alt === '' ? '' : `[${alt.slice(0, 200)}]`;
}

/** Where a link leads, when that is a web page or a mail address. */
function addressOf(element: Element): string | null {
  const href = attributeOf(element, 'href').trim();
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** The host a link really leads to, where its words do not say so. */
function hostOf(element: Element): string | null {
  const address = addressOf(element);
  if (address === null) return null;
  const { host } = new URL(address);
  return host === '' || textOf(element, 0).toLowerCase().includes(host) ? null : host;
}

function textOf(node: Node, depth: number): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || depth > DEEPEST) return '';
  return node.childNodes
    .slice(0, 50)
    .map((child) => textOf(child, depth + 1))
    .join('')
    .slice(0, 2000);
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

function escaped(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;');
}
