import { Global, Module } from '@nestjs/common';
import { BlobStore } from './blob-store.js';
import { PostgresBlobStore } from './postgres-blob-store.js';

/** Evidence, uploads and pictures: kept in PostgreSQL unless another store takes this place. */
@Global()
@Module({ providers: [{ provide: BlobStore, useClass: PostgresBlobStore }], exports: [BlobStore] })
export class BlobsModule {}
