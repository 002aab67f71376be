import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
]);
const BLOCK = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const MOST_CHARS = 300_000;
const MOST_NODES = 100_000;
/** Containers mail programs put a quoted mail into: everything in them is marked like a quote of plain text. */
const QUOTE_CLASS =
  /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|WordSection_quote)\b/;

interface Step {
  readonly node: Node;
  readonly depth: number;
  readonly leaving: boolean;
}

/**
 * Turns the HTML of a mail into the text a plain-text part would have: blocks as lines, quotes behind `>`. Walks without recursion: a mail may be
 * nested as deep as it likes.
 */
export function htmlToText(html: string): string {
  const writer = new LineWriter();
  const stack: Step[] = [{ node: parse(html.slice(0, MOST_CHARS)), depth: 0, leaving: false }];
  for (let count = 0; stack.length > 0 && count < MOST_NODES; count += 1) {
    const step = stack.pop();
    if (step === undefined) break;
    visit(step, writer, stack);
  }
  return writer.text();
}

function visit({ node, depth, leaving }: Step, writer: LineWriter, stack: Step[]): void {
  if (node.nodeName === '#text') writer.write((node as DefaultTreeAdapterMap['textNode']).value, depth);
  if (SILENT.has(node.nodeName) || isHidden(node)) return;
  writeEdge(node.nodeName, depth, writer);
  if (leaving || !('childNodes' in node)) return;
  const inner = depth + (isQuote(node) ? 1 : 0);
  if (BLOCK.has(node.nodeName)) stack.push({ node, depth, leaving: true });
  for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
    const child = node.childNodes[at];
    if (child !== undefined) stack.push({ node: child, depth: inner, leaving: false });
  }
}

function writeEdge(name: string, depth: number, writer: LineWriter): void {
  if (name === 'br' || name === 'hr') writer.breakLine();
  if (BLOCK.has(name)) writer.endLine();
  if (name === 'td' || name === 'th') writer.write(' ', depth);
}

function isQuote(node: Node): boolean {
  return node.nodeName === 'blockquote' || QUOTE_CLASS.test(attribute(node, 'class'));
}

function isHidden(node: Node): boolean {
  return /display\s*:\s*none/i.test(attribute(node, 'style'));
}

function attribute(node: Node, name: string): string {
  return 'attrs' in node ? (node.attrs.find((one) => one.name === name)?.value ?? '') : '';
}

class LineWriter {
  private readonly lines: string[] = [];

  private line = '';

  private depth = 0;

  write(text: string, depth: number): void {
    const folded = text.replace(/[\s\u00a0]+/g, ' ');
    if (folded === ' ' && this.line === '') return;
    if (depth !== this.depth) {
      this.endLine();
      this.depth = depth;
    }
    this.line += this.line === '' ? folded.trimStart() : folded;
  }

  /** Ends a line that has something on it. */
  endLine(): void {
    if (this.line.trim() !== '') this.breakLine();
  }

  breakLine(): void {
    this.lines.push(`${'>'.repeat(Math.min(this.depth, 20))}${this.depth > 0 ? ' ' : ''}${this.line.trim()}`);
    this.line = '';
  }

  text(): string {
    this.endLine();
    return this.lines.join('\n').trim();
  }
}
