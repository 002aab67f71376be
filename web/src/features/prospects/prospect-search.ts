import { isWord } from '../../api/placement-words.js';
import {
  PROSPECT_SORTS,
  PROSPECT_STATUSES,
  type ProspectStatus,
  RELATIONSHIP_STAGES,
  type RelationshipStage,
} from '../../api/prospect-words.js';
import { inAddress, joined, parted, withoutNothing } from '../../ui/address-words.js';
import { columnsOf, columnWords, metricsShown } from './list/column-choice.js';

/** Everything the prospects page shows, as it stands in the address: a sent link shows a colleague the same. */
export interface ProspectSearch {
  /** One or more statuses, parted by commas. */
  readonly status?: string | undefined;
  /** A member's id, or `none` for prospects nobody looks after. */
  readonly owner?: string | undefined;
  /** Ids of tags a prospect must all have, parted by commas. */
  readonly tag?: string | undefined;
  readonly topic?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  /** At least so many of the five questions are answered with yes, or none is answered. */
  readonly fit?: (typeof FIT_FILTERS)[number] | undefined;
  readonly stage?: RelationshipStage | undefined;
  readonly doNotContact?: 'yes' | 'no' | undefined;
  readonly hasContact?: 'yes' | 'no' | undefined;
  readonly publisher?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  /** What becomes of sites the chosen client excludes: left out unless said. */
  readonly excluded?: 'only' | 'show' | undefined;
  readonly touchedBefore?: string | undefined;
  readonly touchedAfter?: string | undefined;
  /** `source.metric`: what `metricFrom`, `metricTo` and the sort "metric" are about. */
  readonly metric?: string | undefined;
  readonly metricFrom?: number | undefined;
  readonly metricTo?: number | undefined;
  /** A value of one own field: `key:value`. */
  readonly own?: string | undefined;
  readonly fromImport?: string | undefined;
  readonly archived?: true | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  /** The columns that are shown, parted by commas; the usual ones when it is not said. */
  readonly cols?: string | undefined;
  /** The prospect whose side panel is open. */
  readonly peek?: string | undefined;
  /** The dialog for a new prospect is open. */
  readonly add?: true | undefined;
}

export const FIT_FILTERS = ['unanswered', '1', '2', '3', '4', '5'] as const;

/** The part of the search that chooses rows. */
export type ProspectFilter = Omit<ProspectSearch, 'sort' | 'order' | 'cols' | 'peek' | 'add'>;

const METRIC = /^[a-z_]+\.[a-z0-9_]+$/;
const OWN = /^[a-z][a-z0-9_]{0,39}:.{0,200}$/;
const OWN_SORT = /^custom\.[a-z][a-z0-9_]{0,39}$/;

const matching = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const { id, day, flag, word, text } = inAddress;
const number = (value: unknown): number | undefined =>
  (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) &&
  Number.isFinite(Number(value))
    ? Number(value)
    : undefined;

/** Reads the address: what is not understood is dropped, because old links and typing mistakes must still open the list. */
export function readProspectSearch(raw: Record<string, unknown>): ProspectSearch {
  const found: ProspectSearch = {
    status: listed(raw['status'], (one) => isWord(PROSPECT_STATUSES, one)),
    owner: raw['owner'] === 'none' ? 'none' : id(raw['owner']),
    tag: listed(raw['tag'], (one) => id(one) !== undefined),
    topic: listed(raw['topic'], (one) => id(one) !== undefined),
    language: matching(/^[a-z]{2}$/)(raw['language']),
    country: matching(/^[A-Z]{2}$/)(raw['country']),
    fit: word(FIT_FILTERS, typeof raw['fit'] === 'number' ? String(raw['fit']) : raw['fit']),
    stage: word(RELATIONSHIP_STAGES, raw['stage']),
    doNotContact: word(['yes', 'no'], raw['doNotContact']),
    hasContact: word(['yes', 'no'], raw['hasContact']),
    publisher: id(raw['publisher']),
    client: id(raw['client']),
    brand: id(raw['brand']),
    excluded: word(['only', 'show'], raw['excluded']),
    touchedBefore: day(raw['touchedBefore']),
    touchedAfter: day(raw['touchedAfter']),
    ...readMeasure(raw),
    own: matching(OWN)(raw['own']),
    fromImport: id(raw['fromImport']),
    archived: flag(raw['archived']),
    q: text(raw['q']),
    ...readLook(raw),
    add: flag(raw['add']),
  };
  return withoutNothing(found);
}

function readMeasure(raw: Record<string, unknown>) {
  return {
    metric: matching(METRIC)(raw['metric']),
    metricFrom: number(raw['metricFrom']),
    metricTo: number(raw['metricTo']),
  };
}

