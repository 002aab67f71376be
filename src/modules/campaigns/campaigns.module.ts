import { Module } from '@nestjs/common';

/** Campaigns of every kind, their pitches and assets. */
@Module({})
export class CampaignsModule {}
