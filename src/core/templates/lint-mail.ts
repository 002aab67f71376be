import { isColdMail } from './cold-mail.js';
import { asIs, fillPart } from './fill-part.js';
import { type FormOfAddress, mixedAddress } from './form-of-address.js';
import { type MailPart, type MailSource, type PartProblem, readPart, readSnippets } from './render-mail.js';
import type { TemplateNode } from './template-tree.js';
import type { TemplateLocale, TemplateValues } from './values.js';

export const LINT_CODES = [
  'placeholder_left',
  'too_many_words',
  'too_many_links',
  'sender_missing',
  'opt_out_missing',
  'opt_out_misplaced',
  'false_reply_mark',
  'subject_too_long',
  'shouting',
  'address_mixed',
  'address_other_form',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

export const LINT_LIMITS = { words: 150, links: 2, subject: 60 } as const;

/** What a mail is for: kind and purpose decide what belongs in it. */
export interface LintSubject {
  readonly kind: string | null;
  readonly purpose: string;
  readonly locale: TemplateLocale;
  readonly formOfAddress: FormOfAddress;
  readonly snippets: ReadonlyMap<string, string>;
  /** Examples of every variable, addressed formally and informally. */
  readonly examples: { readonly formal: TemplateValues; readonly informal: TemplateValues };
  /** Names found by `checkMail`. */
  readonly variables: readonly string[];
}

const PLACEHOLDER =
  /\[[^[\]\n]{2,40}\](?!\()|\{[A-Za-z][^{}\n]{0,40}\}|\bX{3,}\b|\blorem ipsum\b|\bTODO\b|<(?:name|naam|url|link)>/gi;
const REPLY_MARK = /^\s*(?:re|fw|fwd|antw|doorst|aw|wg)\s*:/i;
const SHOUTED = /\b\p{Lu}{4,}(?:\s+\p{Lu}{2,})+\b|[!?]{2,}/gu;

/** Warnings about a mail that can be filled in: nothing here keeps it from being saved. */
export function lintMail(mail: MailSource, subject: LintSubject): readonly PartProblem[] {
  const body = readPart(mail.body, 'body', 0).nodes ?? [];
  const texts = samples(body, subject);
  return [
    ...mail.subjects.flatMap((source, index) => lintSubject(source, index, subject)),
    ...textFindings(body, 'body', 0),
    ...textFindings(mail.html === null ? [] : (readPart(mail.html, 'html', 0).nodes ?? []), 'html', 0),
    ...sizes(texts),
    ...identity(subject, body),
    ...addressFindings(texts, subject),
  ];
}

function finding(
  code: LintCode,
  params: Readonly<Record<string, string>>,
  at: Partial<PartProblem> = {},
): PartProblem {
  return { part: 'body', index: 0, line: 1, column: 1, length: 0, ...at, code, params };
}

type Samples = Readonly<Record<'formal' | 'informal', string>>;

function samples(nodes: readonly TemplateNode[], subject: LintSubject): Samples {
  const snippets = readSnippets(subject.snippets);
  const filled = (values: TemplateValues): string =>
    fillPart(nodes, { values, snippets, locale: subject.locale, write: asIs }).text;
  return { formal: filled(subject.examples.formal), informal: filled(subject.examples.informal) };
}

function lintSubject(source: string, index: number, subject: LintSubject): PartProblem[] {
  const nodes = readPart(source, 'subject', index).nodes ?? [];
  const at = { part: 'subject' as const, index };
  const length = samples(nodes, subject).informal.trim().length;
  const found = textFindings(nodes, 'subject', index);
  if (REPLY_MARK.test(source) && subject.purpose !== 'answer')
    found.push(finding('false_reply_mark', {}, { ...at, length: source.indexOf(':') + 1 }));
  if (length > LINT_LIMITS.subject) {
    found.push(
      finding(
        'subject_too_long',
        { length: String(length), limit: String(LINT_LIMITS.subject) },
        { ...at, length: source.length },
      ),
    );
  }
  return found;
}

function textFindings(nodes: readonly TemplateNode[], part: MailPart, index: number): PartProblem[] {
  return nodes.flatMap((node): PartProblem[] => {
    if (node.kind === 'block')
      return [...textFindings(node.inside, part, index), ...textFindings(node.otherwise, part, index)];
    if (node.kind !== 'text') return [];
    const text =
      part === 'html' ? node.text.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)) : node.text;
    return [
      ...matchesOf(PLACEHOLDER, text, node, { part, index, code: 'placeholder_left' }),
      ...matchesOf(SHOUTED, text, node, { part, index, code: 'shouting' }),
    ];
  });
}

