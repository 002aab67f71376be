/** A line of a comparison: in both texts, only in the newer, or only in the older one. */
export interface LineChange {
  readonly no: number;
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are compared without looking for what moved: each line is then removed and added. */
const MOST_LINES = 1500;

/** What became of an older text, line by line (longest common subsequence). */
export function lineChanges(older: string, newer: string): LineChange[] {
  const before = older.split('\n');
  const after = newer.split('\n');
  const found: Omit<LineChange, 'no'>[] = [];
  const common = commonLengths(before, after);
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const [left, right] = [before[one], after[other]];
    if (left !== undefined && left === right) {
      found.push({ change: 'same', text: left });
      one += 1;
      other += 1;
    } else if (
      left !== undefined &&
      (right === undefined || lengthAt(common, one + 1, other) >= lengthAt(common, one, other + 1))
    ) {
      found.push({ change: 'removed', text: left });
      one += 1;
    } else {
      found.push({ change: 'added', text: right ?? '' });
      other += 1;
    }
  }
  return found.map((line, no) => ({ ...line, no }));
}

function lengthAt(common: readonly (readonly number[])[], one: number, other: number): number {
  return common[one]?.[other] ?? 0;
}

/** How many lines the rests of both texts share, from each pair of lines on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  if (before.length > MOST_LINES || after.length > MOST_LINES) return [];
  const common = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let one = before.length - 1; one >= 0; one -= 1) {
    const row = common[one] ?? [];
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const isSame = before[one] === after[other];
      row[other] = isSame
        ? lengthAt(common, one + 1, other + 1) + 1
        : Math.max(lengthAt(common, one + 1, other), lengthAt(common, one, other + 1));
    }
  }
  return common;
}
