import { Module } from '@nestjs/common';

/** Publishers with their sites and conditions, owners of sites, and metrics of sites. */
@Module({})
export class PublishersModule {}
