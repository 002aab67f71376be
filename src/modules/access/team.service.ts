import { Injectable } from '@nestjs/common';
import type { Role } from '../../core/access/roles.js';
import { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/http/language.js';

/** Somebody of the team who is in the workspace now, as other domains need them. */
export interface TeamMember {
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Exclude<Role, 'client'>;
  readonly locale: Locale;
  /** Whether this person wants the daily digest. */
  readonly digest: boolean;
  /** Clients this person is limited to; null means all. */
  readonly clientIds: readonly string[] | null;
}

/** The workspace as the program's own rounds need it. */
export interface WorkspaceNow {
  readonly name: string;
  readonly timeZone: string;
}

const TEAM = `
  select m.id as "memberId", m.user_id as "userId", m.name, m.email, m.role, u.locale, m.digest,
    case when m.limited_to_clients then coalesce(array_agg(c.client_id) filter (where c.client_id is not null), '{}') end as "clientIds"
  from members m
  join users u on u.id = m.user_id
  left join member_clients c on c.workspace_id = m.workspace_id and c.member_id = m.id
  where m.left_at is null and m.role <> 'client'
  group by m.workspace_id, m.id, m.user_id, m.name, m.email, m.role, u.locale, m.digest, m.limited_to_clients
  order by lower(m.name), m.id`;

/** Who is in the workspace of the open transaction. */
@Injectable()
export class TeamService {
  constructor(private readonly database: Database) {}

  /** Everybody of the team who is there, by name; people of clients are not the team. */
  team(): Promise<TeamMember[]> {
    return this.database.manager().query<TeamMember[]>(TEAM);
  }

  /** Name and zone of the workspace of the open transaction. */
  async workspace(): Promise<WorkspaceNow> {
    const rows = await this.database
      .manager()
      .query<WorkspaceNow[]>('select name, time_zone as "timeZone" from workspaces');
    const [workspace] = rows;
    if (workspace === undefined) throw new Error('the workspace of this transaction does not exist');
    return workspace;
  }
}
