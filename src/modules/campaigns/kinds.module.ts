import { Module } from '@nestjs/common';
import { KindsController } from './kinds.controller.js';
import { KindFolder, Kinds } from './kinds.service.js';

/** The campaign kinds there are. */
@Module({
  controllers: [KindsController],
  providers: [KindFolder, Kinds],
  exports: [Kinds],
})
export class KindsModule {}
