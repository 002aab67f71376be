import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AccessModule } from '../../src/modules/access/access.module.js';
import { SendingModule } from '../../src/modules/sending/sending.module.js';
import type { FixedClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import type { TestDatabase } from './test-database.js';

/** The part of the program that sends, as one process of several on a database. */
export interface SendingProcess {
  get<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly modules?: readonly Type[];
  /** Environment variables by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the sending part, with some modules above it, on a database that is there already, with a clock that several of them share. */
export async function startSending(
  database: Pick<TestDatabase, 'appUrl' | 'ownerUrl'>,
  clock: FixedClock,
  { modules = [], settings = {} }: Surroundings = {},
): Promise<SendingProcess> {
  const config = readConfig({
    LINKLEDGER_DATABASE_POOL: '4',
    LINKLEDGER_LOG_LEVEL: 'silent',
    LINKLEDGER_DATA_DIR: dataFolderOf(database),
    ...settings,
  });
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.with({ config, addresses: database, clock }),
      AccessModule,
      SendingModule,
      ...modules,
    ],
  }).compile();
  await module.init();
  return {
    get: (token) => module.get(token, { strict: false }),
    close: () => module.close(),
  };
}

const folders = new Map<string, string>();

/** The processes on one database share a data folder, and no other database does: it would be taken for one that was put back. */
function dataFolderOf({ appUrl }: Pick<TestDatabase, 'appUrl'>): string {
  const folder = folders.get(appUrl) ?? mkdtempSync(join(tmpdir(), 'linkledger-sending-'));
  if (!folders.has(appUrl)) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  folders.set(appUrl, folder);
  return folder;
}
