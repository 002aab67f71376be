import { Test } from '@nestjs/testing';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

/** The ground of the program without its modules, on a database of its own. */
export interface TestPlatform {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Call it in `afterAll`. */
  close(): Promise<void>;
}

/** Boots settings, database, jobs, events and blobs on a cloned database, with a clock that stands still. */
export async function startPlatform(settings: Readonly<Record<string, string>> = {}): Promise<TestPlatform> {
  const database = await cloneDatabase();
  const clock = new FixedClock(new Date('2026-11-20T09:00:00Z'));
  const config = readConfig({ LINKLEDGER_DATABASE_POOL: '5', LINKLEDGER_LOG_LEVEL: 'silent', ...settings });
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with({ config, addresses: database, clock })],
  }).compile();
  await module.init();
  return {
    database,
    clock,
    get: (token) => module.get(token, { strict: false }),
    close: async () => {
      await module.close();
      await database.drop();
    },
  };
}
