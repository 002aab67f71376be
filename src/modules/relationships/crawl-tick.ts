import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { CrawlPlans } from './crawl-plans.repository.js';
import { CrawlStart } from './crawl-start.js';
import { CrawlsRepository } from './crawls.repository.js';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Begins the crawls whose day has come. */
@Injectable()
export class CrawlTick implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly crawls: CrawlsRepository,
    private readonly plans: CrawlPlans,
    private readonly starting: CrawlStart,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'crawls.begin', cron: '*/10 * * * *', run: () => this.begin() });
  }

  private async begin(): Promise<void> {
    for (const plan of await this.crawls.duePlans(this.clock.now(), AT_ONCE)) await this.beginOne(plan);
  }

  /** A brand that is archived, or is being read already, is looked at again tomorrow. */
  private async beginOne({ workspaceId, brandId }: { workspaceId: string; brandId: string }): Promise<void> {
    try {
      await this.database.inWorkspace({ workspaceId }, () => this.starting.start(brandId, null));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const tomorrow = new Date(this.clock.now().getTime() + DAY_MS);
      await this.database.inWorkspace({ workspaceId }, () => this.plans.postpone(brandId, tomorrow));
    }
  }
}
