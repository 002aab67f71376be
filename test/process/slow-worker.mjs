import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

/**
 * A worker of its own process with one task: it says that it started, and then either never ends or ends at once. It is
 * killed by the test beside it.
 */
const load = (path) => import(new URL(`../../dist/src/platform/${path}`, import.meta.url).href);
const { readConfig } = await load('config/read-config.js');
const { PlatformModule } = await load('platform.module.js');
const { JobHandlers } = await load('jobs/job-handlers.js');
const { JobRuntime } = await load('jobs/job-runtime.js');

const [appUrl, manner] = process.argv.slice(2);
const app = await NestFactory.createApplicationContext(
  PlatformModule.with({ config: readConfig({ LINKLEDGER_LOG_LEVEL: 'silent' }), addresses: { appUrl } }),
  { logger: false },
);
app.get(JobHandlers).register('test.slow', async (_payload, { attempt }) => {
  process.stdout.write(`started ${attempt}\n`);
  if (manner === 'hangs') await new Promise(() => undefined);
  process.stdout.write('finished\n');
});
await app.get(JobRuntime).start();
process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
