import { readHost } from '../sites/host.js';

/** What one import of a tool's list says of a whole site that links to a brand. Moments are epoch milliseconds, days YYYY-MM-DD; null is not known. */
export interface SiteTelling {
  /** The tool whose list it is; tools are never mixed (D30). */
  readonly source: string;
  /** The host as the tool names it. */
  readonly named: string;
  readonly importId: string;
  readonly state: 'live' | 'lost';
  readonly linkCount: number | null;
  readonly followCount: number | null;
  readonly firstSeenOn: string | null;
  readonly lastSeenAt: number | null;
  readonly lostAt: number | null;
  /** `not_in_export` where a complete list no longer names the site. */
  readonly lostReason: string | null;
  /** The day the list tells of. */
  readonly observedAt: number;
}

/** What all lists of one tool come to about one host; `importId` and `observedAt` are of the list that tells last. */
export type ToldSite = SiteTelling;

export const TOLD_STATES = ['live', 'lost'] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** The tools' word about a whole site in brief: who said it last, how many links, as of which moment. */
export interface Told {
  readonly state: ToldState;
  readonly source: string;
  readonly linkCount: number | null;
  readonly observedAt: number;
}

/** What a row of a list says beside its numbers. */
export interface TellingFacts {
  readonly linkCount: number | null;
  readonly lastSeenAt: number | null;
  readonly lostAt: number | null;
}

/** The host of an address as a tool names it, without `www.`; its site's key where it names none. */
export function namedHost({
  address,
  siteKey,
}: {
  readonly address: string;
  readonly siteKey: string;
}): string {
  return (readHost(address)?.host ?? siteKey).replace(/^www\./, '').slice(0, 300);
}

/** A site that is in a list links to us, unless the list dates its loss, sees it no later than that, or counts no link any more. */
export function toldState({ linkCount, lastSeenAt, lostAt }: TellingFacts): ToldState {
  if (linkCount === 0) return 'lost';
  return lostAt !== null && (lastSeenAt ?? lostAt) <= lostAt ? 'lost' : 'live';
}

/**
 * What tellings come to, one for each tool and host, the newest first. The last list of a tool decides; of lists of one moment the one in
 * which the site stands. First seen is the earliest, last seen the latest any list of the tool told.
 */
export function foldTellings(tellings: readonly SiteTelling[]): ToldSite[] {
  const groups = new Map<string, SiteTelling[]>();
  for (const telling of tellings) {
    const key = `${telling.source} ${telling.named}`;
    groups.set(key, [...(groups.get(key) ?? []), telling]);
  }
  return [...groups.values()].flatMap(folded).sort(byAge);
}

/** The tools' word in brief: of the tool that told last of links that stand, else of the last loss. Null where no tool told of the site. */
export function toldOf(sites: readonly ToldSite[]): Told | null {
  const newestFirst = [...sites].sort(byAge);
  const last = newestFirst.find(({ state }) => state === 'live') ?? newestFirst[0];
  if (last === undefined) return null;
  const { state, source, observedAt } = last;
  const ofTool = newestFirst.filter((site) => site.source === source && site.state === state);
  const counts = ofTool.flatMap(({ linkCount }) => linkCount ?? []);
  const isCounted = state === 'live' && counts.length > 0;
  return { state, source, observedAt, linkCount: isCounted ? counts.reduce((sum, n) => sum + n, 0) : null };
}

function folded(tellings: readonly SiteTelling[]): ToldSite[] {
  const [last] = [...tellings].sort(byWord);
  if (last === undefined) return [];
  const days = tellings.flatMap(({ firstSeenOn }) => firstSeenOn ?? []).sort();
  const sights = tellings.flatMap(({ lastSeenAt }) => lastSeenAt ?? []);
  const seenAt = sights.length === 0 ? null : Math.max(...sights);
  const gone = last.state === 'lost' ? (last.lostAt ?? last.observedAt) : null;
  return [
    {
      ...last,
      firstSeenOn: days[0] ?? null,
      lastSeenAt: seenAt !== null && gone !== null ? Math.min(seenAt, gone) : seenAt,
      lostAt: gone,
      lostReason: gone === null ? null : last.lostReason,
    },
  ];
}

/** Whose word counts first: the later list, of one moment the one that sees the site, then the later import. */
function byWord(one: SiteTelling, other: SiteTelling): number {
  if (one.observedAt !== other.observedAt) return other.observedAt - one.observedAt;
  if (one.state !== other.state) return one.state === 'live' ? -1 : 1;
  return one.importId > other.importId ? -1 : 1;
}

function byAge(one: ToldSite, other: ToldSite): number {
  if (one.observedAt !== other.observedAt) return other.observedAt - one.observedAt;
  return `${one.source} ${one.named}` < `${other.source} ${other.named}` ? -1 : 1;
}
