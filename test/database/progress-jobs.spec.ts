import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { AppError } from '../../src/platform/errors/app-error.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import type { ProgressJob } from '../../src/platform/jobs/progress-job.js';
import { ProgressJobs } from '../../src/platform/jobs/progress-jobs.js';
import { ProgressTasks } from '../../src/platform/jobs/progress-tasks.js';
import { startPlatform, type TestPlatform } from './platform.js';

const WORKSPACE = newId();
const OTHER = newId();
const scope = { workspaceId: WORKSPACE, userId: newId() };

describe('jobs a person can watch', () => {
  let app: TestPlatform;
  let database: Database;
  let progress: ProgressJobs;
  const done: string[] = [];
  let refused: string | null = null;
  let crashesAt: string | null = null;

  beforeAll(async () => {
    app = await startPlatform();
    database = app.get(Database);
    progress = app.get(ProgressJobs);
    for (const id of [WORKSPACE, OTHER]) {
      await app.database.asOwner(`insert into workspaces (id, name, created_at) values ($1, 'A', $2)`, [
        id,
        app.clock.now(),
      ]);
    }
    app.get(ProgressTasks).eachItem('test.items', (item) => {
      if (item.id === refused) throw new AppError('job.not_found');
      if (item.id === crashesAt) {
        crashesAt = null;
        return Promise.reject(new Error('killed in the middle'));
      }
      done.push(item.id);
      return Promise.resolve({ state: 'done', before: { was: item.no } });
    });
    app.get(ProgressTasks).whole('test.whole', (job) => {
      if (job.params['refuse'] === true) throw new AppError('job.not_found');
      return Promise.resolve({ made: 3 });
    });
  });
  afterAll(() => app.close());

  const create = (kind: string, itemIds: string[], params = {}): Promise<string> =>
    database.inWorkspace(scope, () => progress.create({ kind, itemIds, params }));
  const read = (id: string, workspaceId = WORKSPACE): Promise<ProgressJob> =>
    database.inWorkspace({ workspaceId }, () => progress.get(id));
  const runWaiting = async (): Promise<void> => {
    await app.database.asApp('update graphile_worker._private_jobs set run_at = clock_timestamp()');
    await app.get(JobRuntime).drain();
  };

  it('does every item once, in order, and counts them', async () => {
    done.length = 0;
    const ids = Array.from({ length: 120 }, () => newId());
    const job = await create('test.items', ids);
    expect(await read(job)).toMatchObject({
      state: 'waiting',
      total: 120,
      finished: 0,
      createdBy: scope.userId,
    });
    await runWaiting();
    expect(done).toEqual(ids);
    expect(await read(job)).toMatchObject({ state: 'done', total: 120, finished: 120, failed: 0 });
  });

  it('fails one refused item alone', async () => {
    const ids = Array.from({ length: 5 }, () => newId());
    refused = ids[2] ?? null;
    const job = await create('test.items', ids);
    await runWaiting();
    expect(await read(job)).toMatchObject({ state: 'done', finished: 5, failed: 1 });
    const items = await app.database.asOwner(
      'select state, error_code from job_items where job_id = $1 order by item_no',
      [job],
    );
    expect(items.map((item) => item['state'])).toEqual(['done', 'done', 'failed', 'done', 'done']);
  });

  it('goes on where it was after a crash', async () => {
    done.length = 0;
    const ids = Array.from({ length: 110 }, () => newId());
    crashesAt = ids[70] ?? null;
    const job = await create('test.items', ids);
    await runWaiting();
    expect(await read(job)).toMatchObject({ state: 'running', finished: 50 });
    await runWaiting();
    expect(await read(job)).toMatchObject({ state: 'done', finished: 110, failed: 0 });
    expect(new Set(done).size).toBe(110);
  });

  it('keeps what came of a whole job, or why it was refused', async () => {
    const good = await create('test.whole', []);
    const bad = await create('test.whole', [], { refuse: true });
    await runWaiting();
    expect(await read(good)).toMatchObject({ state: 'done', result: { made: 3 } });
    expect(await read(bad)).toMatchObject({ state: 'failed', errorCode: 'job.not_found' });
  });

  it('is not there for another workspace', async () => {
    const job = await create('test.whole', []);
    await expect(read(job, OTHER)).rejects.toMatchObject({ code: 'job.not_found' });
  });

  it('cannot be created for a task nobody does', async () => {
    await expect(create('test.nobody', [])).rejects.toThrow('no background task is called test.nobody');
  });
});
