/** One stretch of HTML in a line of the difference; `mark` is the part that changed (or the link itself). */
export interface DiffPart {
  readonly text: string;
  readonly mark: boolean;
}

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly parts: readonly DiffPart[];
}

type Step = { readonly kind: DiffLine['kind']; readonly token: string };

/** Above this many comparisons the middle is shown as replaced as a whole: a page must never stall on its evidence. */
const MOST_COMPARISONS = 1_000_000;

const TOKENS = /<!--[\s\S]*?-->|<[^>]*>|[^<]+|</g;
const ATTRIBUTES = /\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?|<\/?[^\s>]+|\s*\/?>|[^\s]+|\s+/g;

/** Splits HTML into whole tags and the text between them; nothing is lost, joined again it is the same string. */
export function tokensOf(html: string): string[] {
  return html.match(TOKENS) ?? [];
}

/**
 * Says what differs between the HTML of two checks, tag by tag: unchanged runs stay one line, a changed tag is a removed
 * and an added line in which only the changed attributes are marked.
 */
export function diffHtml(before: string, after: string): DiffLine[] {
  return pairUp(joinSame(steps(tokensOf(before), tokensOf(after))));
}

/** True when the difference holds anything but unchanged lines. */
export function hasChanges(lines: readonly DiffLine[]): boolean {
  return lines.some((line) => line.kind !== 'same');
}

function steps(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (token: string): Step => ({ kind: 'same', token });
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

function middle(before: readonly string[], after: readonly string[]): Step[] {
  if (before.length * after.length > MOST_COMPARISONS) {
    return [
      ...before.map((token): Step => ({ kind: 'removed', token })),
      ...after.map((token): Step => ({ kind: 'added', token })),
    ];
  }
  return walk(before, after, longestCommon(before, after));
}

/** Length of the longest common run of tokens from each pair of positions on (rows of one flat table). */
function longestCommon(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      table[row * width + column] =
        before[row] === after[column]
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
    }
  }
  return table;
}

function walk(before: readonly string[], after: readonly string[], table: Uint32Array): Step[] {
  const width = after.length + 1;
  const rest = (row: number, column: number) => table[row * width + column] ?? 0;
  const out: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    const old = before[row] as string;
    if (old === after[column]) {
      out.push({ kind: 'same', token: old });
      row += 1;
      column += 1;
    } else if (rest(row + 1, column) >= rest(row, column + 1)) {
      out.push({ kind: 'removed', token: old });
      row += 1;
    } else {
      out.push({ kind: 'added', token: after[column] as string });
      column += 1;
    }
  }
  const removed = before.slice(row).map((token): Step => ({ kind: 'removed', token }));
  const added = after.slice(column).map((token): Step => ({ kind: 'added', token }));
  return [...out, ...removed, ...added];
}

function joinSame(all: readonly Step[]): Step[] {
  const out: Step[] = [];
  for (const step of all) {
    const last = out.at(-1);
    if (step.kind === 'same' && last?.kind === 'same')
      out[out.length - 1] = { kind: 'same', token: last.token + step.token };
    else out.push(step);
  }
  return out;
}

function pairUp(all: readonly Step[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const step = all[at] as Step;
    const next = all[at + 1];
    if (step.kind === 'removed' && next?.kind === 'added') {
      const [old, fresh] = markAttributes(step.token, next.token);
      lines.push({ kind: 'removed', parts: old }, { kind: 'added', parts: fresh });
      at += 1;
    } else {
      pushWhole(lines, step);
    }
  }
  return lines.filter((line) => line.parts.some((part) => part.text.trim() !== ''));
}

/** A part that came or went as a whole is one line, in which only links are marked. */
function pushWhole(lines: DiffLine[], { kind, token }: Step): void {
  const part = { text: token, mark: kind !== 'same' && /^<a[\s>]/i.test(token) };
  const last = lines.at(-1);
  if (kind !== 'same' && last?.kind === kind) {
    lines[lines.length - 1] = { kind, parts: [...last.parts, part] };
  } else lines.push({ kind, parts: [part] });
}

/** Marks in two forms of one tag the attributes the other has not; two different tags or texts are marked whole. */
function markAttributes(old: string, fresh: string): [DiffPart[], DiffPart[]] {
  const name = /^<\/?[^\s>/]+/.exec(old)?.[0].toLowerCase();
  if (name === undefined || name !== /^<\/?[^\s>/]+/.exec(fresh)?.[0].toLowerCase()) {
    return [[{ text: old, mark: true }], [{ text: fresh, mark: true }]];
  }
  const oldBits = old.match(ATTRIBUTES) ?? [old];
  const freshBits = fresh.match(ATTRIBUTES) ?? [fresh];
  return [partsMissingFrom(oldBits, freshBits), partsMissingFrom(freshBits, oldBits)];
}

function partsMissingFrom(bits: readonly string[], others: readonly string[]): DiffPart[] {
  const known = new Set(others.map((bit) => bit.trim()));
  const parts: DiffPart[] = [];
  for (const bit of bits) {
    const mark = !known.has(bit.trim());
    const last = parts.at(-1);
    if (last && last.mark === mark) parts[parts.length - 1] = { text: last.text + bit, mark };
    else parts.push({ text: bit, mark });
  }
  return parts;
}
