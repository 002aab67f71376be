import type { FormatName } from './format-names.js';

/** How large a template may be. One that is larger is refused at saving, so that filling it in stays far under 20 ms. */
export const TEMPLATE_LIMITS = {
  /** Characters of the text part, and of one subject. */
  bodyLength: 50_000,
  subjectLength: 300,
  /** Characters of a hand-written HTML part. */
  htmlLength: 200_000,
  snippetLength: 10_000,
  /** Tags in one part. */
  tags: 500,
  /** Characters between two pairs of braces. */
  tagLength: 400,
  /** Blocks inside blocks. */
  depth: 5,
  /** Characters of a part once it is filled in. */
  outputLength: 256_000,
  /** Mistakes told at once. */
  problems: 20,
} as const;

/** Where something stands in a part: lines and columns count from 1, the length is in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Every reason why a part cannot be read. The list is closed: whatever is not known to be harmless is refused by one of these. */
export const READ_CODES = [
  'source_too_long',
  'too_many_tags',
  'too_deep',
  'control_character',
  'tag_not_closed',
  'tag_empty',
  'tag_too_long',
  'tag_not_understood',
  'triple_braces',
  'raw_block',
  'unescaped',
  'escaped_tag',
  'whitespace_control',
  'partial',
  'decorator',
  'sub_expression',
  'block_params',
  'inverse_mark',
  'path_not_plain',
  'helper_unknown',
  'block_unknown',
  'block_not_closed',
  'block_closed_wrongly',
  'else_without_block',
  'else_twice',
  'argument_wrong',
  'option_unknown',
  'snippet_in_snippet',
] as const;

export type ReadCode = (typeof READ_CODES)[number];

/** A mistake that keeps a part from being read. */
export interface ReadProblem extends Place {
  readonly code: ReadCode;
  readonly params: Readonly<Record<string, string>>;
}

export type Argument = { readonly path: string } | { readonly literal: string };

/** One value to print: a plain path, or a format over arguments. */
export interface ValueNode extends Place {
  readonly kind: 'value';
  readonly format: FormatName | null;
  readonly args: readonly Argument[];
  readonly options: Readonly<Record<string, string>>;
}

export interface BlockNode extends Place {
  readonly kind: 'block';
  readonly test: 'if' | 'unless';
  readonly path: string;
  readonly inside: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string; readonly line: number; readonly column: number }
  | (Place & { readonly kind: 'snippet'; readonly key: string })
  | ValueNode
  | BlockNode;

export type ReadResult =
  | { readonly ok: true; readonly nodes: readonly TemplateNode[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };
