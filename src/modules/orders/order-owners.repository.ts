import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OrderSubjects } from './order-events.js';

/** Who looks after orders, in the open transaction. */
@Injectable()
export class OrderOwnersRepository {
  constructor(private readonly database: Database) {}

  /** Gives a member's orders to another one who sees their client, the rest to nobody; answers them with their new owner. */
  async handOver(
    from: string,
    to: string | null,
    at: Date,
  ): Promise<(OrderSubjects & { ownerMemberId: string | null })[]> {
    const [rows] = await this.database
      .manager()
      .query<[(OrderSubjects & { ownerMemberId: string | null })[], number]>(
        `update orders o set updated_at = $3, revision = revision + 1, owner_member_id = (
         select m.id from members m where m.id = $2 and m.left_at is null and (not m.limited_to_clients or exists (
           select 1 from member_clients mc
           where mc.workspace_id = m.workspace_id and mc.member_id = m.id and mc.client_id = o.client_id)))
       where o.owner_member_id = $1
       returning id, client_id as "clientId", brand_id as "brandId", campaign_id as "campaignId", pitch_id as "pitchId",
         supplier_publisher_id as "supplierPublisherId", owner_member_id as "ownerMemberId"`,
        [from, to, at],
      );
    return rows;
  }

  /** How many orders that are not archived each member looks after. */
  async countByOwner(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.manager().query<{ id: string; n: number }[]>(
      `select owner_member_id as id, count(*)::int as n from orders
       where owner_member_id = any ($1::uuid[]) and archived_at is null group by owner_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }
}
