/**
 * The other names of a brand as they are kept: white space folded, empty ones and repeats (without case) dropped, the brand's own
 * name left out, in the order they were typed.
 */
export function foldAliases(typed: readonly string[], brandName: string): readonly string[] {
  const seen = new Set([folded(brandName).toLowerCase()]);
  return typed.map(folded).filter((alias) => {
    const key = alias.toLowerCase();
    if (alias === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
