import { Module } from '@nestjs/common';

/** Contacts proposed from pages, and services the team has keys for. */
@Module({})
export class DiscoveryModule {}
