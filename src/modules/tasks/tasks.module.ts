import { Module } from '@nestjs/common';

/** Tasks of people, with a day on which they are due. */
@Module({})
export class TasksModule {}
