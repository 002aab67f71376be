/** A text between two tags while a template is read: what is left of it, and what it was. */
export interface DraftText {
  readonly kind: 'text';
  readonly original: string;
  readonly offset: number;
  start: number;
  end: number;
}

export interface DraftBlock {
  readonly kind: 'block';
  readonly inside: DraftNode[];
  otherwise: DraftNode[] | null;
  /** Whether `otherwise` holds the block of an `else if`. */
  chained: boolean;
}

export type DraftNode = DraftText | DraftBlock | { readonly kind: 'comment' } | { readonly kind: 'inline' };

/**
 * Takes away the line of a tag that stands alone on it, exactly as Handlebars does (its WhitespaceControl), so that
 * an `{{#if}}` on a line of its own leaves no empty line in a mail. Scans are linear where Handlebars' patterns are not.
 */
export function trimStandaloneLines(body: readonly DraftNode[], isRoot: boolean): void {
  for (const [position, node] of body.entries()) {
    if (node.kind === 'block') {
      trimBlock(node);
      trimAround(body, position, node, isRoot);
    } else if (
      node.kind === 'comment' &&
      endsWithLine(body, position, isRoot) &&
      startsWithLine(body, position, isRoot)
    ) {
      dropRight(body[position + 1]);
      dropLeft(body[position - 1]);
    }
  }
}

function trimBlock(block: DraftBlock): void {
  trimStandaloneLines(block.inside, false);
  if (block.otherwise === null) return;
  trimStandaloneLines(block.otherwise, false);
  const first = firstInverse(block);
  if (endsWithLine(block.inside, block.inside.length, false) && startsWithLine(first, -1, false)) {
    dropLeft(block.inside.at(-1));
    dropRight(first[0]);
  }
}

function trimAround(body: readonly DraftNode[], position: number, block: DraftBlock, isRoot: boolean): void {
  const inverse = block.otherwise === null ? block.inside : firstInverse(block);
  const opens = startsWithLine(block.inside, -1, false) && endsWithLine(body, position, isRoot);
  const closes = endsWithLine(inverse, inverse.length, false) && startsWithLine(body, position, isRoot);
  if (opens) {
    dropRight(block.inside[0]);
    dropLeft(body[position - 1]);
  }
  if (closes) {
    dropRight(body[position + 1]);
    dropLeft((block.otherwise ?? block.inside).at(-1));
  }
}

function firstInverse(block: DraftBlock): readonly DraftNode[] {
  const inverse = block.otherwise ?? [];
  const chained = inverse[0];
  return block.chained && chained?.kind === 'block' ? chained.inside : inverse;
}

function endsWithLine(body: readonly DraftNode[], position: number, isRoot: boolean): boolean {
  const before = body[position - 1];
  if (before === undefined) return isRoot;
  if (before.kind !== 'text') return false;
  const tail = before.original.slice(before.original.trimEnd().length);
  const isFirst = isRoot && position === 1;
  return tail.includes('\n') || (isFirst && tail.length === before.original.length);
}

function startsWithLine(body: readonly DraftNode[], position: number, isRoot: boolean): boolean {
  const after = body[position + 1];
  if (after === undefined) return isRoot;
  if (after.kind !== 'text') return false;
  const head = after.original.slice(0, after.original.length - after.original.trimStart().length);
  const isLast = isRoot && body[position + 2] === undefined;
  return head.includes('\n') || (isLast && head.length === after.original.length);
}

function dropRight(node: DraftNode | undefined): void {
  if (node?.kind !== 'text' || node.start > 0) return;
  while (isBlank(node.original.charAt(node.start)) && node.start < node.end) node.start += 1;
  if (node.original.charAt(node.start) === '\n' && node.start < node.end) node.start += 1;
}

function dropLeft(node: DraftNode | undefined): void {
  if (node?.kind !== 'text' || node.end < node.original.length) return;
  while (node.end > node.start && isBlank(node.original.charAt(node.end - 1))) node.end -= 1;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