type Sort = { readonly part: MailPart; readonly index: number; readonly code: LintCode };

function matchesOf(
  pattern: RegExp,
  text: string,
  node: Extract<TemplateNode, { kind: 'text' }>,
  sort: Sort,
): PartProblem[] {
  return [...text.matchAll(pattern)].slice(0, 5).map((found) => {
    const before = text.slice(0, found.index).split('\n');
    const column = before.length === 1 ? node.column + found.index : (before.at(-1)?.length ?? 0) + 1;
    const { code, part, index } = sort;
    return finding(
      code,
      { text: found[0] },
      { part, index, line: node.line + before.length - 1, column, length: found[0].length },
    );
  });
}

function sizes(texts: Samples): PartProblem[] {
  const words = wordsIn(texts.informal);
  const links = [...texts.informal.matchAll(/https?:\/\/[^\s]+/g)].length;
  const found: PartProblem[] = [];
  if (words > LINT_LIMITS.words)
    found.push(finding('too_many_words', { words: String(words), limit: String(LINT_LIMITS.words) }));
  if (links > LINT_LIMITS.links)
    found.push(finding('too_many_links', { links: String(links), limit: String(LINT_LIMITS.links) }));
  return found;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whose mail it is must stand in it (D272); the opt-out line only where strangers are mailed (D296, D299). */
function identity(subject: LintSubject, body: readonly TemplateNode[]): PartProblem[] {
  const names = new Set([...subject.variables, ...snippetVariables(subject, body)]);
  const isCold = isColdMail(subject.kind, subject.purpose);
  return [...senderFindings(names, isCold), ...optOutFindings(names.has('optOut.line'), isCold)];
}

function senderFindings(names: ReadonlySet<string>, isCold: boolean): PartProblem[] {
  if (!names.has('sender.name') && !names.has('sender.firstName'))
    return [finding('sender_missing', { variable: 'sender.name' })];
  return isCold && !names.has('sender.company')
    ? [finding('sender_missing', { variable: 'sender.company' })]
    : [];
}

function optOutFindings(hasLine: boolean, isCold: boolean): PartProblem[] {
  if (hasLine === isCold) return [];
  return [finding(isCold ? 'opt_out_missing' : 'opt_out_misplaced', {})];
}

function snippetVariables(subject: LintSubject, body: readonly TemplateNode[]): string[] {
  const read = readSnippets(subject.snippets);
  return body.flatMap((node) => (node.kind === 'snippet' ? pathsOf(read.get(node.key) ?? []) : []));
}

function pathsOf(nodes: readonly TemplateNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'value')
      return node.args.flatMap((argument) => ('path' in argument ? [argument.path] : []));
    return node.kind === 'block' ? [...pathsOf(node.inside), ...pathsOf(node.otherwise)] : [];
  });
}

function addressFindings(texts: Samples, subject: LintSubject): PartProblem[] {
  if (subject.locale !== 'nl') return [];
  const formal = mixedAddress(texts.formal, subject.formOfAddress);
  const informal = mixedAddress(texts.informal, subject.formOfAddress);
  const told = [formal, informal].find((code) => code !== null) ?? null;
  return told === null ? [] : [finding(told, {})];
}
