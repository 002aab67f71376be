import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { fromRoot } from '../../src/platform/paths.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

let database: TestDatabase;
const workers: ChildProcess[] = [];

beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await database.drop();
});

function work(manner: 'hangs' | 'works'): ChildProcess {
  const worker = spawn(
    process.execPath,
    [fromRoot('test', 'process', 'slow-worker.mjs'), database.appUrl, manner],
    {
      cwd: fromRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  workers.push(worker);
  return worker;
}

async function says(worker: ChildProcess, word: string): Promise<void> {
  let said = '';
  for await (const text of worker.stdout ?? []) {
    said += String(text);
    if (said.includes(word)) return;
  }
  throw new Error(`ended without "${word}": ${said}`);
}

it('a job whose worker was killed is done by another', async () => {
  await database.asApp(`select graphile_worker.add_job('test.slow', $1::json)`, [
    JSON.stringify({ workspaceId: newId() }),
  ]);
  const first = work('hangs');
  await says(first, 'started 1');
  first.kill('SIGKILL');
  await once(first, 'exit');
  await says(work('works'), 'finished');
  await expect(database.asApp('select 1 from graphile_worker._private_jobs')).resolves.toEqual([]);
}, 90_000);

it('a worker that is asked to stop ends with 0', async () => {
  await database.asApp(`select graphile_worker.add_job('test.slow', $1::json)`, [
    JSON.stringify({ workspaceId: newId() }),
  ]);
  const worker = work('works');
  await says(worker, 'finished');
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
  await expect(database.asApp('select 1 from graphile_worker._private_jobs')).resolves.toEqual([]);
});
