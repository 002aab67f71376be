import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/**
 * Tells the hosts of an installation that something on them is to be checked. A host knows only its earliest due
 * time; what is due on it stands on the rows themselves.
 */
@Injectable()
export class DueHosts {
  constructor(private readonly database: Database) {}

  /**
   * Makes each slot (host name and port) due at `at` unless it is due earlier, in the open transaction. Slots are locked in one order,
   * so that two transactions never wait for each other.
   */
  async wake(slots: readonly string[], at: Date): Promise<void> {
    const distinct = [...new Set(slots)].sort();
    if (distinct.length === 0) return;
    await this.database.manager().query(
      `insert into hosts (slot, due_at) select slot, $2 from unnest($1::text[]) with ordinality as named (slot, place)
       order by place
       on conflict (slot) do update set due_at = least(hosts.due_at, excluded.due_at)
         where hosts.due_at is null or hosts.due_at > excluded.due_at`,
      [distinct, at],
    );
  }
}
