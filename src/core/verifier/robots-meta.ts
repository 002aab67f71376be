import type { RobotsRules } from './facts.js';
import { readRobotsDate } from './robots-date.js';

/** A `<meta name content>` as it stands in the page. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** Rule names of Google and other engines: in a header, a word before a colon that is not one of these names an agent (D99). */
const RULE_NAMES: ReadonlySet<string> = new Set([
  'all',
  'index',
  'follow',
  'none',
  'noindex',
  'nofollow',
  'noarchive',
  'nocache',
  'nosnippet',
  'noodp',
  'noydir',
  'notranslate',
  'noimageindex',
  'noimageai',
  'noai',
  'nositelinkssearchbox',
  'indexifembedded',
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
  'unavailable_after',
]);

const LEADING_WORD = /^\s*([\w*./-]+)\s*(:?)/;
const DATE_RULE = 'unavailable_after';

/** The agent a rule is for, in lower case (`*` for all), its name in lower case, and the text after its colon. */
interface Rule {
  readonly agent: string;
  readonly name: string;
  readonly value: string;
}

/**
 * The page-level rules that hold for Googlebot: meta tags `robots` and `googlebot` (head or body) and X-Robots-Tag headers for all
 * agents or for googlebot, the sum of all restrictions (D96-D99). Other names, `googlebot-news` too, hold for others.
 */
export function googlebotRules(metas: readonly MetaTag[], headers: readonly string[]): RobotsRules {
  const rules = [
    ...metas.flatMap(({ name, content }) => readRules(content, metaAgent(name))),
    ...headers.flatMap((header) => readRules(header, '*')),
  ].filter(({ agent }) => agent === '*' || agent === 'googlebot');
  const has = (name: string) => rules.some((rule) => rule.name === name);
  return {
    noindex: has('noindex') || has('none'),
    nofollow: has('nofollow') || has('none'),
    unavailableAfter: earliest(rules),
  };
}

function metaAgent(name: string): string {
  const agent = name.trim().toLowerCase();
  return agent === 'robots' ? '*' : agent;
}

/**
 * Splits one meta content or header line into rules. A date may hold commas, so what follows one belongs to it until a known
 * rule or an agent begins. An agent's prefix holds for the rules behind it.
 */
function readRules(text: string, firstAgent: string): Rule[] {
  const rules: Rule[] = [];
  let agent = firstAgent;
  let date: { agent: string; name: string; value: string } | null = null;
  for (const piece of text.split(',')) {
    const { prefix, body } = splitPrefix(piece);
    const name = wordOf(body);
    if (date !== null && prefix === null && !RULE_NAMES.has(name)) {
      date.value += `,${piece}`;
      continue;
    }
    if (prefix !== null) agent = prefix;
    const rule = { agent, name, value: body.replace(/^[^:]*:?/, '') };
    date = name === DATE_RULE ? rule : null;
    rules.push(rule);
  }
  return rules;
}

/** `googlebot: noindex` is a rule for an agent, `max-snippet: 5` is none. */
function splitPrefix(piece: string): { prefix: string | null; body: string } {
  const [whole = '', word = '', colon = ''] = LEADING_WORD.exec(piece) ?? [];
  const isAgent = colon !== '' && !RULE_NAMES.has(word.toLowerCase());
  if (!isAgent) return { prefix: null, body: piece };
  return { prefix: word.toLowerCase().replace(/\/.*$/, ''), body: piece.slice(whole.length) };
}

function wordOf(body: string): string {
  return body.replace(/:.*$/s, '').trim().toLowerCase();
}

function earliest(rules: readonly Rule[]): string | null {
  const times = rules
    .filter(({ name }) => name === DATE_RULE)
    .map(({ value }) => readRobotsDate(value))
    .filter((time) => time !== null);
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}
