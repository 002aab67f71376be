import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import type { DatabaseAddresses } from './addresses.js';
import { Database } from './database.js';
import { DATABASE_URL } from './tokens.js';

/** The connection pool and the one mechanism to open transactions. Entities come from each module's `forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static with(addresses: Pick<DatabaseAddresses, 'appUrl'>): DynamicModule {
    const connection = TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: addresses.appUrl,
        applicationName: 'linkledger',
        autoLoadEntities: true,
        synchronize: false,
        migrationsRun: false,
        installExtensions: false,
        retryAttempts: 3,
        retryDelay: 1000,
        poolSize: config.databasePool,
        extra: { connectionTimeoutMillis: 10_000, keepAlive: true },
      }),
    });
    const address = { provide: DATABASE_URL, useValue: addresses.appUrl };
    return {
      module: DatabaseModule,
      imports: [connection],
      providers: [address, Database],
      exports: [address, Database, TypeOrmModule],
    };
  }
}
