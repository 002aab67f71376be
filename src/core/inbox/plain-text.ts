/** Text that PostgreSQL can keep: no NUL, no half of a surrogate pair, and not longer than this. */
export function plainText(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .replaceAll('\u0000', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The same for all texts within a value. */
export function plainValue<Value>(value: Value, longest: number): Value {
  if (typeof value === 'string') return plainText(value, longest) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item, longest)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, plainValue<unknown>(item, longest)]);
  return Object.fromEntries(entries) as Value;
}
