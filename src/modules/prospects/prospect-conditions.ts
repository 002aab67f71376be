import { PROSPECT_STATUSES } from '../../core/prospects/prospect.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { ProspectFilter } from './prospect-list.dto.js';

/** Never touched is longest ago; written as the index has it. */
export const LAST_TOUCH = `(case when p.last_touch_at is null then '-infinity' else p.last_touch_at end)`;

/** The team's own order of statuses, what needs work first; written as the index has it. */
export const STATUS_RANK = `(case p.status when 'new' then 1 when 'researching' then 2 when 'qualified' then 3 when 'paused' then 4 else 5 end)`;

/** The part of a filter that asks the prospects' own columns. Statuses can be left aside, for counts by status. */
export function columnConditions(filter: ProspectFilter): Conditions {
  const all = new Conditions();
  all.add(filter.archived === true ? 'p.archived_at is not null' : 'p.archived_at is null');
  words(all, filter);
  owner(all, filter);
  if (filter.importId !== undefined) all.add('p.import_id = $', filter.importId);
  if (filter.doNotContact !== undefined)
    all.add(filter.doNotContact ? 'p.do_not_contact' : 'not p.do_not_contact');
  if (filter.hasContact !== undefined)
    all.add(filter.hasContact ? 'p.contact_count > 0' : 'p.contact_count = 0');
  work(all, filter);
  return all;
}

/** What the team found out, and when it was last in touch. */
function work(all: Conditions, filter: ProspectFilter): void {
  if (filter.fit === 'unanswered') all.add('p.fit_yes = 0 and p.fit_no = 0');
  else if (filter.fit !== undefined) all.add('p.fit_yes >= $::int', Number(filter.fit));
  if (filter.lastTouchBefore !== undefined) all.add(`${LAST_TOUCH} < $::timestamptz`, filter.lastTouchBefore);
  if (filter.lastTouchAfter !== undefined) all.add(`${LAST_TOUCH} >= $::timestamptz`, filter.lastTouchAfter);
}

function words(all: Conditions, filter: ProspectFilter): void {
  if (filter.status !== undefined)
    all.add(
      `${STATUS_RANK} = any ($::int[])`,
      filter.status.map((status) => PROSPECT_STATUSES.indexOf(status) + 1),
    );
  if (filter.language !== undefined) all.add('p.language = any ($::text[])', filter.language);
  if (filter.country !== undefined) all.add('p.country = any ($::text[])', filter.country);
  if (filter.stage !== undefined) all.add('p.stage = any ($::text[])', filter.stage);
}

function owner(all: Conditions, filter: ProspectFilter): void {
  if (filter.ownerMemberId === 'none') all.add('p.owner_member_id is null');
  else if (filter.ownerMemberId !== undefined) all.add('p.owner_member_id = $', filter.ownerMemberId);
}

/** A filter that asks another table: the column of a prospect, and the statement that finds its values. */
export interface OtherTable {
  readonly column: 'p.id' | 'p.site_id';
  readonly find: string;
  readonly values: readonly unknown[];
  /** Leaves out what is found. */
  readonly isWithout?: boolean;
}

/** The parts of a filter that ask other tables; own fields are apart, because their type must be known first. */
export function otherTables(filter: ProspectFilter): OtherTable[] {
  const tags = [...(filter.tag ?? []), ...(filter.topic ?? [])];
  return [
    ...tags.map((tag) =>
      ofProspect('select prospect_id as found from prospect_tags where tag_id = $1', [tag]),
    ),
    ...publisher(filter),
    ...exclusions(filter),
    ...metrics(filter),
  ];
}

/** A metric by its name `source.metric`. */
export function metricOf(name: string): { source: string; metric: string } {
  const [source = '', ...rest] = name.split('.');
  return { source, metric: rest.join('.') };
}

function publisher({ publisherId }: ProspectFilter): OtherTable[] {
  if (publisherId === undefined) return [];
  const find = 'select site_id as found from site_publishers where publisher_id = $1 and ended_at is null';
  return [{ column: 'p.site_id', find, values: [publisherId] }];
}

function exclusions({ clientId, excluded }: ProspectFilter): OtherTable[] {
  if (clientId === undefined) return [];
  const find = 'select site_id as found from client_exclusions where client_id = $1';
  return [{ column: 'p.site_id', find, values: [clientId], isWithout: excluded !== 'only' }];
}

function metrics({ metric: name, metricFrom, metricTo }: ProspectFilter): OtherTable[] {
  if (name === undefined || (metricFrom === undefined && metricTo === undefined)) return [];
  const { source, metric } = metricOf(name);
  const find = `select site_id as found from site_latest_metrics where source = $1 and metric = $2
    and value >= $3::double precision and value <= $4::double precision`;
  const range = [metricFrom ?? Number.NEGATIVE_INFINITY, metricTo ?? Number.POSITIVE_INFINITY].map(floatText);
  return [{ column: 'p.site_id', find, values: [source, metric, ...range] }];
}

function floatText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? 'infinity' : '-infinity';
}

/** A filter over a table that names prospects. */
export function ofProspect(find: string, values: readonly unknown[]): OtherTable {
  return { column: 'p.id', find, values };
}
