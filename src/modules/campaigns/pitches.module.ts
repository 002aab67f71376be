import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { JobProgressModule } from '../jobs/jobs.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { CampaignLeaving } from './campaign-leaving.js';
import { CampaignRecordsModule } from './campaign-records.module.js';
import { PitchActs } from './pitch-acts.js';
import { PitchAdding } from './pitch-adding.js';
import { PitchBulkAddJob } from './pitch-bulk-add.job.js';
import { PitchBulkAdding } from './pitch-bulk-add.service.js';
import { PitchChanges } from './pitch-changes.service.js';
import { PitchDays } from './pitch-days.js';
import { PitchDetailQuery } from './pitch-detail.query.js';
import { PitchDetails } from './pitch-details.service.js';
import { PitchEditing } from './pitch-editing.js';
import { PitchFilesController } from './pitch-files.controller.js';
import { PitchFilesRepository } from './pitch-files.repository.js';
import { PitchFiles } from './pitch-files.service.js';
import { PitchFollowing } from './pitch-following.js';
import { PitchGuard } from './pitch-guard.js';
import { PitchListeners } from './pitch-listeners.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchTick } from './pitch-tick.js';
import { PitchWinning } from './pitch-winning.js';
import { PitchWishes } from './pitch-wishes.js';
import { PitchWork } from './pitch-work.js';
import { PitchesController } from './pitches.controller.js';
import { PitchesRepository } from './pitches.repository.js';
import { PitchesService } from './pitches.service.js';

/** Single pitches: what people do with them, and what happens to them. */
@Module({
  imports: [
    AccessModule,
    JobProgressModule,
    SitesModule,
    ProspectsModule,
    PlacementsModule,
    TasksModule,
    CampaignRecordsModule,
  ],
  controllers: [PitchesController, PitchFilesController],
  providers: [
    CampaignLeaving,
    PitchActs,
    PitchAdding,
    PitchBulkAddJob,
    PitchBulkAdding,
    PitchChanges,
    PitchDays,
    PitchDetailQuery,
    PitchDetails,
    PitchEditing,
    PitchFiles,
    PitchFilesRepository,
    PitchFollowing,
    PitchGuard,
    PitchListeners,
    PitchPartsRepository,
    PitchTick,
    PitchWinning,
    PitchWishes,
    PitchWork,
    PitchesRepository,
    PitchesService,
  ],
  exports: [PitchActs, PitchChanges, PitchesRepository, PitchesService],
})
export class PitchesModule {}
