import { Module } from '@nestjs/common';

/** What a client accepts or refuses, and all that a client sees. */
@Module({})
export class ApprovalsModule {}
