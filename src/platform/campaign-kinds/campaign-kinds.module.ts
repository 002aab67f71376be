import { Global, Module } from '@nestjs/common';
import { KindFolders, Kinds } from './kinds.js';
import { loadKinds } from './load-kinds.js';

/** The campaign kinds, read before anything that needs them starts. */
@Global()
@Module({
  providers: [
    KindFolders,
    {
      provide: Kinds,
      inject: [KindFolders],
      useFactory: async (folders: KindFolders) => new Kinds(await loadKinds(folders.kinds), folders),
    },
  ],
  exports: [Kinds],
})
export class CampaignKindsModule {}
