import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Orders that something is due for, in the open transaction. */
@Injectable()
export class OrderRoundsQuery {
  constructor(private readonly database: Database) {}

  /** Placed orders whose term ends by this day and that nobody was asked about, the soonest first. */
  ending(until: string, atMost: number): Promise<string[]> {
    return this.ids(
      `select id from orders where stage = 'ordered' and renewal = 'undecided' and renewal_asked_at is null and ends_on <= $1
       order by ends_on, id limit $2`,
      [until, atMost],
    );
  }

  /** Placed orders with an agreed label and a line that was seen live and may not be paid: the label may have come without a new state. */
  waitingForLabel(atMost: number): Promise<string[]> {
    return this.ids(
      `select o.id from orders o
       where o.stage = 'ordered' and o.label_agreed in ('sponsored', 'nofollow') and exists (
         select 1 from order_lines l join placements p on p.workspace_id = l.workspace_id and p.id = l.placement_id
         where l.order_id = o.id and l.state in ('live', 'payable') and p.state = 'live' and p.checked_at > o.updated_at)
       order by o.id limit $1`,
      [atMost],
    );
  }

  private async ids(sql: string, values: unknown[]): Promise<string[]> {
    const rows = await this.database.manager().query<{ id: string }[]>(sql, values);
    return rows.map(({ id }) => id);
  }
}
