import { Module } from '@nestjs/common';

/** Reclamations of placements that got worse, ends of partnerships, and the search for awaited placements. */
@Module({})
export class ReclaimsModule {}
