import { inAddress, withoutNothing } from '../../ui/address-words.js';
import {
  CAMPAIGN_STATUSES,
  type CampaignStatus,
  PITCH_ENDS,
  PITCH_SORTS,
  PITCH_STATUSES,
  type PitchEnd,
  type PitchSort,
  type PitchStatus,
} from './campaign-views.js';

/** Everything the list of campaigns shows, as it stands in the address. */
export interface CampaignSearch {
  readonly q?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: CampaignStatus | undefined;
  /** A member's id, `me`, or `none`. */
  readonly owner?: string | undefined;
  readonly archived?: true | undefined;
  /** Under way in this month, YYYY-MM. */
  readonly runningIn?: string | undefined;
}

export const VIEWS = ['board', 'table', 'calendar', 'settings'] as const;
export type CampaignView = (typeof VIEWS)[number];

export const SPANS = ['month', 'week'] as const;
export type Span = (typeof SPANS)[number];

/** Everything a campaign's page or a person's board shows, as it stands in the address. */
export interface PitchSearch {
  readonly view?: CampaignView | undefined;
  /** A member's id, `me`, `none` for pitches nobody works on, or `all` for everybody's. */
  readonly assignee?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly status?: PitchStatus | undefined;
  readonly outcome?: PitchEnd | undefined;
  readonly overdue?: true | undefined;
  readonly stuck?: true | undefined;
  readonly unanswered?: true | undefined;
  /** The next step is on this day or before. */
  readonly dueTo?: string | undefined;
  /** A deadline is on this day or before. */
  readonly deadlineTo?: string | undefined;
  readonly archived?: true | undefined;
  readonly q?: string | undefined;
  readonly sort?: PitchSort | undefined;
  /** A day the calendar shows, and how much around it. */
  readonly on?: string | undefined;
  readonly span?: Span | undefined;
  /** The one stage a board shows on a small screen. */
  readonly at?: string | undefined;
  /** The dialog that adds prospects is open. */
  readonly add?: true | undefined;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const WORD = /^[a-z][a-z0-9_]{0,39}$/;

const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined;
const who = (value: unknown): string | undefined =>
  inAddress.word(['me', 'none'] as const, value) ?? inAddress.id(value);

/** Reads the address of the list of campaigns; what is not understood is dropped. */
export function readCampaignSearch(raw: Record<string, unknown>): CampaignSearch {
  return withoutNothing({
    q: inAddress.text(raw['q']),
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
    kind: matching(WORD, raw['kind']),
    status: inAddress.word(CAMPAIGN_STATUSES, raw['status']),
    owner: who(raw['owner']),
    archived: inAddress.flag(raw['archived']),
    runningIn: inAddress.month(raw['runningIn']),
  });
}

/** The search of the list of campaigns as the server takes it. A brand names its client too. */
export function campaignFilter({ q, client, brand, owner, ...same }: CampaignSearch) {
  return withoutNothing({
    ...same,
    search: q,
    clientId: brand ? undefined : client,
    brandId: brand,
    ownerMemberId: owner,
  });
}

/** Reads the address of a campaign's page or of a person's board; what is not understood is dropped. */
export function readPitchSearch(raw: Record<string, unknown>): PitchSearch {
  const on = matching(DAY, raw['on']);
  return withoutNothing({
    view: inAddress.word(VIEWS, raw['view']),
    assignee: raw['assignee'] === 'all' ? 'all' : who(raw['assignee']),
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
    kind: matching(WORD, raw['kind']),
    stage: matching(WORD, raw['stage']),
    status: inAddress.word(PITCH_STATUSES, raw['status']),
    outcome: inAddress.word(PITCH_ENDS, raw['outcome']),
    overdue: inAddress.flag(raw['overdue']),
    stuck: inAddress.flag(raw['stuck']),
    unanswered: inAddress.flag(raw['unanswered']),
    dueTo: inAddress.day(raw['dueTo']),
    deadlineTo: inAddress.day(raw['deadlineTo']),
    archived: inAddress.flag(raw['archived']),
    q: inAddress.text(raw['q']),
    sort: inAddress.word(PITCH_SORTS, raw['sort']),
    on: on !== undefined && !Number.isNaN(Date.parse(on)) ? on : undefined,
    span: inAddress.word(SPANS, raw['span']),
    at: matching(WORD, raw['at']),
    add: inAddress.flag(raw['add']),
  });
}

/** What a page asks of the server beside its search: one campaign, or all that one person works on. */
export interface PitchPlace {
  readonly campaignId?: string;
  readonly assigneeMemberId?: string;
}

/** The part of a search that chooses pitches, as the server takes it. Within a campaign client and brand say nothing more. */
export function pitchFilter(search: PitchSearch, place: PitchPlace) {
  const { assignee, client, brand, kind, stage, status, outcome, archived, q } = search;
  const { overdue, stuck, unanswered, dueTo, deadlineTo } = search;
  const isOne = place.campaignId !== undefined;
  return withoutNothing({
    ...place,
    assigneeMemberId: assignee === 'all' ? undefined : (assignee ?? place.assigneeMemberId),
    clientId: isOne || brand ? undefined : client,
    brandId: isOne ? undefined : brand,
    kind: isOne ? undefined : kind,
    stage,
    status,
    outcome,
    overdue,
    stuck,
    unanswered,
    dueTo,
    deadlineTo,
    archived,
    search: q,
  });
}

export type PitchFilter = ReturnType<typeof pitchFilter>;

/** What the button that clears the filters sets to nothing. */
export const NO_PITCH_FILTER: Partial<PitchSearch> = {
  stage: undefined,
  status: undefined,
  outcome: undefined,
  overdue: undefined,
  stuck: undefined,
  unanswered: undefined,
  dueTo: undefined,
  deadlineTo: undefined,
  archived: undefined,
};

/** How many filters narrow the pitches behind the filter button; who works on them stands in a chip of its own. */
export function pitchFiltersInUse(search: PitchSearch): number {
  return (Object.keys(NO_PITCH_FILTER) as (keyof PitchSearch)[]).filter((key) => search[key] !== undefined)
    .length;
}
