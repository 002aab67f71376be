import { Module } from '@nestjs/common';
import { EnrollmentStops } from './enrollment-stops.service.js';

/** Sequences of mails and tasks, and the enrolments of pitches in them. */
@Module({
  providers: [EnrollmentStops],
  exports: [EnrollmentStops],
})
export class SequencesModule {}
