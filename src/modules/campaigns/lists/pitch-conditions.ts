import { UNANSWERED_AFTER_DAYS } from '../../../core/campaigns/standing.js';
import { Conditions } from '../../../platform/database/conditions.js';
import { PITCH_ENDS, type PitchEnd, type PitchFilter } from './pitch-filter.dto.js';

/** What the words of a filter refer to. */
export interface PitchMoments {
  readonly now: Date;
  /** The day it is in the workspace's zone, YYYY-MM-DD. */
  readonly today: string;
  /** Days a stage takes at most, by `kind.stage`. */
  readonly patience: Readonly<Record<string, number>>;
  /** Own fields that are deadlines, by the kind they belong to. */
  readonly deadlines: readonly { readonly kind: string; readonly key: string }[];
}

/** The filter as conditions on `pitches p`; the search is no part of it, and `me` is somebody by now. */
export function conditionsOf(filter: PitchFilter, moments: PitchMoments): Conditions {
  const all = new Conditions();
  all.add(filter.archived === true ? 'p.archived_at is not null' : 'p.archived_at is null');
  ids(all, filter);
  assignee(all, filter);
  words(all, filter);
  times(all, filter, moments);
  return all;
}

const COLUMNS = {
  campaignId: 'campaign_id',
  clientId: 'client_id',
  brandId: 'brand_id',
  siteId: 'site_id',
  assetId: 'asset_id',
  kind: 'kind',
} as const satisfies Partial<Record<keyof PitchFilter, string>>;

function ids(all: Conditions, filter: PitchFilter): void {
  for (const [field, column] of Object.entries(COLUMNS)) {
    const value = filter[field as keyof typeof COLUMNS];
    if (value !== undefined) all.add(`p.${column} = $`, value);
  }
  if (filter.contactId !== undefined)
    all.add('p.id = any (array(select pitch_id from pitch_contacts where contact_id = $))', filter.contactId);
}

function assignee(all: Conditions, { assigneeMemberId }: PitchFilter): void {
  if (assigneeMemberId === 'none') all.add('p.assignee_member_id is null');
  else if (assigneeMemberId !== undefined) all.add('p.assignee_member_id = $::uuid', assigneeMemberId);
}

function words(all: Conditions, { stage, status, outcome }: PitchFilter): void {
  if (stage !== undefined) all.add('p.stage = any ($::text[])', stage);
  if (status !== undefined) all.add('p.status = any ($::text[])', status);
  if (outcome !== undefined && !PITCH_ENDS.every((end) => outcome.includes(end)))
    all.add(`(${outcome.map((end) => ENDS[end]).join(' or ') || 'false'})`);
}

const ENDS: Readonly<Record<PitchEnd, string>> = {
  open: 'p.outcome is null',
  won: `p.outcome = 'won'`,
  lost: `p.outcome = 'lost'`,
};

function times(all: Conditions, filter: PitchFilter, moments: PitchMoments): void {
  if (filter.dueFrom !== undefined) all.add('p.next_step_on >= $::date', filter.dueFrom);
  if (filter.dueTo !== undefined) all.add('p.next_step_on <= $::date', filter.dueTo);
  if (filter.overdue !== undefined) {
    const late = `(p.next_step_on is not null and p.next_step_on < $::date and p.status <> 'closed')`;
    all.add(filter.overdue ? late : `not ${late}`, moments.today);
  }
  if (filter.unanswered !== undefined)
    all.add(`${filter.unanswered ? '' : 'not '}${UNANSWERED}`, longAgo(moments.now));
  if (filter.deadlineTo !== undefined) deadline(all, filter.deadlineTo, moments);
  if (filter.stuck !== undefined) all.add(`${filter.stuck ? '' : 'not '}${stuck(all, moments)}`);
}

/** They let us wait for longer than a pitch waits for an answer; a paused one is not waiting. */
const UNANSWERED = `(p.status = 'waiting_them' and p.stage_since < $)`;

function longAgo(now: Date): Date {
  return new Date(now.getTime() - UNANSWERED_AFTER_DAYS * 24 * 3600_000);
}

function deadline(all: Conditions, to: string, { deadlines }: PitchMoments): void {
  all.add(`p.status <> 'closed'`);
  const day = all.value(to);
  const parts = deadlines.map(
    ({ kind, key }) => `(p.kind = ${all.value(kind)} and p.fields ->> ${all.value(key)} <= ${day})`,
  );
  all.add(`(${parts.join(' or ') || 'false'})`);
}

/** `isStuck` of core/campaigns/standing, in the words of the database. */
function stuck(all: Conditions, { now, today, patience }: PitchMoments): string {
  const days = `coalesce((${all.value(JSON.stringify(patience))}::jsonb ->> (p.kind || '.' || p.stage))::int, 0)`;
  const since = `${all.value(now)}::timestamptz - make_interval(hours => 24 * ${days})`;
  return `coalesce(p.status in ('waiting_us', 'waiting_them') and p.stage_since < ${since}
    and (p.next_step_on is null or p.next_step_on < ${all.value(today)}::date), false)`;
}
