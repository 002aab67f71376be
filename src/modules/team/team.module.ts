import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ReclaimsModule } from '../reclaims/reclaims.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { MyDayService } from './my-day.service.js';
import { MyDayDecisions } from './my-day-decisions.js';
import { MyDayWork } from './my-day-work.js';
import { TeamController } from './team.controller.js';
import { TeamFacts } from './team-facts.js';
import { TeamOverviewService } from './team-overview.service.js';

/** What a manager and each member of the team see of their work. */
@Module({
  imports: [
    AccessModule,
    ApprovalsModule,
    CampaignsModule,
    OrdersModule,
    PlacementsModule,
    ReclaimsModule,
    TasksModule,
  ],
  controllers: [TeamController],
  providers: [MyDayDecisions, MyDayService, MyDayWork, TeamFacts, TeamOverviewService],
})
export class TeamModule {}
