import { Module } from '@nestjs/common';

/** Who must not be mailed, and how anybody gets on that list: opt-outs, one-click, imports, erasure. */
@Module({})
export class CourtesyModule {}
