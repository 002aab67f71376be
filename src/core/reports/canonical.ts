/**
 * JSON with the names of every object in order and without blanks: the same content is the same text, however the database keeps it, so that
 * its hash can be worked out again (the order of RFC 8785; numbers as JSON writes them).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isObject(part) ? inOrder(part) : part));
}

function inOrder(part: object): object {
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
