/** What stands at a path of a service's answer: whatever is not what was expected is null, never an error. */
function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return null;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}

/** Whether an object stands at a path. */
export function hasObject(value: unknown, ...path: readonly string[]): boolean {
  const found = fieldOf(value, ...path);
  return typeof found === 'object' && found !== null;
}

/** Whether a path holds the word true; anything else is no. */
export function isTrue(value: unknown, ...path: readonly string[]): boolean {
  return fieldOf(value, ...path) === true;
}

/** The list at a path, or null when there is none. */
export function listOf(value: unknown, ...path: readonly string[]): readonly unknown[] | null {
  const found = fieldOf(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : null;
}

/** The text at a path without mark-up, in one line; empty when there is none. */
export function textOf(value: unknown, ...path: readonly string[]): string {
  const found = fieldOf(value, ...path);
  if (typeof found !== 'string') return '';
  return found
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 1000);
}

/** The number at a path, or null when there is none. */
export function numberOf(value: unknown, ...path: readonly string[]): number | null {
  const found = fieldOf(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}
