import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { SitesModule } from '../../sites/sites.module.js';
import { TasksModule } from '../../tasks/tasks.module.js';
import { VerifierModule } from '../../verifier/verifier.module.js';
import { CampaignRecordsModule } from '../campaign-records.module.js';
import { PitchesModule } from '../pitches.module.js';
import { BrandNames } from './brand-names.query.js';
import { PageLooks } from './page-looks.js';
import { PageReader } from './page-reader.js';
import { PageReadingJob } from './page-reading.job.js';
import { ProvingService } from './proving.service.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsService } from './suggestions.service.js';

/** What people enter by hand: pages and requests that could become pitches, and the proof that a page is dead. */
@Module({
  imports: [AccessModule, SitesModule, VerifierModule, TasksModule, CampaignRecordsModule, PitchesModule],
  controllers: [SuggestionsController],
  providers: [BrandNames, PageLooks, PageReader, PageReadingJob, ProvingService, SuggestionsService],
})
export class ByHandModule {}
