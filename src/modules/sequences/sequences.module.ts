import { Module } from '@nestjs/common';

/** Sequences of mails and tasks, and the enrolments of pitches in them. */
@Module({})
export class SequencesModule {}
