import { Global, Module } from '@nestjs/common';
import { Uploads } from './uploads.js';

/** Files of any size on their way in. */
@Global()
@Module({ providers: [Uploads], exports: [Uploads] })
export class UploadsModule {}
