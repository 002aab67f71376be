import { Module } from '@nestjs/common';

/** Saved views of lists, by person and shared. */
@Module({})
export class SavedViewsModule {}
