import { Module } from '@nestjs/common';

/** What a manager and each member of the team see of their work. */
@Module({})
export class TeamModule {}
