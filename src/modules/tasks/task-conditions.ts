import { Conditions } from '../../platform/database/conditions.js';
import type { TaskFilter } from './task-filter.dto.js';

/** The day a task is due, those without one last; written as the indexes have it. */
export const DUE = `coalesce(t.due_on, 'infinity')`;

/** The conditions of a filter. `today` is the day in the workspace's zone. */
export function taskConditions(filter: TaskFilter, today: string): Conditions {
  const all = new Conditions().add('t.archived_at is null');
  standing(all, filter, today);
  if (filter.assigneeMemberId === 'none') all.add('t.assignee_member_id is null');
  else if (filter.assigneeMemberId !== undefined)
    all.add('t.assignee_member_id = $', filter.assigneeMemberId);
  for (const [slot, column] of Object.entries(PLACES)) {
    const id = filter[slot as keyof typeof PLACES];
    if (id !== undefined) all.add(`t.${column} = $`, id);
  }
  if (filter.kind !== undefined) all.add('t.kind = any ($::text[])', filter.kind);
  if (filter.dueTo !== undefined) all.add(`${DUE} <= $::date`, filter.dueTo);
  return all;
}

const PLACES = {
  clientId: 'client_id',
  campaignId: 'campaign_id',
  pitchId: 'pitch_id',
  placementId: 'placement_id',
  orderId: 'order_id',
  siteId: 'site_id',
} as const;

function standing(all: Conditions, { state = 'open' }: TaskFilter, today: string): void {
  all.add(state === 'done' ? 't.done_at is not null' : 't.done_at is null');
  if (state === 'overdue') all.add(`${DUE} < $::date`, today);
  if (state === 'today') all.add(`${DUE} = $::date`, today);
}
