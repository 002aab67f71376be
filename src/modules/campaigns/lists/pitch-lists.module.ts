import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { JobProgressModule } from '../../jobs/jobs.module.js';
import { ProspectsModule } from '../../prospects/prospects.module.js';
import { PitchesModule } from '../pitches.module.js';
import { PitchBoards } from './pitch-board.query.js';
import { PitchBulkJob } from './pitch-bulk.job.js';
import { PitchBulkService } from './pitch-bulk.service.js';
import { PitchCalendars } from './pitch-calendar.query.js';
import { PitchChoosing } from './pitch-choosing.service.js';
import { PitchExport } from './pitch-export.js';
import { PitchFinder } from './pitch-finder.js';
import { PitchListsController } from './pitch-lists.controller.js';
import { PitchLists } from './pitch-lists.query.js';
import { PitchListsService } from './pitch-lists.service.js';
import { PitchRows } from './pitch-rows.query.js';
import { StageWords } from './stage-words.js';

/** Pitches in lists, on boards and in calendars. It stands before the module of single pitches: `board` is no id. */
@Module({
  imports: [AccessModule, JobProgressModule, PitchesModule, ProspectsModule],
  controllers: [PitchListsController],
  providers: [
    PitchBoards,
    PitchBulkJob,
    PitchBulkService,
    PitchCalendars,
    PitchChoosing,
    PitchExport,
    PitchFinder,
    PitchLists,
    PitchListsService,
    PitchRows,
    StageWords,
  ],
  exports: [PitchChoosing, PitchListsService],
})
export class PitchListsModule {}
