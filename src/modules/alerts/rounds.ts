import { Injectable, type OnModuleInit } from '@nestjs/common';
import { digestDay, localDay } from '../../core/alerts/digest.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { TeamService } from '../access/team.service.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { DigestService } from './digest.service.js';
import { PlacementsInBrief } from './placements-in-brief.query.js';
import { TellingService } from './telling.service.js';

/** Overdue placements told in one round; the rest follow in the next. */
const OVERDUE_A_ROUND = 500;

/** What comes round by the clock: what became overdue is told once, and each day's digests are written. */
@Injectable()
export class AlertRounds implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly team: TeamService,
    private readonly workspaces: WorkspaceService,
    private readonly placements: PlacementsInBrief,
    private readonly telling: TellingService,
    private readonly digest: DigestService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'alerts', cron: '*/10 * * * *', run: () => this.round() });
  }

  /** One round over all workspaces. Safe to repeat: each fact has a key, each digest a day. */
  async round(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids()) {
      await this.database.inWorkspace({ workspaceId }, () => this.tellOverdue());
      await this.database.inWorkspace({ workspaceId }, () => this.writeDigests());
    }
  }

  private async tellOverdue(): Promise<void> {
    const { timeZone } = await this.team.workspace();
    const today = localDay(this.clock.now(), timeZone);
    for (const placement of await this.placements.overdue(today, OVERDUE_A_ROUND)) {
      const dedupeKey = `overdue:${placement.id}:${placement.dueOn}`;
      const params = { from: placement.state, dueOn: placement.dueOn };
      await this.telling.tell([await this.telling.newsOf(placement, { kind: 'overdue', dedupeKey, params })]);
    }
  }

  private async writeDigests(): Promise<void> {
    const { timeZone } = await this.team.workspace();
    const day = digestDay(this.clock.now(), timeZone);
    if (day !== null) await this.digest.write(day);
  }
}
