import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../clock/clock.js';
import { Config } from './config.js';
import { SetupToken } from './setup-token.js';

/** Makes the settings and the clock available everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Config, useValue: config }, { provide: Clock, useValue: clock }, SetupToken],
      exports: [Config, Clock, SetupToken],
    };
  }
}
