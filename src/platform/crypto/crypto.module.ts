import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { KeyRing } from './key-ring.js';

/** The one key ring of the process. */
@Global()
@Module({
  providers: [
    { provide: KeyRing, inject: [Config], useFactory: (config: Config) => new KeyRing(config.dataDir) },
  ],
  exports: [KeyRing],
})
export class CryptoModule {}
