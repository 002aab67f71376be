import { normalisePercentEncoding } from '../sites/percent-encoding.js';
import { type RobotsField, type RobotsReading, readLine } from './robots-txt-line.js';

/** Google stops reading here, and nobody needs to read on (D111, RFC 9309 section 2.5). */
export const ROBOTS_TXT_LIMIT = 500 * 1024;
/** The longest Crawl-delay that is honoured, in seconds. */
const CRAWL_DELAY_LIMIT = 60;

interface PathRule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: PathRule[];
  crawlDelay: number | null;
}

/** A robots.txt, read by RFC 9309 and apart as leniently as Google reads it (D112). */
export type RobotsTxt = Readonly<Record<RobotsReading, readonly Group[]>>;

/** Reads a robots.txt; anything is one, for lines without meaning are passed over (RFC 9309, D105-D112). */
export function parseRobotsTxt(text: string): RobotsTxt {
  const lines = text
    .slice(0, ROBOTS_TXT_LIMIT)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  return { standard: readGroups(lines, 'standard'), google: readGroups(lines, 'google') };
}

/** User-agent lines in a row share the rules that follow; lines that are neither do not end the row (D107). */
function readGroups(lines: readonly string[], reading: RobotsReading): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  let namesAgents = false;
  for (const line of lines) {
    const field = readLine(line, reading);
    if (field === null) continue;
    if (field.key === 'user-agent') {
      if (current === null || !namesAgents) {
        current = { agents: [], rules: [], crawlDelay: null };
        groups.push(current);
      }
      namesAgents = true;
      current.agents.push(field.value.toLowerCase());
    } else if (current !== null) {
      if (field.key !== 'crawl-delay') namesAgents = false;
      addToGroup(current, field, reading);
    }
  }
  return groups;
}

function addToGroup(group: Group, { key, value }: RobotsField, reading: RobotsReading): void {
  if (key === 'crawl-delay') {
    const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
    group.crawlDelay = seconds ?? group.crawlDelay;
    return;
  }
  if (value === '') return;
  group.rules.push({ allow: key === 'allow', pattern: comparable(value, reading) });
  const directory =
    key === 'allow' && reading === 'google' ? /^(.*\/)index\.htm[^/]*$/s.exec(value)?.[1] : undefined;
  if (directory !== undefined)
    group.rules.push({ allow: true, pattern: `${comparable(directory, reading)}$` });
}

/**
 * Whether robots.txt lets the agent with this product token fetch `pathAndQuery`. The most specific group counts alone, in it the
 * longest matching rule, at equal length the allowing one (RFC 9309 section 2.2.2). Google's leniency is used for `googlebot` alone.
 */
export function robotsAllow(robots: RobotsTxt, token: string, pathAndQuery: string): boolean {
  if (pathAndQuery === '/robots.txt') return true;
  const reading = readingFor(token);
  const path = comparable(pathAndQuery === '' ? '/' : pathAndQuery, reading);
  let best: PathRule | null = null;
  for (const { rules } of groupsFor(robots, token)) {
    for (const rule of rules) {
      if ((best === null || outranks(rule, best)) && matches(rule.pattern, path)) best = rule;
    }
  }
  return best === null || best.allow;
}

function outranks(rule: PathRule, other: PathRule): boolean {
  const difference = rule.pattern.length - other.pattern.length;
  return difference === 0 ? rule.allow : difference > 0;
}

/** The Crawl-delay for this agent in seconds, at most 60; null when none is asked for. Not in the RFC, honoured all the same (D113). */
export function crawlDelay(robots: RobotsTxt, token: string): number | null {
  const delays = groupsFor(robots, token).flatMap((group) => group.crawlDelay ?? []);
  return delays.length === 0 ? null : Math.min(Math.max(...delays), CRAWL_DELAY_LIMIT);
}

function groupsFor(robots: RobotsTxt, token: string): readonly Group[] {
  const groups = robots[readingFor(token)];
  const naming = (agent: string) => groups.filter(({ agents }) => agents.includes(agent));
  const named = naming(token.toLowerCase());
  return named.length > 0 ? named : naming('*');
}

function readingFor(token: string): RobotsReading {
  return token.toLowerCase() === 'googlebot' ? 'google' : 'standard';
}

/** Non-ASCII as escaped UTF-8, escapes in one spelling; the RFC also decodes unreserved characters, Google does not (D107). */
function comparable(text: string, reading: RobotsReading): string {
  const ascii = text.replace(/[^\0-\x7F]+/g, escapeUtf8);
  if (reading === 'standard') return normalisePercentEncoding(ascii);
  return ascii.replace(/%[0-9a-f]{2}/gi, (whole) => whole.toUpperCase());
}

function escapeUtf8(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}

/** `*` is any run, `$` at the end is the end (D106). Each part is taken where it is found first, so the time stays linear. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts.shift() as string;
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !isAnchored || path.length === first.length;
  const last = isAnchored ? (parts.pop() as string) : '';
  let position = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return path.length - last.length >= position && path.endsWith(last);
}

/** What an answer to the request for robots.txt means (D108-D110). */
export type RobotsAnswer = 'read_it' | 'all_allowed' | 'unreachable';

/**
 * How the status of robots.txt is taken: 2xx is read; any 4xx (429 too) means there is none, everything is allowed; all
 * else, and no answer at all (null), means nobody may go on. More than 5 redirects are a 404 (`status` 404 then).
 */
export function robotsAnswer(status: number | null): RobotsAnswer {
  if (status === null) return 'unreachable';
  if (status >= 200 && status < 300) return 'read_it';
  return status >= 400 && status < 500 ? 'all_allowed' : 'unreachable';
}
