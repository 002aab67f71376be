import { Module } from '@nestjs/common';

/** Monthly reports for clients. */
@Module({})
export class ReportsModule {}
