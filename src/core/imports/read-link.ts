import type { FormatQuirks } from './formats/format.js';
import { lostReason } from './lost-reasons.js';
import type { LinkRecord, SkipReason } from './record.js';
import type { RowCells } from './row-cells.js';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Relations between pages that are no links. */
const NO_LINKS = ['canonical', 'alternate', 'rss', 'css', 'javascript', 'hreflang', 'meta refresh', 'amp'];

/** What a row tells of a link, or why it is none. */
export interface LinkReading {
  readonly link: LinkRecord;
  readonly skip: SkipReason | null;
}

/** Reads a link. Its state is told by what the file says of its loss; a file that lists what stands may assume the rest. */
export function readLink(row: RowCells, { assumedState, noLinks = [] }: FormatQuirks): LinkReading {
  const kind = row.raw('link_type').toLowerCase();
  const link: Writable<LinkRecord> = {};
  set(link, 'sourceUrl', row.address('source_url'));
  set(link, 'targetUrl', row.address('target_url'));
  set(link, 'anchor', row.has('anchor') ? row.line('anchor') : undefined);
  set(link, 'rel', relOf(row, kind));
  setShape(row, link, kind);
  set(link, 'firstSeenOn', row.day('first_seen'));
  set(link, 'lastSeenAt', row.moment('last_seen')?.at);
  set(link, 'lostAt', row.moment('lost_on')?.at);
  set(link, 'lostReason', reasonOf(row));
  set(link, 'targetStatus', row.number('target_status'));
  set(link, 'state', stateOf(row, link, assumedState));
  return { link, skip: skipOf(row, kind, noLinks) };
}

/** A word of the kind tells what a flag does not. */
function setShape(row: RowCells, link: Writable<LinkRecord>, kind: string): void {
  const isOf = (word: string): true | undefined => (kind.includes(word) ? true : undefined);
  set(link, 'isImage', row.yesNo('is_image') ?? (kind === '' ? undefined : kind.includes('image')));
  set(link, 'isSitewide', row.yesNo('is_sitewide'));
  set(link, 'isRedirect', row.yesNo('is_redirect') ?? isOf('redirect'));
  set(link, 'isFrame', row.yesNo('is_frame') ?? isOf('frame'));
}

function set<Key extends keyof LinkRecord>(
  link: Writable<LinkRecord>,
  key: Key,
  value: LinkRecord[Key] | undefined,
): void {
  if (value !== undefined) link[key] = value;
}

function skipOf(row: RowCells, kind: string, noLinks: readonly string[]): SkipReason | null {
  if (row.yesNo('is_mention') === true) return 'mention';
  return NO_LINKS.includes(kind) || noLinks.includes(kind) ? 'not_a_link' : null;
}

/** The tokens of rel: as the file writes them, or as its flags say; undefined where it says nothing. */
function relOf(row: RowCells, kind: string): string | undefined {
  const written = row.raw('rel').toLowerCase();
  if (written !== '') return tokens(written);
  const flags = ['nofollow', 'ugc', 'sponsored'] as const;
  const told = flags.map((flag) => [flag, row.yesNo(flag)] as const).filter(([, said]) => said !== undefined);
  const set = told.filter(([, said]) => said).map(([flag]) => flag);
  if (set.length > 0) return set.join(' ');
  const isFollowed = row.yesNo('dofollow') ?? followedBy(row, kind);
  if (isFollowed === false) return 'nofollow';
  return isFollowed === true || told.length > 0 || row.has('rel') ? '' : undefined;
}

/** What the older tools say of following in a word of the kind, or for all links of a page at once (D207). */
function followedBy(row: RowCells, kind: string): boolean | undefined {
  if (row.yesNo('only_nofollow') === true || /\bno-?follow\b/.test(kind)) return false;
  return row.yesNo('only_follow') === true || /\bdo-?follow\b/.test(kind) ? true : undefined;
}

function tokens(written: string): string {
  const words = written
    .split(/[\s,;/|]+/)
    .filter((word) => !['', 'follow', 'dofollow', 'do-follow', 'none', '-'].includes(word));
  return [...new Set(words.map((word) => (word === 'no-follow' ? 'nofollow' : word)))]
    .sort()
    .join(' ')
    .slice(0, 200);
}

function reasonOf(row: RowCells): string | undefined {
  const reason = lostReason(row.raw('lost_reason'));
  if (reason !== null) return reason;
  return row.raw('drop_reason') === '' ? undefined : 'dropped';
}

const LIVE_WORDS = /^(?:live|active|found|ok|new|published|online|actief)\b/i;
const LOST_WORDS = /^(?:lost|removed|inactive|deleted|not found|gone|dead|broken|verloren|verwijderd)\b/i;

/** A link a tool dropped from its index may stand or not; so may one it saw long ago. */
function stateOf(
  row: RowCells,
  link: LinkRecord,
  assumed: 'live' | undefined,
): LinkRecord['state'] | undefined {
  const word = row.raw('link_state');
  if (link.lostReason === 'dropped') return 'unknown';
  if (link.lostAt !== undefined || link.lostReason !== undefined || row.yesNo('is_lost') === true)
    return 'lost';
  if (LOST_WORDS.test(word)) return 'lost';
  if (row.yesNo('is_stale') === true) return 'unknown';
  if (LIVE_WORDS.test(word)) return 'live';
  return word === '' ? assumed : 'unknown';
}