function readLook(raw: Record<string, unknown>) {
  const own = matching(OWN_SORT)(raw['sort']);
  return {
    sort: word(PROSPECT_SORTS, raw['sort']) ?? own,
    order: word(['asc', 'desc'], raw['order']),
    cols: typeof raw['cols'] === 'string' ? columnWords(columnsOf(raw['cols'])) : undefined,
    peek: id(raw['peek']),
  };
}

function listed(value: unknown, isKnown: (one: string) => boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  return joined([...new Set(value.split(','))].filter(isKnown));
}

/** The statuses a search names, in their fixed order. */
export function statusesOf({ status }: Pick<ProspectSearch, 'status'>): ProspectStatus[] {
  const given = parted(status);
  return PROSPECT_STATUSES.filter((one) => given.includes(one));
}

/** The filter as the API takes it (query of the list, the counts, the export; body of a bulk act). */
export function filterQuery(search: ProspectFilter): Record<string, string> {
  const said = {
    status: search.status,
    ownerMemberId: search.owner,
    tag: search.tag,
    topic: search.topic,
    language: search.language,
    country: search.country,
    fit: search.fit,
    stage: search.stage,
    doNotContact: yesNo(search.doNotContact),
    hasContact: yesNo(search.hasContact),
    publisherId: search.publisher,
    ...scopeQuery(search),
    lastTouchBefore: search.touchedBefore,
    lastTouchAfter: search.touchedAfter,
    ...measureQuery(search),
    ...ownQuery(search),
    importId: search.fromImport,
    archived: search.archived && 'true',
    search: search.q,
  };
  return withoutNothing(said);
}

function ownQuery({ own }: ProspectFilter): Record<string, string> {
  const [key = '', ...value] = own?.split(':') ?? [];
  const text = value.join(':');
  return text === '' ? {} : { [`custom.${key}`]: text };
}

const yesNo = (value: 'yes' | 'no' | undefined) => value && (value === 'yes' ? 'true' : 'false');

/** With a client chosen, the sites it excludes are left out unless they are asked for. */
function scopeQuery({ client, excluded }: ProspectFilter) {
  if (client === undefined || excluded === 'show') return {};
  return { clientId: client, excluded: excluded ?? 'hide' };
}

function measureQuery({ metric, metricFrom, metricTo }: ProspectFilter) {
  if (metric === undefined || (metricFrom === undefined && metricTo === undefined)) return {};
  return { metric, metricFrom: metricFrom?.toString(), metricTo: metricTo?.toString() };
}

/** The filter as the body of a bulk act takes it: own fields stand in an object of their own there. */
export function filterBody(search: ProspectFilter): Record<string, unknown> {
  const { own: _own, ...rest } = search;
  const custom = Object.entries(ownQuery(search)).map(([key, value]) => [key.slice('custom.'.length), value]);
  return custom.length === 0
    ? filterQuery(rest)
    : { ...filterQuery(rest), custom: Object.fromEntries(custom) };
}

/** What the list is asked: the filter, the order and the figures its columns show. */
export function listQuery(search: ProspectSearch): Record<string, string> {
  const show = metricsShown(columnsOf(search.cols));
  return withoutNothing({
    ...filterQuery(search),
    sort: search.sort ?? 'newest',
    order: search.order,
    ...(search.sort === 'metric' ? { metric: search.metric } : {}),
    show: joined(show),
  });
}

/** The scope the counts are taken in: what narrows the list apart from the chips that show the counts. */
export function scopeOf(search: ProspectSearch): ProspectFilter {
  const { status: _status, owner: _owner, doNotContact: _dnc, ...rest } = search;
  const { sort: _sort, order: _order, cols: _cols, peek: _peek, add: _add, ...scope } = rest;
  return scope;
}

/** Everything a filter can set, set to nothing; search words, sort, columns and open panel stay. */
export const NO_FILTER: Partial<ProspectSearch> = {
  status: undefined,
  owner: undefined,
  tag: undefined,
  topic: undefined,
  language: undefined,
  country: undefined,
  fit: undefined,
  stage: undefined,
  doNotContact: undefined,
  hasContact: undefined,
  publisher: undefined,
  client: undefined,
  brand: undefined,
  excluded: undefined,
  touchedBefore: undefined,
  touchedAfter: undefined,
  metric: undefined,
  metricFrom: undefined,
  metricTo: undefined,
  own: undefined,
  fromImport: undefined,
  archived: undefined,
};

/** How many filters narrow the list apart from search words and the chips: the figure on the filter button. */
export function filtersInUse(search: ProspectSearch): number {
  const { status: _status, brand: _brand, client: _client, metric: _metric, ...rest } = NO_FILTER;
  return (Object.keys(rest) as (keyof ProspectSearch)[]).filter((key) => search[key] !== undefined).length;
}

/** True when nothing narrows the list: an empty page then teaches how to begin, else how to widen the search. */
export function isUnfiltered(search: ProspectSearch): boolean {
  const { clientId: _client, excluded: _excluded, ...query } = filterQuery(search);
  return Object.keys(query).length === 0 && search.excluded === undefined;
}
