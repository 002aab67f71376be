import 'reflect-metadata';
import { once } from 'node:events';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { InboxWorker } from './modules/inbox/inbox-worker.js';
import { CrawlWorker } from './modules/relationships/crawl-worker.js';
import { SenderWorker } from './modules/sending/sender-worker.js';
import { CheckWorker } from './modules/verifier/check-worker.js';
import type { Config } from './platform/config/config.js';
import { addressOf } from './platform/config/hosts.js';
import { readProcessConfig } from './platform/config/read-config.js';
import { SetupToken } from './platform/config/setup-token.js';
import { assertKeysPresent } from './platform/crypto/missing-keys.js';
import { databaseAddresses } from './platform/database/addresses.js';
import { Database } from './platform/database/database.js';
import { configureHttp, HTTP_OPTIONS } from './platform/http/configure-http.js';
import { JobRuntime } from './platform/jobs/job-runtime.js';
import { Log } from './platform/logging/log.js';
import { fatal } from './platform/process/fatal.js';
import { prepareDatabase } from './platform/process/prepare-database.js';
import { holderAfterConflict, holderOf } from './platform/process/running-instance.js';
import { serveWeb } from './platform/process/serve-web.js';
import { stopOnSignals, untilSignal } from './platform/process/shutdown.js';
import { surviveDatabaseLoss } from './platform/process/survive.js';

/** Whether this installation already answers at the configured address. */
export async function isRunning(): Promise<boolean> {
  return (await holderOf(readProcessConfig())) === 'this installation';
}

/** `linkledger serve`: the website and API, until a signal ends it. */
export async function run(): Promise<number> {
  await start({ worker: false });
  return untilSignal();
}

/** Starts the website and API, with background work in the same process if asked. Prints one line with the address. */
export async function start(options: { worker: boolean }): Promise<void> {
  try {
    const config = readProcessConfig();
    const holder = await holderOf(config);
    if (holder === 'this installation') alreadyRunning(config);
    if (holder === 'another program') throw taken(config);
    await serve(config, options);
  } catch (error) {
    fatal(error);
  }
}

async function serve(config: Config, options: { worker: boolean }): Promise<void> {
  const addresses = await databaseAddresses(config);
  const leave = async (): Promise<void> => {
    await addresses.embedded?.leave();
  };
  try {
    await prepareDatabase(addresses);
    await assertKeysPresent(addresses.appUrl, config.dataDir);
    const app = await NestFactory.create<NestExpressApplication>(AppModule.with({ config, addresses }), {
      ...HTTP_OPTIONS,
      bufferLogs: true,
      abortOnError: false,
    });
    const log = app.get(Log);
    app.useLogger(log);
    surviveDatabaseLoss((error) => log.warn({ err: error }, 'the database went away'));
    configureHttp(app, config);
    serveWeb(app);
    const stop = async (): Promise<void> => {
      await app.close();
      await leave();
    };
    stopOnSignals(stop, () => app.get(SenderWorker).inHand());
    if (!(await listens(app, config))) {
      await app.close();
      if ((await holderAfterConflict(config)) !== 'this installation') throw taken(config);
      await leave();
      alreadyRunning(config);
    }
    if (options.worker) {
      await app.get(JobRuntime).start();
      await app.get(CheckWorker).start();
      await app.get(CrawlWorker).start();
      await app.get(SenderWorker).start();
      await app.get(InboxWorker).start();
    }
    process.stdout.write(`${await greeting(app, config)}\n`);
  } catch (error) {
    await leave();
    throw error;
  }
}

/** False when somebody was quicker to take the port. `app.listen` would log that as an error of ours. */
async function listens(app: NestExpressApplication, config: Config): Promise<boolean> {
  await app.init();
  try {
    await once(app.getHttpServer().listen(config.port, config.host), 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** The address, and on a reachable host the token for the first set-up while it is to be done. */
async function greeting(app: NestExpressApplication, config: Config): Promise<string> {
  const bound = app.getHttpServer().address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  const address = config.publicUrl === '' ? addressOf(config.host, port) : config.publicUrl;
  const token = app.get(SetupToken).value;
  const database = app.get(Database);
  if (token === null || (await isSetUp(database))) return `Linkledger is ready at ${address}`;
  return `Linkledger is ready at ${address} - the first set-up asks for this token: ${token}`;
}

async function isSetUp(database: Database): Promise<boolean> {
  const asked = await database.inInstallation(() =>
    database.manager().query<{ is: boolean }[]>('select is_set_up as is from setup_state()'),
  );
  return asked[0]?.is === true;
}

function alreadyRunning(config: Config): never {
  process.stdout.write(`Linkledger is already running at ${addressOf(config.host, config.port)}\n`);
  process.exit(0);
}

function taken(config: Config): Error {
  return new Error(
    `Port ${config.port} on ${config.host} is taken by another program. Stop that program, or set PORT to another number, e.g. PORT=3001 npm start.`,
  );
}
