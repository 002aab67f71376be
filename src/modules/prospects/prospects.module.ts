import { Module } from '@nestjs/common';

/** Prospects with tags, own fields, touches, exclusions and do-not-contact. */
@Module({})
export class ProspectsModule {}
