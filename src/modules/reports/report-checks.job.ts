import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { scopeOfJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { PlacementChecksService } from '../placements/placement-checks.service.js';
import { ReportBuilding } from './report-building.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

const TASK = 'reports.refresh_checks';

/** Asks for a fresh look at every link of a draft. What could not be looked at stands in the report as "could not tell". */
@Injectable()
export class ReportChecksJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly service: ReportsService,
    private readonly building: ReportBuilding,
    private readonly checks: PlacementChecksService,
    private readonly progress: ProgressJobs,
    private readonly tasks: ProgressTasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.eachItem(TASK, async (item, job) => {
      const asked = await this.checks.ask(scopeOfJob(job), [item.id]);
      return asked.length > 0 ? { state: 'done' } : { state: 'skipped' };
    });
  }

  /** Throws `report.not_found`, `report.sent_already`. */
  start(who: Principal, id: string): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const draft = await this.service.draft(id);
      const { checkable } = await this.building.build(draft);
      await this.reports.checksAsked(id, this.clock.now());
      const params = { reportId: id };
      return { jobId: await this.progress.create({ kind: TASK, params, itemIds: checkable }) };
    });
  }
}
