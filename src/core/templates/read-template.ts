import { readTag, type Tag } from './read-tag.js';
import { type DraftBlock, type DraftNode, type DraftText, trimStandaloneLines } from './standalone-lines.js';
import {
  type BlockNode,
  type Place,
  type ReadCode,
  type ReadProblem,
  type ReadResult,
  TEMPLATE_LIMITS,
  type TemplateNode,
} from './template-tree.js';

type OpenTag = Extract<Tag, { kind: 'open' | 'else_if' }>;
type InlineTag = Extract<Tag, { kind: 'value' | 'snippet' }>;
type Inline = { readonly kind: 'inline'; readonly node: TemplateNode };
type Block = DraftBlock & { readonly head: OpenTag & Place };

/** A block still open: where its next node goes, and how many `else if` hang on it. */
interface Frame {
  readonly opened: Block;
  current: Block;
  body: DraftNode[];
  hasElse: boolean;
}

interface Reading {
  readonly source: string;
  readonly lineStarts: readonly number[];
  readonly problems: ReadProblem[];
  readonly root: DraftNode[];
  readonly frames: Frame[];
  tags: number;
}

/** Reads one part of a template into a tree of a closed list of nodes, or says by line and column why it cannot be read. */
export function readTemplate(given: string, limit: number = TEMPLATE_LIMITS.bodyLength): ReadResult {
  if (given.length > limit)
    return failed([
      { code: 'source_too_long', params: { limit: String(limit) }, line: 1, column: 1, length: 0 },
    ]);
  const source = given.replace(/\r\n?/g, '\n');
  const reading: Reading = {
    source,
    lineStarts: lineStartsOf(source),
    problems: [],
    root: [],
    frames: [],
    tags: 0,
  };
  findControlCharacter(reading);
  readPieces(reading);
  for (const frame of reading.frames)
    report(reading, 'block_not_closed', frame.opened.head, { name: frame.opened.head.test });
  if (reading.problems.length > 0) return failed(reading.problems);
  trimStandaloneLines(reading.root, true);
  return { ok: true, nodes: settled(reading, reading.root) };
}

function failed(problems: readonly ReadProblem[]): ReadResult {
  const inOrder = [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
  return { ok: false, problems: inOrder.slice(0, TEMPLATE_LIMITS.problems) };
}

function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(reading: Pick<Reading, 'lineStarts'>, offset: number, length: number): Place {
  let low = 0;
  let high = reading.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((reading.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (reading.lineStarts[low] ?? 0) + 1, length };
}

function report(
  reading: Reading,
  code: ReadCode,
  place: Place,
  params: Readonly<Record<string, string>> = {},
): void {
  const { line, column, length } = place;
  reading.problems.push({ code, params: shortened(params), line, column, length });
}

function shortened(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, text]) => [name, text.length > 80 ? `${text.slice(0, 79)}…` : text]),
  );
}

/** Invisible bytes that could hide something from a reader or a mail server; line breaks and tabs are no such. */
const CONTROL = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

