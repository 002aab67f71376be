import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

/** One database and several pools on it, as several machines would have. */
export interface WorkerDatabases {
  readonly database: TestDatabase;
  readonly pools: readonly Database[];
  close(): Promise<void>;
}

/** Clones the template and opens `count` pools as the application's role. */
export async function openWorkerDatabases(count: number): Promise<WorkerDatabases> {
  const database = await cloneDatabase();
  const sources = await Promise.all(
    Array.from({ length: count }, () =>
      new DataSource({
        type: 'postgres',
        url: database.appUrl,
        poolSize: 4,
        installExtensions: false,
      }).initialize(),
    ),
  );
  return {
    database,
    pools: sources.map((source) => new Database(source)),
    close: async () => {
      await Promise.all(sources.map((source) => source.destroy()));
      await database.drop();
    },
  };
}
