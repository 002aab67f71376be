import { type FormatName, isFormatName } from './format-names.js';
import { FORMATS } from './formats.js';
import { type Argument, type ReadCode, TEMPLATE_LIMITS } from './template-tree.js';

/** What stands between two pairs of braces, once understood. */
export type Tag =
  | { readonly kind: 'open' | 'else_if'; readonly test: 'if' | 'unless'; readonly path: string }
  | { readonly kind: 'else' }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'snippet'; readonly key: string }
  | {
      readonly kind: 'value';
      readonly format: FormatName | null;
      readonly args: readonly Argument[];
      readonly options: Readonly<Record<string, string>>;
    }
  | Refused;

type Refused = {
  readonly kind: 'refused';
  readonly code: ReadCode;
  readonly params: Readonly<Record<string, string>>;
};

/** Plain ASCII names joined by dots. Everything else Handlebars calls a path is refused. */
const PATH = /^[a-z][A-Za-z0-9_]{0,39}(\.[a-z][A-Za-z0-9_]{0,39}){0,3}$/;
const SNIPPET_KEY = /^[a-z][a-z0-9_]{0,39}$/;
const OPTION = /^[a-z]{1,20}$/;

/** Words that Handlebars reads as something other than a name. */
const RESERVED = new Set(['this', 'else', 'as', 'true', 'false', 'null', 'undefined']);

const MARKS: Readonly<Record<string, ReadCode>> = {
  '~': 'whitespace_control',
  '>': 'partial',
  '&': 'unescaped',
  '*': 'decorator',
  '^': 'inverse_mark',
  '{': 'triple_braces',
};

function refused(code: ReadCode, params: Readonly<Record<string, string>> = {}): Refused {
  return { kind: 'refused', code, params };
}

/** Understands one tag of a template by its inner text; anything outside the closed list comes back refused with a code. */
export function readTag(inner: string): Tag {
  if (inner.length > TEMPLATE_LIMITS.tagLength)
    return refused('tag_too_long', { limit: String(TEMPLATE_LIMITS.tagLength) });
  const text = inner.trim();
  if (text === '') return refused('tag_empty');
  const marked = MARKS[text.charAt(0)] ?? (inner.endsWith('~') ? 'whitespace_control' : undefined);
  if (marked !== undefined) return refused(marked, { tag: text });
  if (text.startsWith('#')) return readOpening(text.slice(1));
  if (text.startsWith('/')) return { kind: 'close', name: text.slice(1).trim() };
  return readStatement(text);
}

function readOpening(rest: string): Tag {
  const marked = MARKS[rest.charAt(0)];
  if (marked !== undefined) return refused(marked, { tag: rest });
  return readCondition('open', rest);
}

function readCondition(kind: 'open' | 'else_if', source: string): Tag {
  const words = splitWords(source);
  if (!Array.isArray(words)) return words;
  const [test, condition, ...more] = words;
  if (test === undefined || test.kind !== 'word') return refused('tag_not_understood', { tag: source });
  if (test.text !== 'if' && test.text !== 'unless') return refused('block_unknown', { name: test.text });
  if (condition?.kind !== 'word' || more.length > 0) return refused('argument_wrong', { name: test.text });
  return pathProblem(condition.text) ?? { kind, test: test.text, path: condition.text };
}

function readStatement(text: string): Tag {
  const words = splitWords(text);
  if (!Array.isArray(words)) return words;
  const [name, ...rest] = words;
  if (name === undefined || name.kind !== 'word') return refused('tag_not_understood', { tag: text });
  if (name.text === 'else')
    return rest.length === 0 ? { kind: 'else' } : readCondition('else_if', text.slice(4));
  if (name.text === 'snippet') return readSnippet(rest);
  const badName = pathProblem(name.text);
  if (badName !== null) return badName;
  if (isFormatName(name.text)) return readFormat(name.text, rest);
  if (rest.length > 0) return refused('helper_unknown', { name: name.text });
  return { kind: 'value', format: null, args: [{ path: name.text }], options: {} };
}

function readSnippet(rest: readonly Word[]): Tag {
  const [key, ...more] = rest;
  if (key?.kind !== 'literal' || more.length > 0 || !SNIPPET_KEY.test(key.text))
    return refused('argument_wrong', { name: 'snippet' });
  return { kind: 'snippet', key: key.text };
}

function readFormat(format: FormatName, rest: readonly Word[]): Tag {
  const rule = FORMATS[format];
  const args: Argument[] = [];
  const options: Record<string, string> = {};
  for (const word of rest) {
    if (word.kind === 'option') {
      if (!rule.options.includes(word.name))
        return refused('option_unknown', { name: format, option: word.name });
      options[word.name] = word.text;
    } else if (word.kind === 'literal') args.push({ literal: word.text });
    else {
      const problem = pathProblem(word.text);
      if (problem !== null) return problem;
      args.push({ path: word.text });
    }
  }
  if (!rule.fits(args, options)) return refused('argument_wrong', { name: format });
  return { kind: 'value', format, args, options };
}

function pathProblem(path: string): Refused | null {
  const plain = PATH.test(path) && path.split('.').every((segment) => !RESERVED.has(segment));
  return plain ? null : refused('path_not_plain', { path });
}

type Word =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'option'; readonly name: string; readonly text: string };

const WORD = /[ \t\n]*(?:([a-z]+)=)?(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^ \t\n"'=]+))(?=[ \t\n]|$)/y;

/** Cuts a tag into words, quoted texts and options; only spaces, tabs and line breaks part them. */
function splitWords(source: string): Word[] | Refused {
  const words: Word[] = [];
  const text = source.trimEnd();
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const at = WORD.lastIndex;
    const found = WORD.exec(text);
    if (found === null) return unreadable(text.slice(at));
    const word = wordOf(found);
    if (word === null) return unreadable(text.slice(at));
    words.push(word);
  }
  return words;
}

function wordOf(found: RegExpExecArray): Word | null {
  const [, option, double, single, bare] = found;
  const quoted = double ?? single;
  if (bare !== undefined)
    return option === undefined && !/[()|]/.test(bare) ? { kind: 'word', text: bare } : null;
  if (quoted === undefined) return null;
  if (option === undefined) return { kind: 'literal', text: quoted };
  return OPTION.test(option) ? { kind: 'option', name: option, text: quoted } : null;
}

function unreadable(rest: string): Refused {
  const text = rest.trim();
  if (/^as[ \t\n]*\||^\|/.test(text)) return refused('block_params', { tag: text });
  if (/[()]/.test(text)) return refused('sub_expression', { tag: text });
  return refused('tag_not_understood', { tag: text });
}
