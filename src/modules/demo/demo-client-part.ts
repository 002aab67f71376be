import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { Database } from '../../platform/database/database.js';
import type { Principal } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { ApprovalAsking } from '../approvals/approval-asking.service.js';
import { ReportsService } from '../reports/reports.service.js';
import type { DemoPast } from './demo-history.js';

const COMMENT =
  'A good month: the new links are where they were agreed. One page could not be read at the last look; we keep an eye on it.';

/** What the demo's clients see: a question that waits for an answer, last month's report, and a draft of this month's. */
@Injectable()
export class DemoClientPart {
  constructor(
    private readonly database: Database,
    private readonly team: TeamService,
    private readonly asking: ApprovalAsking,
    private readonly reports: ReportsService,
  ) {}

  /** Writes it down in the open transaction. */
  async write({ scope, now, ownerMemberId }: DemoPast): Promise<void> {
    const owner = (await this.team.team()).find(({ memberId }) => memberId === ownerMemberId);
    if (owner === undefined) return;
    const who: Principal = {
      userId: owner.userId,
      memberId: owner.memberId,
      workspaceId: scope.workspaceId,
      role: 'owner',
      clientIds: null,
      locale: owner.locale,
      tokenId: null,
      sessionId: null,
    };
    await this.ask(who);
    const thisMonth = localDay(now.getTime(), 'UTC').slice(0, 7);
    const lastDay = new Date(Date.parse(`${thisMonth}-01T00:00:00Z`) - 86_400_000);
    await this.report(who, [lastDay.toISOString().slice(0, 7), thisMonth]);
  }

  /** Asks about the topics that wait for nothing else. */
  private async ask(who: Principal): Promise<void> {
    const rows = await this.query<{ id: string }>(
      `select id from pitches where fields ->> 'topic' <> '' and status <> 'closed' and archived_at is null order by id limit 2`,
    );
    if (rows.length === 0) return;
    const note = 'Shall we write about this?';
    await this.asking.ask(who, { pitchIds: rows.map(({ id }) => id), subject: 'topic', note });
  }

  private async report(
    who: Principal,
    [last, current]: readonly [last: string, current: string],
  ): Promise<void> {
    const [client] = await this.query<{ id: string }>(
      'select client_id as id from placements group by client_id order by count(*) desc, client_id limit 1',
    );
    if (client === undefined) return;
    const made = await this.reports.make(who, { clientId: client.id, month: last });
    const written = await this.reports.change(who, made.id, { revision: made.revision, comment: COMMENT });
    await this.reports.send(who, made.id, { revision: written.revision });
    await this.reports.make(who, { clientId: client.id, month: current });
  }

  private query<Row>(sql: string): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql);
  }
}
