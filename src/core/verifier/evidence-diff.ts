/** One line of two texts laid side by side. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many comparisons the differing middle is shown as removed and added as a whole. */
const MOST_COMPARISONS = 1_000_000;

/**
 * The lines of HTML as a person reads them: at line ends, and in a long line before each tag, so that one changed
 * attribute is one changed line. Empty lines are left out.
 */
export function evidenceLines(html: string): string[] {
  return html
    .split(/\r\n|\r|\n/)
    .flatMap((line) => (line.length > 120 ? line.split(/(?=<)/) : [line]))
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
}

/** What changed from one text to another, line by line, by their longest common subsequence. */
export function evidenceDiff(before: string, after: string): DiffLine[] {
  const old = evidenceLines(before);
  const fresh = evidenceLines(after);
  const head = commonHead(old, fresh);
  const tail = commonHead(old.slice(head).reverse(), fresh.slice(head).reverse());
  return [
    ...lines('same', old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...lines('same', old.slice(old.length - tail)),
  ];
}

function commonHead(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((line, at) => line !== other[at]);
  return end === -1 ? one.length : end;
}

function middle(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  if (old.length * fresh.length > MOST_COMPARISONS)
    return [...lines('removed', old), ...lines('added', fresh)];
  const common = commonLengths(old, fresh);
  const width = fresh.length + 1;
  const result: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      result.push(...lines('same', old.slice(i, i + 1)));
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number)) {
      result.push(...lines('removed', old.slice(i, i + 1)));
      i += 1;
    } else {
      result.push(...lines('added', fresh.slice(j, j + 1)));
      j += 1;
    }
  }
  return [...result, ...lines('removed', old.slice(i)), ...lines('added', fresh.slice(j))];
}

/** For each pair of positions the length of the longest common subsequence of what follows. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        old[i] === fresh[j]
          ? (lengths[here + width + 1] as number) + 1
          : Math.max(lengths[here + width] as number, lengths[here + 1] as number);
    }
  }
  return lengths;
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}
