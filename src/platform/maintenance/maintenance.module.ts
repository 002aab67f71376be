import { Module } from '@nestjs/common';
import { Partitions } from './partitions.js';

/** What the installation does for itself by the clock. */
@Module({ providers: [Partitions] })
export class MaintenanceModule {}