function findControlCharacter(reading: Reading): void {
  const at = reading.source.search(CONTROL);
  if (at < 0) return;
  const code = (reading.source.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  report(reading, 'control_character', placeAt(reading, at, 1), { character: `U+${code}` });
}

function readPieces(reading: Reading): void {
  const { source } = reading;
  let at = 0;
  while (at < source.length && reading.problems.length < TEMPLATE_LIMITS.problems) {
    const open = source.indexOf('{{', at);
    addText(reading, at, open < 0 ? source.length : open);
    if (open < 0) return;
    reading.tags += 1;
    if (reading.tags > TEMPLATE_LIMITS.tags) {
      report(reading, 'too_many_tags', placeAt(reading, open, 2), { limit: String(TEMPLATE_LIMITS.tags) });
      return;
    }
    if (source.charAt(open - 1) === '\\') report(reading, 'escaped_tag', placeAt(reading, open - 1, 3));
    at = source.startsWith('{{{', open) ? refuseBraces(reading, open) : readPiece(reading, open);
  }
}

/** Reads the tag that opens at an offset and answers where to go on. */
function readPiece(reading: Reading, open: number): number {
  const { source } = reading;
  const isComment = source.startsWith('{{!', open);
  const ending = source.startsWith('{{!--', open) ? '--}}' : '}}';
  const close = source.indexOf(ending, open + 2);
  const next = isComment ? -1 : source.indexOf('{{', open + 2);
  if (close < 0 || (next >= 0 && next < close)) {
    report(reading, 'tag_not_closed', placeAt(reading, open, 2));
    return next < 0 ? source.length : next;
  }
  const end = close + ending.length;
  const inner = source.slice(open + 2, close);
  const place = placeAt(reading, open, end - open);
  if (isComment) addComment(reading, inner, place);
  else if (source.charAt(end) === '}') report(reading, 'triple_braces', placeAt(reading, end, 1));
  else addTag(reading, readTag(inner), place);
  return end;
}

function addComment(reading: Reading, inner: string, place: Place): void {
  if (inner.endsWith('~') || inner.includes('--~}}'))
    report(reading, 'whitespace_control', place, { tag: inner });
  bodyOf(reading).push({ kind: 'comment' });
}

function refuseBraces(reading: Reading, open: number): number {
  const { source } = reading;
  let braces = 0;
  while (source.charAt(open + braces) === '{') braces += 1;
  report(reading, braces > 3 ? 'raw_block' : 'triple_braces', placeAt(reading, open, braces));
  const close = source.indexOf('}}', open + braces);
  let end = close < 0 ? source.length : close;
  while (source.charAt(end) === '}') end += 1;
  return end;
}

function bodyOf(reading: Reading): DraftNode[] {
  return reading.frames.at(-1)?.body ?? reading.root;
}

function addText(reading: Reading, from: number, to: number): void {
  if (from === to) return;
  bodyOf(reading).push({
    kind: 'text',
    original: reading.source.slice(from, to),
    offset: from,
    start: 0,
    end: to - from,
  });
}

function addTag(reading: Reading, tag: Tag, place: Place): void {
  switch (tag.kind) {
    case 'refused':
      report(reading, tag.code, place, tag.params);
      break;
    case 'open':
      openBlock(reading, tag, place);
      break;
    case 'close':
      closeBlock(reading, tag.name, place);
      break;
    case 'else':
    case 'else_if':
      addElse(reading, tag, place);
      break;
    case 'value':
    case 'snippet':
      bodyOf(reading).push(inline(tag, place));
  }
}

function inline(tag: InlineTag, place: Place): Inline {
  return { kind: 'inline', node: { ...tag, ...place } };
}

function newBlock(head: OpenTag, place: Place): Block {
  return { kind: 'block', inside: [], otherwise: null, chained: false, head: { ...head, ...place } };
}

function openBlock(reading: Reading, tag: OpenTag, place: Place): void {
  const block = newBlock(tag, place);
  bodyOf(reading).push(block);
  reading.frames.push({ opened: block, current: block, body: block.inside, hasElse: false });
  if (reading.frames.length === TEMPLATE_LIMITS.depth + 1) {
    report(reading, 'too_deep', place, { limit: String(TEMPLATE_LIMITS.depth) });
  }
}

function closeBlock(reading: Reading, name: string, place: Place): void {
  const frame = reading.frames.at(-1);
  const expected = frame?.opened.head.test;
  if (expected === name) reading.frames.pop();
  else report(reading, 'block_closed_wrongly', place, { name, expected: expected ?? '' });
}

function addElse(reading: Reading, tag: OpenTag | Extract<Tag, { kind: 'else' }>, place: Place): void {
  const frame = reading.frames.at(-1);
  if (frame === undefined) report(reading, 'else_without_block', place);
  else if (frame.hasElse) report(reading, 'else_twice', place);
  else if ('path' in tag) chain(frame, tag, place);
  else {
    frame.hasElse = true;
    frame.current.otherwise = [];
    frame.body = frame.current.otherwise;
  }
}

function chain(frame: Frame, tag: OpenTag, place: Place): void {
  const chained = newBlock(tag, place);
  frame.current.otherwise = [chained];
  frame.current.chained = true;
  frame.current = chained;
  frame.body = chained.inside;
}

function settled(reading: Reading, drafts: readonly DraftNode[]): TemplateNode[] {
  return drafts.flatMap((draft): TemplateNode[] => {
    if (draft.kind === 'comment') return [];
    if (draft.kind === 'inline') return [(draft as Inline).node];
    return draft.kind === 'text' ? settledText(reading, draft) : [settledBlock(reading, draft as Block)];
  });
}

function settledText(reading: Reading, draft: DraftText): TemplateNode[] {
  if (draft.start >= draft.end) return [];
  const { line, column } = placeAt(reading, draft.offset + draft.start, 0);
  return [{ kind: 'text', text: draft.original.slice(draft.start, draft.end), line, column }];
}

function settledBlock(reading: Reading, block: Block): BlockNode {
  const { test, path, line, column, length } = block.head;
  const inside = settled(reading, block.inside);
  const otherwise = settled(reading, block.otherwise ?? []);
  return { kind: 'block', test, path, inside, otherwise, line, column, length };
}
