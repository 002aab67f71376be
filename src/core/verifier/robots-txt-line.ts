/** By RFC 9309, or as leniently as Google reads. */
export type RobotsReading = 'standard' | 'google';

export interface RobotsField {
  readonly key: 'user-agent' | 'allow' | 'disallow' | 'crawl-delay';
  readonly value: string;
}

/** Google cuts longer lines: 8 times the longest URL of old browsers (D112). */
const GOOGLE_LINE_LIMIT = 8 * 2083;

/** Keys as Google accepts them: anything that begins so (D112). */
const GOOGLE_KEYS: readonly [RobotsField['key'], readonly string[]][] = [
  ['user-agent', ['user-agent', 'useragent', 'user agent']],
  ['allow', ['allow']],
  ['disallow', ['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw']],
];

const STANDARD_KEYS: ReadonlySet<string> = new Set(['user-agent', 'allow', 'disallow', 'crawl-delay']);

/** One line of a robots.txt as key and value; null when it says nothing: empty, a comment, an unknown key. */
export function readLine(line: string, reading: RobotsReading): RobotsField | null {
  const text = (reading === 'google' ? line.slice(0, GOOGLE_LINE_LIMIT) : line).replace(/#.*$/s, '').trim();
  const colon = text.indexOf(':');
  if (colon === -1) return reading === 'google' ? withoutColon(text) : null;
  return fieldOf(text.slice(0, colon).trim(), text.slice(colon + 1).trim(), reading);
}

/** Google takes two words without a colon for key and value. */
function withoutColon(text: string): RobotsField | null {
  const words = /^(\S+)\s+(\S+)$/.exec(text);
  return words === null ? null : fieldOf(words[1] as string, words[2] as string, 'google');
}

function fieldOf(name: string, value: string, reading: RobotsReading): RobotsField | null {
  const key = keyOf(name.toLowerCase(), reading);
  if (key === null) return null;
  return { key, value: key === 'user-agent' ? agentOf(value, reading) : value };
}

function keyOf(name: string, reading: RobotsReading): RobotsField['key'] | null {
  if (reading === 'standard') return STANDARD_KEYS.has(name) ? (name as RobotsField['key']) : null;
  const found = GOOGLE_KEYS.find(([, spellings]) => spellings.some((spelling) => name.startsWith(spelling)));
  return found?.[0] ?? null;
}

/** The product token without its version; Google also cuts at the first space. */
function agentOf(value: string, reading: RobotsReading): string {
  if (reading === 'standard') return value.replace(/\/.*$/s, '');
  return value.startsWith('*') && !/^\*\S/.test(value) ? '*' : value.replace(/[^a-z_-].*$/is, '');
}
