import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { KindFolders } from '../../src/platform/campaign-kinds/kinds.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { configureHttp, HTTP_OPTIONS } from '../../src/platform/http/configure-http.js';
import { fromRoot } from '../../src/platform/paths.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

/** The moment at which a test's clock stands unless it says otherwise: a Friday morning in November. */
export const TEST_NOW = new Date('2026-11-20T09:00:00Z');

/** Kinds are read from their sources, so that no test depends on an old build. */
const SOURCE_FOLDERS: KindFolders = {
  kinds: fromRoot('src', 'core', 'campaigns', 'kinds'),
  templates: fromRoot('templates'),
};

export interface AppOptions {
  readonly clock?: FixedClock;
  /** Environment variables by name, as in `.env`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Doubles at ports: pairs of injection token and value. */
  readonly ports?: readonly (readonly [token: abstract new (...args: never[]) => unknown, value: unknown])[];
  /** The way to the database, where it is not the straight one. */
  readonly reach?: (appUrl: string) => Promise<string>;
  /** What is put on before the program listens, such as the built interface. */
  readonly prepare?: (nest: NestExpressApplication) => void;
}

/** The real program on a database of its own. */
export interface TestApp {
  /** Address it listens at, e.g. http://127.0.0.1:40123. */
  readonly url: string;
  readonly database: TestDatabase;
  /** Folder of what is kept outside the database. */
  readonly dataDir: string;
  readonly clock: FixedClock;
  readonly nest: INestApplication;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Stops the program and removes its database. Call it in `afterAll`. */
  close(): Promise<void>;
}

/** Boots the real program on a cloned database and a random port, with a clock that stands still. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const clock = options.clock ?? new FixedClock(TEST_NOW);
  const dataDir = await mkdtemp(join(tmpdir(), 'linkledger-data-'));
  const config = readConfig({
    PORT: '0',
    LINKLEDGER_DATABASE_POOL: '5',
    LINKLEDGER_LOG_LEVEL: 'silent',
    LINKLEDGER_DATA_DIR: dataDir,
    ...options.settings,
  });
  const appUrl = (await options.reach?.(database.appUrl)) ?? database.appUrl;
  const building = Test.createTestingModule({
    imports: [AppModule.with({ config, addresses: { ...database, appUrl }, clock })],
  });
  building.overrideProvider(KindFolders).useValue(SOURCE_FOLDERS);
  for (const [token, value] of options.ports ?? []) building.overrideProvider(token).useValue(value);
  const module = await building.compile();
  const nest = module.createNestApplication<NestExpressApplication>({ ...HTTP_OPTIONS, logger: false });
  configureHttp(nest, config);
  options.prepare?.(nest);
  await nest.listen(0, '127.0.0.1');
  return {
    url: (await nest.getUrl()).replace('[::1]', '127.0.0.1'),
    database,
    dataDir: config.dataDir,
    clock,
    nest,
    get: (token) => nest.get(token, { strict: false }),
    close: async () => {
      await nest.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
