import { Module } from '@nestjs/common';

/** Doubles found and merged, sites split and rejoined; each can be undone. */
@Module({})
export class MergesModule {}
