import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { PlacementChecksModule } from '../placements/placement-checks.module.js';
import { ClientPortalController } from './client-portal.controller.js';
import { ClientPortal } from './client-portal.service.js';
import { ClientReports } from './client-reports.service.js';
import { ReportBuilding } from './report-building.js';
import { ReportChecksJob } from './report-checks.job.js';
import { ReportFactsQuery } from './report-facts.query.js';
import { ReportFiles } from './report-files.js';
import { ReportLinksRepository } from './report-links.repository.js';
import { ReportLinks } from './report-links.service.js';
import { ReportLists } from './report-lists.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';
import { SharedReportsController } from './shared-reports.controller.js';
import { SharedReports } from './shared-reports.service.js';

/** Monthly reports to clients, links that open them, and what people of clients see of their placements. */
@Module({
  imports: [AccessModule, ApprovalsModule, PlacementChecksModule],
  controllers: [ReportsController, SharedReportsController, ClientPortalController],
  providers: [
    ClientPortal,
    ClientReports,
    ReportBuilding,
    ReportChecksJob,
    ReportFactsQuery,
    ReportFiles,
    ReportLinks,
    ReportLinksRepository,
    ReportLists,
    ReportsRepository,
    ReportsService,
    SharedReports,
  ],
  exports: [ReportsService, ReportLinks],
})
export class ReportsModule {}
