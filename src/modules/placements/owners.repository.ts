import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which members may own placements, in the open transaction. */
@Injectable()
export class OwnersRepository {
  constructor(private readonly database: Database) {}

  /** Of these clients, those a member of the team who has not left may see. Empty for anybody else. */
  async clientsSeenBy(memberId: string, clientIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.manager().query<{ id: string }[]>(
      `select asked.id from members m cross join unnest($2::uuid[]) as asked (id)
       where m.id = $1 and m.left_at is null and m.role <> 'client' and (not m.limited_to_clients or exists (
         select 1 from member_clients mc where mc.workspace_id = m.workspace_id and mc.member_id = m.id and mc.client_id = asked.id))`,
      [memberId, clientIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Whether there is such a member of the team who has not left. */
  async isMember(memberId: string): Promise<boolean> {
    const rows = await this.database
      .manager()
      .query<unknown[]>(`select 1 from members where id = $1 and left_at is null and role <> 'client'`, [
        memberId,
      ]);
    return rows.length > 0;
  }

  /** The user behind a member, or null. */
  async userOf(memberId: string): Promise<string | null> {
    const rows = await this.database
      .manager()
      .query<{ user_id: string }[]>('select user_id from members where id = $1', [memberId]);
    return rows[0]?.user_id ?? null;
  }
}
