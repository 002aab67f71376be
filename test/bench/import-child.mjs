import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

/**
 * One import in a process of its own, so that its memory is its own: `node import-child.mjs <dist> <address> <workspace> <user> <file>`.
 * Prints what it came to as JSON. The whole program is loaded, as in a worker.
 */
const [dist, url, workspaceId, userId, file] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { AppModule } = await load('src/app.module.js');
const { readConfig } = await load('src/platform/config/read-config.js');
const { JobRuntime } = await load('src/platform/jobs/job-runtime.js');
const { Uploads } = await load('src/platform/uploads/uploads.js');
const { ImportUploads } = await load('src/modules/imports/import-uploads.service.js');
const { ImportsService } = await load('src/modules/imports/imports.service.js');
const { ImportListsService } = await load('src/modules/imports/import-lists.service.js');

const config = readConfig({ LINKLEDGER_LOG_LEVEL: 'error' });
const app = await NestFactory.createApplicationContext(
  AppModule.with({ config, addresses: { appUrl: url } }),
  { logger: ['error'] },
);
const get = (token) => app.get(token, { strict: false });
const scope = { workspaceId, userId, clientIds: null };
const started = performance.now();
const upload = await get(Uploads).receive(
  scope,
  { name: 'sites.csv', maxBytes: 2 ** 31 },
  createReadStream(file),
);
const uploaded = performance.now();
const view = await get(ImportUploads).take(
  scope,
  { originalname: 'sites.csv', mimetype: 'text/csv', upload },
  null,
);
const inspected = performance.now();
const plan = {
  content: 'prospects',
  mapping: view.mapping,
  options: { defaults: { type: 'guest_post', compensation: 'none' } },
};
await get(ImportsService).plan(scope, view.id, plan);
await get(ImportsService).start(scope, view.id, 'run');
await get(JobRuntime).drain();
const run = performance.now();
const done = await get(ImportListsService).get(scope, view.id);
const answer = {
  state: done.state,
  errorCode: done.errorCode,
  mapping: view.mapping,
  counts: done.counts,
  uploadS: (uploaded - started) / 1000,
  inspectS: (inspected - uploaded) / 1000,
  runS: (run - inspected) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
if (process.env.BENCH_UNDO === '1') {
  const before = performance.now();
  await get(ImportsService).start(scope, view.id, 'undo');
  await get(JobRuntime).drain();
  answer.undoS = (performance.now() - before) / 1000;
  answer.undone = (await get(ImportListsService).get(scope, view.id)).state;
}
process.stdout.write(`${JSON.stringify(answer)}\n`);
await app.close();
