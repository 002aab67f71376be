import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { SitesService } from '../sites/sites.service.js';
import { FIND_TASK } from './contact-finding.job.js';
import type { FindContactsWish } from './discovery.dto.js';

import { ServiceKeys } from './service-keys.service.js';
import { MOST_PAGES } from './site-reader.js';

/** Starts searches for the contacts of a site. */
@Injectable()
export class ContactFinding {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
    private readonly keys: ServiceKeys,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `site.not_found`, and `discovery.no_key` for a service without one: now, not later in a job. */
  async start(
    scope: WorkspaceScope,
    siteId: string,
    { services = [] }: FindContactsWish,
  ): Promise<StartedJob> {
    await this.database.inWorkspace(scope, () => this.sites.existing(siteId));
    for (const service of services) await this.keys.access(scope, service);
    return this.database.inWorkspace(scope, async () => ({
      jobId: await this.progress.create({ kind: FIND_TASK, params: { siteId, services }, total: MOST_PAGES }),
    }));
  }
}
