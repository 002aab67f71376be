import { Conditions } from '../../platform/database/conditions.js';
import type { ContactFilter } from './contact-list.dto.js';

/** Filters of one column. Under row-level security only plain comparisons of columns use an index: a `coalesce` shuts it out. */
const PLAIN = {
  ground: 'c.ground = $',
  addressStatus: 'c.main_address_status = $',
  language: 'c.language = $',
  country: 'c.country = $',
  importId: 'c.import_id = $::uuid',
} as const;

/** The words that ask for an empty column. */
const EMPTY = { ground: 'missing', addressStatus: 'none' } as const;
const WHERE_EMPTY = { ground: 'c.ground is null', addressStatus: 'c.main_address_status is null' } as const;

/** The filter of a list as conditions; the search is no part of it. */
export function conditionsOf(filter: ContactFilter): Conditions {
  const all = new Conditions();
  all.add(filter.archived === true ? 'c.archived_at is not null' : 'c.archived_at is null');
  for (const [field, sql] of Object.entries(PLAIN)) {
    const value = filter[field as keyof typeof PLAIN];
    const isEmpty = value !== undefined && EMPTY[field as keyof typeof EMPTY] === value;
    if (isEmpty) all.add(WHERE_EMPTY[field as keyof typeof EMPTY]);
    else if (value !== undefined) all.add(sql, value);
  }
  if (filter.siteId === undefined && filter.publisherId === undefined) return standing(all, filter);
  if (filter.siteId !== undefined) place(all, 'site_id', filter.siteId, filter);
  if (filter.publisherId !== undefined) place(all, 'publisher_id', filter.publisherId, filter);
  return all;
}

function standing(all: Conditions, { status }: ContactFilter): Conditions {
  if (status === undefined) return all;
  return all.add(status === 'former' ? 'c.is_former' : 'not c.is_former');
}

/** With a place, former and current are said of that place. */
function place(
  all: Conditions,
  column: 'site_id' | 'publisher_id',
  id: string,
  { status }: ContactFilter,
): void {
  const isFormer = status === undefined ? '' : ` and cp.is_former = ${status === 'former'}`;
  all.add(
    `c.id in (select cp.contact_id from contact_places cp where cp.${column} = $::uuid${isFormer})`,
    id,
  );
}
