import type { ContactFilter } from './contact-list.dto.js';

/** Conditions on `contacts c` with their values, for one statement. */
export class ContactConditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition; `$` in it stands for the value. */
  add(sql: string, ...value: [] | [unknown]): this {
    this.parts.push(value.length === 0 ? sql : sql.replaceAll('$', this.value(value[0])));
    return this;
  }

  /** Adds a value and answers its placeholder. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The same conditions, to go on with separately. */
  copy(): ContactConditions {
    const copy = new ContactConditions();
    copy.values.push(...this.values);
    copy.parts.push(...this.parts);
    return copy;
  }

  get where(): string {
    return this.parts.join(' and ');
  }

  /** How many conditions there are. */
  get size(): number {
    return this.parts.length;
  }
}

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
export function conditionsOf(filter: ContactFilter): ContactConditions {
  const all = new ContactConditions();
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

function standing(all: ContactConditions, { status }: ContactFilter): ContactConditions {
  if (status === undefined) return all;
  return all.add(status === 'former' ? 'c.is_former' : 'not c.is_former');
}

/** With a place, former and current are said of that place. */
function place(
  all: ContactConditions,
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
