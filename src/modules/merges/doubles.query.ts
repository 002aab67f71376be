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

/** The place of a pair in its list. */
export type AfterPair = Pick<DoublePair, 'key' | 'firstId' | 'secondId'> | null;

/** A site's own label, without its suffix: two of one label under two suffixes may be one site. */
const LABEL = (alias: string): string => `split_part(${alias}.site_key, '.', 1)`;

const CONTACTS_MEET = `exists (
  select 1 from contact_places pa join contact_places pb on pb.workspace_id = pa.workspace_id
    and (pb.site_id = pa.site_id or pb.publisher_id = pa.publisher_id)
  where pa.contact_id = a.id and pb.contact_id = b.id)`;

const PAIRS: Readonly<Record<MergeKind, string>> = {
  contact: `select a.name_key as key, a.id as "firstId", b.id as "secondId",
      case when ${CONTACTS_MEET} then 'same_name_same_place' else 'same_name' end as reason
    from contacts a join contacts b on b.workspace_id = a.workspace_id and b.name_key = a.name_key and b.id > a.id
    where a.archived_at is null and b.archived_at is null and a.name_key like '% %'`,
  publisher: `select a.name_key as key, a.id as "firstId", b.id as "secondId", 'same_name' as reason
    from publishers a join publishers b on b.workspace_id = a.workspace_id and b.name_key = a.name_key and b.id > a.id
    where a.archived_at is null and b.archived_at is null and a.name_key <> ''`,
  site: `select distinct ${LABEL('a')} as key, a.id as "firstId", b.id as "secondId", 'same_domain_name' as reason
    from (select workspace_id, site_id, contact_id as link_id from contact_places where site_id is not null
          union select workspace_id, site_id, publisher_id from site_publishers where ended_at is null and role = 'owner') x
    join (select workspace_id, site_id, contact_id as link_id from contact_places where site_id is not null
          union select workspace_id, site_id, publisher_id from site_publishers where ended_at is null and role = 'owner') y
      on y.workspace_id = x.workspace_id and y.link_id = x.link_id and y.site_id > x.site_id
    join sites a on a.workspace_id = x.workspace_id and a.id = x.site_id
    join sites b on b.workspace_id = y.workspace_id and b.id = y.site_id
    where a.archived_at is null and b.archived_at is null and a.kind = 'domain' and b.kind = 'domain' and ${LABEL('a')} = ${LABEL('b')}`,
};

/** Pairs of records that look like one and that nobody has said are two, in the open transaction. */
@Injectable()
export class DoublesQuery {
  constructor(private readonly database: Database) {}

  page(kind: MergeKind, after: AfterPair, limit: number): Promise<DoublePair[]> {
    return this.database.manager().query<DoublePair[]>(
      `select * from (${PAIRS[kind]}) pair
       where not exists (select 1 from not_doubles n where n.kind = $1 and n.first_id = "firstId" and n.second_id = "secondId")
         and ($2::text is null or (key, "firstId", "secondId") > ($2, $3::uuid, $4::uuid))
       order by key, "firstId", "secondId" limit $5`,
      [kind, after?.key ?? null, after?.firstId ?? null, after?.secondId ?? null, limit],
    );
  }

  async count(kind: MergeKind, upTo: number): Promise<number> {
    const rows = await this.database.manager().query<{ n: number }[]>(
      `select count(*)::int as n from (
         select 1 from (${PAIRS[kind]}) pair
         where not exists (select 1 from not_doubles n where n.kind = $1 and n.first_id = "firstId" and n.second_id = "secondId")
         limit $2) counted`,
      [kind, upTo],
    );
    return rows[0]?.n ?? 0;
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
