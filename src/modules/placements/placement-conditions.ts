import { monthOf } from '../../core/reports/month.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { PlacementFilter, PlacementProblem } from './placement-list.dto.js';

/** Moments a filter's words refer to. */
export interface FilterMoments {
  /** The day it is in the workspace's zone, YYYY-MM-DD. */
  readonly today: string;
  readonly timeZone: string;
  /** The moment seven days ago. */
  readonly weekAgo: Date;
}

/** Words of a partial index; a condition must repeat them for the index to be used. */
const OVERDUE = `p.state = 'awaited' and p.due_on is not null and p.due_on < $::date`;
const UNLABELLED = `'compensated_unlabelled' = any (p.finding_codes)`;

/** The filter of a list as conditions; the search is no part of it. */
export function conditionsOf(filter: PlacementFilter, moments: FilterMoments): Conditions {
  const all = new Conditions();
  all.add(filter.archived === true ? 'p.archived_at is not null' : 'p.archived_at is null');
  words(all, filter);
  ids(all, filter);
  if (filter.rechecking !== undefined) all.add(filter.rechecking ? 'p.rechecking' : 'not p.rechecking');
  if (filter.overdue !== undefined)
    all.add(filter.overdue ? OVERDUE : `not coalesce(${OVERDUE}, false)`, moments.today);
  if (filter.unlabelled !== undefined) all.add(filter.unlabelled ? UNLABELLED : `not ${UNLABELLED}`);
  times(all, filter, moments);
  if (filter.problem !== undefined) PROBLEMS[filter.problem](all, moments);
  return all;
}

function words(all: Conditions, filter: PlacementFilter): void {
  if (filter.state !== undefined) all.add('p.state = any ($::text[])', filter.state);
  if (filter.type !== undefined) all.add('p.type = any ($::text[])', filter.type);
  if (filter.compensation !== undefined) all.add('p.compensation = any ($::text[])', filter.compensation);
}

/** Filters that name one record, with the column that holds its id. */
const IDS = [
  ['clientId', 'client_id'],
  ['brandId', 'brand_id'],
  ['siteId', 'site_id'],
  ['targetPageId', 'target_page_id'],
  ['importId', 'import_id'],
  ['campaignId', 'campaign_id'],
  ['pitchId', 'pitch_id'],
] as const;

function ids(all: Conditions, filter: PlacementFilter): void {
  for (const [name, column] of IDS) if (filter[name] !== undefined) all.add(`p.${column} = $`, filter[name]);
  if (filter.ownerMemberId === 'none') all.add('p.owner_member_id is null');
  else if (filter.ownerMemberId !== undefined) all.add('p.owner_member_id = $', filter.ownerMemberId);
}

function times(
  all: Conditions,
  { liveIn, dueIn, ofCampaigns }: PlacementFilter,
  { timeZone }: FilterMoments,
): void {
  if (ofCampaigns !== undefined) all.add(`p.campaign_id is ${ofCampaigns ? 'not ' : ''}null`);
  if (liveIn !== undefined) {
    const { from, until } = monthOf(`${liveIn}-01`, timeZone);
    all.add('p.first_live_at >= $', new Date(from)).add('p.first_live_at < $', new Date(until));
  }
  if (dueIn !== undefined) {
    const { firstDay, lastDay } = monthOf(`${dueIn}-01`, timeZone);
    all.add('p.due_on >= $::date', firstDay).add('p.due_on <= $::date', lastDay);
  }
}

const PROBLEMS: Readonly<Record<PlacementProblem, (all: Conditions, moments: FilterMoments) => unknown>> = {
  lost_week: (all, { weekAgo }) =>
    all.add(`p.state = 'removed' and not p.is_baseline_removed and p.state_since >= $`, weekAgo),
  changed_week: (all, { weekAgo }) => all.add(`p.state = 'differs' and p.state_since >= $`, weekAgo),
  worse_week: (all, { weekAgo }) =>
    all.add(
      `(p.state = 'differs' or (p.state = 'removed' and not p.is_baseline_removed)) and p.state_since >= $`,
      weekAgo,
    ),
  overdue: (all, { today }) => all.add(OVERDUE, today),
  unlabelled: (all) => all.add(UNLABELLED),
  check_by_hand: (all) => all.add(`p.state = 'check_by_hand'`),
  site_down: (all) => all.add(`p.state in ('site_down', 'site_gone')`),
  target_failing: (all) => all.add('p.target_failing'),
  terms_not_met: (all) => all.add('p.unmet_terms > 0'),
};
