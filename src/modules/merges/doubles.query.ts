import { Injectable } from '@nestjs/common';
import type { MergeKind } from '../../core/merges/merge-kind.js';
import { Database } from '../../platform/database/database.js';
import type { DoubleReason } from './doubles.dto.js';

/** Two records that look like one; `key` is what they share and the list is in its order. */
export interface DoublePair {
  readonly key: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly reason: DoubleReason;
}

/** A pair as it is read, beside the count of all; without a pair where none follows. */
type FoundPair = { readonly total: number } & (DoublePair | { readonly key: null });

/** The place of a pair in its list. */
export type AfterPair = Pick<DoublePair, 'key' | 'firstId' | 'secondId'> | null;

const CONTACTS_MEET = `exists (
  select 1 from contact_places pa join contact_places pb on pb.workspace_id = pa.workspace_id
    and (pb.site_id = pa.site_id or pb.publisher_id = pa.publisher_id)
  where pa.contact_id = a.id and pb.contact_id = b.id)`;

/**
 * Records of one name, in two steps: names that stand there twice are read from the index in its order, and only then the records
 * that have them, name by name (`offset 0` keeps the planner from reading all records instead).
 */
const OF_ONE_NAME = (table: string, where: string): string => `with names as materialized (
    select name_key as key from ${table} where archived_at is null group by 1 having count(*) > 1),
  same as materialized (select n.key, r.id from names n
    cross join lateral (select id from ${table} where name_key = n.key and archived_at is null offset 0) r where ${where})`;

/**
 * Two sites of one label (their name without its suffix) that share a contact or an owner. The labels that stand there twice are
 * looked for first: they are few, and what each of 100,000 sites shares with another is much.
 */
const SITES = `with labels as materialized (
    select split_part(site_key, '.', 1) as label from sites where archived_at is null and kind = 'domain' group by 1 having count(*) > 1),
  twins as materialized (select l.label, s.id from labels l cross join lateral (
    select id from sites where site_key >= l.label || '.' and site_key < l.label || '/' and archived_at is null and kind = 'domain' offset 0) s),
  links as materialized (
    select t.label, t.id as site_id, c.contact_id as link_id from twins t
      cross join lateral (select contact_id from contact_places where site_id = t.id offset 0) c
    union select t.label, t.id, p.publisher_id from twins t
      cross join lateral (select publisher_id from site_publishers
        where site_id = t.id and ended_at is null and role = 'owner' offset 0) p)
  select distinct x.label as key, x.site_id as "firstId", y.site_id as "secondId", 'same_domain_name' as reason
  from links x join links y on y.link_id = x.link_id and y.label = x.label and y.site_id > x.site_id`;

const PAIRS: Readonly<Record<MergeKind, string>> = {
  contact: `${OF_ONE_NAME('contacts', "n.key like '% %'")}
    select a.key, a.id as "firstId", b.id as "secondId",
      case when ${CONTACTS_MEET} then 'same_name_same_place' else 'same_name' end as reason
    from same a join same b on b.key = a.key and b.id > a.id`,
  publisher: `${OF_ONE_NAME('publishers', "n.key <> ''")}
    select a.key, a.id as "firstId", b.id as "secondId", 'same_name' as reason
    from same a join same b on b.key = a.key and b.id > a.id`,
  site: SITES,
};

/** Pairs of records that look like one and that nobody has said are two, in the open transaction. */
@Injectable()
export class DoublesQuery {
  constructor(private readonly database: Database) {}

  /** The next pairs of the list and, counted up to a bound, how many there are in all. */
  async page(
    kind: MergeKind,
    after: AfterPair,
    { limit, upTo }: { readonly limit: number; readonly upTo: number },
  ): Promise<{ readonly pairs: DoublePair[]; readonly total: number }> {
    const rows = await this.database.manager().query<FoundPair[]>(
      `with pair as materialized (select * from (${PAIRS[kind]}) found
         where not exists (select 1 from not_doubles n where n.kind = $1 and n.first_id = "firstId" and n.second_id = "secondId"))
       select shown.*, (select count(*)::int from (select 1 from pair limit $6) counted) as total
       from (values (1)) one left join lateral (
         select * from pair where $2::text is null or (key, "firstId", "secondId") > ($2, $3::uuid, $4::uuid)
         order by key, "firstId", "secondId" limit $5) shown on true`,
      [kind, after?.key ?? null, after?.firstId ?? null, after?.secondId ?? null, limit, upTo],
    );
    const pairs = rows.flatMap(({ total: _, ...pair }) => (pair.key === null ? [] : [pair]));
    return { pairs, total: rows[0]?.total ?? 0 };
  }

  /** Writes down that two records are two. */
  async separate(
    pair: { kind: MergeKind; ids: readonly [string, string] },
    by: string | null,
    at: Date,
  ): Promise<void> {
    const [first, second] = [...pair.ids].sort();
    await this.database.manager().query(
      `insert into not_doubles (workspace_id, kind, first_id, second_id, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [this.database.scope().workspaceId, pair.kind, first, second, by, at],
    );
  }
}
