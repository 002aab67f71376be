import { Module } from '@nestjs/common';
import { AssetsModule } from './assets.module.js';
import { ByHandModule } from './by-hand/by-hand.module.js';
import { CampaignRecordsModule } from './campaign-records.module.js';
import { KindsModule } from './kinds.module.js';
import { PitchListsModule } from './lists/pitch-lists.module.js';
import { PitchMailModule } from './pitch-mail.module.js';
import { PitchesModule } from './pitches.module.js';

/** Campaigns of every kind, their pitches and assets. Lists stand before single pitches: `board` is no id. */
@Module({
  imports: [
    PitchListsModule,
    AssetsModule,
    ByHandModule,
    KindsModule,
    CampaignRecordsModule,
    PitchesModule,
    PitchMailModule,
  ],
  exports: [CampaignRecordsModule, PitchesModule, PitchListsModule],
})
export class CampaignsModule {}
