import { Module } from '@nestjs/common';

/** Links in both directions, the relationship log, and crawls of the own sites. */
@Module({})
export class RelationshipsModule {}
