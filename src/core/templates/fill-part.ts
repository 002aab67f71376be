import { formatValue } from './formats.js';
import {
  type Argument,
  type Place,
  TEMPLATE_LIMITS,
  type TemplateNode,
  type ValueNode,
} from './template-tree.js';
import { isEmptyValue, type TemplateLocale, type TemplateValues } from './values.js';

export const FILL_CODES = [
  'value_empty',
  'value_not_fitting',
  'value_not_link',
  'snippet_unknown',
  'output_too_long',
  'subject_empty',
  'subject_over_limit',
] as const;
export type FillCode = (typeof FILL_CODES)[number];

/** Why a part cannot be filled in with these values. */
export interface FillProblem extends Place {
  readonly code: FillCode;
  readonly params: Readonly<Record<string, string>>;
}

/** What a value becomes in its place, or why it cannot stand there. */
export type Written = { readonly text: string } | { readonly refused: FillCode };

/** How a text gets into a part: as it is, escaped, or not at all (then the reason). */
export type Write = (text: string, node: TemplateNode) => Written;

export interface PartFilling {
  readonly values: TemplateValues;
  /** Snippets that could be read, by key. */
  readonly snippets: ReadonlyMap<string, readonly TemplateNode[]>;
  readonly locale: TemplateLocale;
  /** For texts of values and snippets; the template's own text is never passed through it. */
  readonly write: Write;
}

export interface FilledPart {
  readonly text: string;
  readonly problems: readonly FillProblem[];
}

interface Run {
  readonly filling: PartFilling;
  readonly pieces: string[];
  readonly problems: FillProblem[];
  length: number;
}

/** A value as it is: for the text part. */
export const asIs: Write = (text) => ({ text });

/** Fills in one part that was read. Nothing is looked up but plain paths in a map, and the output stops at a fixed length. */
export function fillPart(nodes: readonly TemplateNode[], filling: PartFilling): FilledPart {
  const run: Run = { filling, pieces: [], problems: [], length: 0 };
  fillNodes(run, nodes);
  return { text: run.pieces.join(''), problems: run.problems };
}

function fillNodes(run: Run, nodes: readonly TemplateNode[]): void {
  for (const node of nodes) {
    if (run.length > TEMPLATE_LIMITS.outputLength) return;
    if (node.kind === 'text') put(run, node.text, node);
    else if (node.kind === 'value') fillValue(run, node);
    else if (node.kind === 'snippet') fillSnippet(run, node);
    else fillNodes(run, holds(run, node) ? node.inside : node.otherwise);
  }
}

function holds(run: Run, node: Extract<TemplateNode, { kind: 'block' }>): boolean {
  return isEmptyValue(run.filling.values.get(node.path)) === (node.test === 'unless');
}

function put(run: Run, text: string, node: TemplateNode): void {
  run.length += text.length;
  if (run.length <= TEMPLATE_LIMITS.outputLength) run.pieces.push(text);
  else if (run.problems.every((problem) => problem.code !== 'output_too_long')) {
    report(run, 'output_too_long', node, { limit: String(TEMPLATE_LIMITS.outputLength) });
  }
}

function report(
  run: Run,
  code: FillCode,
  node: TemplateNode,
  params: Readonly<Record<string, string>>,
): void {
  const { line, column } = node;
  run.problems.push({ code, params, line, column, length: 'length' in node ? node.length : 0 });
}

function fillValue(run: Run, node: ValueNode): void {
  const found = firstFilled(run, node);
  const name = pathOf(node);
  if (found === 'value_empty' || found === 'value_not_fitting') report(run, found, node, { variable: name });
  else if (found.text.length > TEMPLATE_LIMITS.outputLength) put(run, found.text, node);
  else write(run, found.text, node, { variable: name });
}

function write(run: Run, text: string, node: TemplateNode, params: Readonly<Record<string, string>>): void {
  const written = run.filling.write(text, node);
  if ('text' in written) put(run, written.text, node);
  else report(run, written.refused, node, params);
}

function pathOf(node: ValueNode): string {
  return (
    node.args.map((argument) => ('path' in argument ? argument.path : '')).find((path) => path !== '') ?? ''
  );
}

function firstFilled(
  run: Run,
  node: ValueNode,
): { readonly text: string } | 'value_empty' | 'value_not_fitting' {
  for (const argument of node.args) {
    const value = argumentValue(run, argument);
    if (value === undefined || isEmptyValue(value)) continue;
    const text = formatValue(value, node, run.filling.locale);
    if (text === null) return 'value_not_fitting';
    if (!isEmptyValue(text)) return { text };
  }
  const fallback = node.options['default'];
  return fallback === undefined || isEmptyValue(fallback) ? 'value_empty' : { text: fallback };
}

function argumentValue(run: Run, argument: Argument): ReturnType<TemplateValues['get']> {
  return 'path' in argument ? run.filling.values.get(argument.path) : argument.literal;
}

function fillSnippet(run: Run, node: Extract<TemplateNode, { kind: 'snippet' }>): void {
  const nodes = run.filling.snippets.get(node.key);
  if (nodes === undefined) {
    report(run, 'snippet_unknown', node, { key: node.key });
    return;
  }
  const inner = fillPart(nodes, { ...run.filling, snippets: new Map(), write: asIs });
  for (const problem of inner.problems) report(run, problem.code, node, problem.params);
  write(run, inner.text.trim(), node, { key: node.key });
}
