import { Module } from '@nestjs/common';
import { KindsController } from './kinds.controller.js';

/** Tells which campaign kinds there are. */
@Module({ controllers: [KindsController] })
export class KindsModule {}
