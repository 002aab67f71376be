import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayPlus, RENEWAL_NOTICE_DAYS } from '../../core/orders/term.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { SitesService } from '../sites/sites.service.js';
import { OrderActing } from './order-acting.js';
import { OrderRenewals } from './order-renewals.js';
import { OrderRoundsQuery } from './order-rounds.query.js';

/** Orders looked at in one round of a workspace; the rest follow in the next. */
const A_ROUND = 200;

/** What comes round by the clock: ends of terms are asked about once, and labels that appeared without a change of state are noticed. */
@Injectable()
export class OrderRounds implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly sites: SitesService,
    private readonly query: OrderRoundsQuery,
    private readonly renewals: OrderRenewals,
    private readonly acting: OrderActing,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'orders', cron: '*/10 * * * *', run: () => this.round() });
  }

  /** One round over all workspaces. Safe to repeat: a term is asked about once. */
  async round(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids()) {
      const ids = await this.database.inWorkspace({ workspaceId }, () => this.due());
      for (const id of ids.ending)
        await this.database.inWorkspace({ workspaceId }, () => this.renewals.ask(id));
      for (const id of ids.labelled)
        await this.database.inWorkspace({ workspaceId }, () => this.acting.settle(id));
    }
  }

  private async due(): Promise<{ ending: string[]; labelled: string[] }> {
    const until = dayPlus(await this.sites.today(), RENEWAL_NOTICE_DAYS);
    return {
      ending: await this.query.ending(until, A_ROUND),
      labelled: await this.query.waitingForLabel(A_ROUND),
    };
  }
}
