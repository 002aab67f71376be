/** Why a JSON text that parses is refused nevertheless. */
export type JsonFault = 'forbidden_key' | 'duplicate_key' | 'too_deep' | 'nul_character';

/** Keys that reach into prototypes when a body is copied into objects (S13). */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 32;
/** Strings, brackets and the colon are all that matters once the text is known to be valid JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Looks through valid JSON text for what JSON.parse lets pass silently: keys that poison prototypes, a key twice in
 * one object, nesting that overflows stacks, and the NUL character, which PostgreSQL cannot store.
 */
export function jsonFault(text: string): JsonFault | null {
  const objects: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const fault = token === ':' ? keyFault(last, objects.at(-1)) : stringFault(token);
    if (fault !== null) return fault;
    if (token === '{') objects.push(new Set());
    else if (token === '[') objects.push(null);
    else if (token === '}' || token === ']') objects.pop();
    if (objects.length > DEEPEST) return 'too_deep';
    last = token;
  }
  return null;
}

function keyFault(token: string, keys: Set<string> | null | undefined): JsonFault | null {
  const key = JSON.parse(token) as string;
  if (FORBIDDEN_KEYS.has(key)) return 'forbidden_key';
  if (keys?.has(key)) return 'duplicate_key';
  keys?.add(key);
  return null;
}

function stringFault(token: string): JsonFault | null {
  const mayHoldNul = token.startsWith('"') && /\\u0000/i.test(token);
  return mayHoldNul && (JSON.parse(token) as string).includes('\u0000') ? 'nul_character' : null;
}
