import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

/**
 * A worker that is going to be killed: `node import-worker.mjs <dist> <address>`. It gives back what the one before it held, as workers do
 * for each other, and does what is waiting. Says "working" when it begins, so that its killer knows when to count from.
 */
const [dist, url] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { AppModule } = await load('src/app.module.js');
const { readConfig } = await load('src/platform/config/read-config.js');
const { JobRuntime } = await load('src/platform/jobs/job-runtime.js');
const { Database } = await load('src/platform/database/database.js');

const config = readConfig({ LINKLEDGER_LOG_LEVEL: 'error' });
const app = await NestFactory.createApplicationContext(
  AppModule.with({ config, addresses: { appUrl: url } }),
  { logger: ['error'] },
);
const database = app.get(Database, { strict: false });
await database.inInstallation(() =>
  database.manager().query(
    `select graphile_worker.force_unlock_workers(array(
         select locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  ),
);
process.stdout.write('working\n');
await app.get(JobRuntime, { strict: false }).drain();
process.stdout.write('done\n');
await app.close();
