import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_STATES,
  PLACEMENT_TYPES,
  type PlacementSort,
  type PlacementState,
  type PlacementType,
  SORTS,
} from '../../api/placement-words.js';
import { inAddress, joined, parted, withoutNothing } from '../../ui/address-words.js';

/** Everything the placements page shows, as it stands in the address: a sent link shows a colleague the same. */
export interface PlacementSearch {
  /** One or more states, parted by commas (see `statesOf`): the address stays readable. */
  readonly state?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly site?: string | undefined;
  /** A member's id, or `none` for placements nobody looks after. */
  readonly owner?: string | undefined;
  readonly type?: PlacementType | undefined;
  readonly compensation?: Compensation | undefined;
  readonly fromImport?: string | undefined;
  /** Only placements that a campaign came to. */
  readonly ofCampaigns?: true | undefined;
  /** First seen live in this month, YYYY-MM. */
  readonly liveIn?: string | undefined;
  /** Due in this month, YYYY-MM. */
  readonly dueIn?: string | undefined;
  readonly problem?: (typeof PROBLEMS)[number] | undefined;
  readonly rechecking?: true | undefined;
  readonly overdue?: true | undefined;
  readonly unlabelled?: true | undefined;
  readonly archived?: true | undefined;
  readonly q?: string | undefined;
  readonly sort?: PlacementSort | undefined;
  /** The placement whose side panel is open. */
  readonly peek?: string | undefined;
}

/** The part of the search that chooses rows; sort and the open panel choose none. */
export type PlacementFilter = Omit<PlacementSearch, 'sort' | 'peek'>;

/** Ready-made questions other pages link to. */
export const PROBLEMS = [
  'terms_not_met',
  'lost_week',
  'changed_week',
  'worse_week',
  'target_failing',
] as const;

const { id, flag, word, month, text } = inAddress;

/**
 * Reads the address: what is not understood is dropped, never an error page, because old links and typing mistakes must
 * still open the list.
 */
export function readPlacementSearch(raw: Record<string, unknown>): PlacementSearch {
  const found: PlacementSearch = {
    state: states(raw['state']),
    client: id(raw['client']),
    brand: id(raw['brand']),
    site: id(raw['site']),
    owner: raw['owner'] === 'none' ? 'none' : id(raw['owner']),
    type: word(PLACEMENT_TYPES, raw['type']),
    compensation: word(COMPENSATIONS, raw['compensation']),
    fromImport: id(raw['fromImport']),
    ofCampaigns: flag(raw['ofCampaigns']),
    liveIn: month(raw['liveIn']),
    dueIn: month(raw['dueIn']),
    problem: word(PROBLEMS, raw['problem']),
    rechecking: flag(raw['rechecking']),
    overdue: flag(raw['overdue']),
    unlabelled: flag(raw['unlabelled']),
    archived: flag(raw['archived']),
    q: text(raw['q']),
    sort: word(SORTS, raw['sort']),
    peek: id(raw['peek']),
  };
  return withoutNothing(found);
}

function states(value: unknown): string | undefined {
  const given = Array.isArray(value) ? value.join(',') : value;
  return typeof given === 'string' ? joined(statesOf({ state: given })) : undefined;
}

/** The states a search names, in their fixed order. */
export function statesOf({ state }: Pick<PlacementSearch, 'state'>): PlacementState[] {
  const given = parted(state);
  return PLACEMENT_STATES.filter((one) => given.includes(one));
}

/** The filter as the API takes it (query of the list, the counts, the export; body of a bulk act). */
export function filterQuery(search: PlacementFilter): Record<string, string> {
  const said = {
    state: search.state,
    clientId: search.brand ? undefined : search.client,
    brandId: search.brand,
    siteId: search.site,
    ownerMemberId: search.owner,
    type: search.type,
    compensation: search.compensation,
    importId: search.fromImport,
    ofCampaigns: search.ofCampaigns && 'true',
    liveIn: search.liveIn,
    dueIn: search.dueIn,
    problem: search.problem,
    rechecking: search.rechecking && 'true',
    overdue: search.overdue && 'true',
    unlabelled: search.unlabelled && 'true',
    archived: search.archived && 'true',
    search: search.q,
  };
  return withoutNothing(said);
}

/** The scope the counts are taken in: what narrows the list apart from the chips that show the counts. */
export function scopeOf(search: PlacementSearch): PlacementFilter {
  const {
    state: _state,
    overdue: _overdue,
    unlabelled: _unlabelled,
    sort: _sort,
    peek: _peek,
    ...scope
  } = search;
  return scope;
}

/** How many filters narrow the list apart from search words and the state chips: the figure on the filter button. */
export function filtersInUse(search: PlacementSearch): number {
  const keys = ['site', 'owner', 'type', 'compensation', 'fromImport', 'problem', 'archived'] as const;
  const scope = [search.brand ?? search.client, search.rechecking];
  return [...keys.map((key) => search[key]), ...scope].filter((value) => value !== undefined).length;
}

/** True when nothing narrows the list: an empty page then teaches how to begin, else how to widen the search. */
export function isUnfiltered(search: PlacementSearch): boolean {
  return Object.keys(filterQuery(search)).length === 0;
}
