const NOT_COMPARED = /[\p{P}\s\p{Cf}]+/gu;

/**
 * Whether two anchors are the same but for case, space and punctuation. Anchors of punctuation alone are compared as they
 * are.
 */
export function sameAnchor(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(anchor: string): string {
  const text = anchor.normalize('NFKC').toLowerCase();
  const bare = text.replace(NOT_COMPARED, '');
  return bare === '' ? text.trim() : bare;
}
