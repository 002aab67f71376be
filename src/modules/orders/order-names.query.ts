import { Injectable } from '@nestjs/common';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';

/** What an order hangs on, by name. */
export interface OrderNames {
  readonly id: string;
  readonly clientName: string;
  readonly brandName: string;
  readonly campaignName: string | null;
  readonly campaignCurrency: string | null;
  readonly supplierName: string | null;
  readonly ownerName: string | null;
  readonly renewedByOrderId: string | null;
}

/** Names of what orders and their lines hang on, in the open transaction. */
@Injectable()
export class OrderNamesQuery {
  constructor(private readonly database: Database) {}

  async ofOrders(ids: readonly string[]): Promise<ReadonlyMap<string, OrderNames>> {
    const rows = await this.query<OrderNames>(
      `select o.id, c.name as "clientName", b.name as "brandName", k.name as "campaignName", k.currency as "campaignCurrency",
         s.name as "supplierName", m.name as "ownerName",
         (select r.id from orders r where r.renews_order_id = o.id and r.stage <> 'cancelled' order by r.id desc limit 1) as "renewedByOrderId"
       from orders o
       join clients c on c.workspace_id = o.workspace_id and c.id = o.client_id
       join brands b on b.workspace_id = o.workspace_id and b.id = o.brand_id
       left join campaigns k on k.workspace_id = o.workspace_id and k.id = o.campaign_id
       left join publishers s on s.workspace_id = o.workspace_id and s.id = o.supplier_publisher_id
       left join members m on m.workspace_id = o.workspace_id and m.id = o.owner_member_id
       where o.id = any ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Hosts of sites as people read them. */
  async hosts(siteIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (siteIds.length === 0) return new Map();
    const rows = await this.query<{ id: string; key: string }>(
      `select s.id, s.key from unnest($1::uuid[]) as asked (id)
       cross join lateral (select id, site_key as key from sites where id = asked.id offset 0) s`,
      [[...new Set(siteIds)]],
    );
    return new Map(rows.map(({ id, key }) => [id, displayHost(key)]));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
