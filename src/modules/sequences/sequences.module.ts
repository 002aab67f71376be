import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PitchListsModule } from '../campaigns/lists/pitch-lists.module.js';
import { PitchMailModule } from '../campaigns/pitch-mail.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { CourtesyModule } from '../courtesy/courtesy.module.js';
import { JobProgressModule } from '../jobs/jobs.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { Enrolling } from './enrolling.js';
import { EnrollmentActs } from './enrollment-acts.service.js';
import { EnrollmentBulkJob } from './enrollment-bulk.job.js';
import { EnrollmentCheckJob } from './enrollment-check.job.js';
import { EnrollmentCheckRows } from './enrollment-check-rows.query.js';
import { EnrollmentChecksController } from './enrollment-checks.controller.js';
import { EnrollmentChecks } from './enrollment-checks.service.js';
import { EnrollmentDrafts } from './enrollment-drafts.js';
import { EnrollmentListeners } from './enrollment-listeners.js';
import { EnrollmentMailListeners } from './enrollment-mail-listeners.js';
import { EnrollmentMoves } from './enrollment-moves.service.js';
import { EnrollmentParts } from './enrollment-parts.js';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { EnrollmentResuming } from './enrollment-resuming.js';
import { EnrollmentRun } from './enrollment-run.js';
import { EnrollmentStart } from './enrollment-start.service.js';
import { EnrollmentStops } from './enrollment-stops.service.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import { EnrollmentTexts } from './enrollment-texts.js';
import { EnrollmentTick } from './enrollment-tick.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsController } from './enrollments.controller.js';
import { EnrollmentsRepository } from './enrollments.repository.js';
import { EnrollmentLists } from './enrollments-list.service.js';
import { SequenceDefaults } from './sequence-defaults.js';
import { SequenceEvents } from './sequence-events.js';
import { SequencesController } from './sequences.controller.js';
import { SequencesRepository } from './sequences.repository.js';
import { SequencesService } from './sequences.service.js';

/** Sequences of mails and tasks, and the enrolments of pitches in them. */
@Module({
  imports: [
    AccessModule,
    ClientsModule,
    CourtesyModule,
    JobProgressModule,
    PitchListsModule,
    PitchMailModule,
    ProspectsModule,
    SendingModule,
    TasksModule,
    TemplatesModule,
  ],
  controllers: [SequencesController, EnrollmentChecksController, EnrollmentsController],
  providers: [
    Enrolling,
    EnrollmentActs,
    EnrollmentBulkJob,
    EnrollmentCheckJob,
    EnrollmentCheckRows,
    EnrollmentChecks,
    EnrollmentDrafts,
    EnrollmentListeners,
    EnrollmentLists,
    EnrollmentMailListeners,
    EnrollmentMoves,
    EnrollmentParts,
    EnrollmentPreviews,
    EnrollmentResuming,
    EnrollmentRun,
    EnrollmentStart,
    EnrollmentStops,
    EnrollmentSurroundings,
    EnrollmentTexts,
    EnrollmentTick,
    EnrollmentWorld,
    EnrollmentsRepository,
    SequenceDefaults,
    SequenceEvents,
    SequencesRepository,
    SequencesService,
  ],
  exports: [EnrollmentStart, EnrollmentStops, SequencesService],
})
export class SequencesModule {}
