import { Conditions } from '../../platform/database/conditions.js';
import type { RelationshipDirection, RelationshipFilter } from './relationship-list.dto.js';

/** Live links of each direction, and sites of which only a tool says that they link, as conditions on `relationships r`. */
export const DIRECTIONS: Readonly<Record<RelationshipDirection, string>> = {
  to_us: 'r.to_us_live > 0',
  told: `r.to_us_live = 0 and r.told_state = 'live'`,
  to_them: 'r.to_them_live > 0',
  both: 'r.to_us_live > 0 and r.to_them_live > 0',
  none: `r.to_us_live = 0 and r.to_them_live = 0 and r.told_state is distinct from 'live'`,
};

/** Linked both ways, and one of the two questions is not answered. */
export const LITMUS_MISSING = `${DIRECTIONS.both} and (r.would_link_anyway is null or r.readers_gain is null)`;

const PLAIN = {
  clientId: 'r.client_id = $::uuid',
  brandId: 'r.brand_id = $::uuid',
  siteId: 'r.site_id = $::uuid',
  publisherId: `r.site_id in (select sp.site_id from site_publishers sp where sp.publisher_id = $::uuid and sp.ended_at is null)`,
  stage: 'r.stage = $',
  reason: 'r.reason = $',
} as const;

/** The filter without its search. */
export function conditionsOf(filter: RelationshipFilter): Conditions {
  const all = new Conditions();
  for (const [field, sql] of Object.entries(PLAIN)) {
    const value = filter[field as keyof typeof PLAIN];
    if (value !== undefined) all.add(sql, value);
  }
  if (filter.direction !== undefined) all.add(DIRECTIONS[filter.direction]);
  if (filter.litmus === 'missing') all.add(LITMUS_MISSING);
  return all;
}
