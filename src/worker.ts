import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { InboxWorker } from './modules/inbox/inbox-worker.js';
import { CrawlWorker } from './modules/relationships/crawl-worker.js';
import { SenderWorker } from './modules/sending/sender-worker.js';
import { CheckWorker } from './modules/verifier/check-worker.js';
import { readProcessConfig } from './platform/config/read-config.js';
import { assertKeysPresent } from './platform/crypto/missing-keys.js';
import { databaseAddresses } from './platform/database/addresses.js';
import { JobRuntime } from './platform/jobs/job-runtime.js';
import { Log } from './platform/logging/log.js';
import { fatal } from './platform/process/fatal.js';
import { prepareDatabase } from './platform/process/prepare-database.js';
import { stopOnSignals, untilSignal } from './platform/process/shutdown.js';
import { surviveDatabaseLoss } from './platform/process/survive.js';

/** `linkledger worker`: background work alone (checks, mail, imports). Any number may run on one database. */
export async function run(): Promise<number> {
  try {
    const config = readProcessConfig();
    const addresses = await databaseAddresses(config);
    await prepareDatabase(addresses);
    await assertKeysPresent(addresses.appUrl, config.dataDir);
    const app = await NestFactory.createApplicationContext(AppModule.with({ config, addresses }), {
      bufferLogs: true,
      abortOnError: false,
    });
    const log = app.get(Log);
    app.useLogger(log);
    surviveDatabaseLoss((error) => log.warn({ err: error }, 'the database went away'));
    const stop = async (): Promise<void> => {
      await app.close();
      await addresses.embedded?.leave();
    };
    stopOnSignals(stop, () => app.get(SenderWorker).inHand());
    await app.get(JobRuntime).start();
    await app.get(CheckWorker).start();
    await app.get(CrawlWorker).start();
    await app.get(SenderWorker).start();
    await app.get(InboxWorker).start();
    process.stdout.write('Linkledger is working in the background\n');
    return await untilSignal();
  } catch (error) {
    return fatal(error);
  }
}
