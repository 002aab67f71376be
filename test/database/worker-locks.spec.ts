import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { WorkerLocks } from '../../src/platform/jobs/worker-locks.js';
import { Log } from '../../src/platform/logging/log.js';
import { startPlatform, type TestPlatform } from './platform.js';

describe('the jobs of a killed worker', () => {
  let platform: TestPlatform;
  let living: WorkerLocks;
  let watcher: WorkerLocks;

  beforeAll(async () => {
    platform = await startPlatform();
    platform.get(JobHandlers).register('test.idle', () => Promise.resolve());
    const log = new Log(platform.get(Config));
    living = new WorkerLocks(platform.database.appUrl, log);
    watcher = new WorkerLocks(platform.database.appUrl, log);
    await Promise.all([living.start(), watcher.start()]);
  });
  afterAll(async () => {
    await Promise.all([living.stop(), watcher.stop()]);
    await platform.close();
  });
  beforeEach(() => platform.database.asApp('delete from graphile_worker._private_jobs'));

  /** A job as a worker leaves it in the middle, in a named queue that waits for it. */
  const jobLockedBy = async (worker: string): Promise<void> => {
    const database = platform.get(Database);
    await database.inWorkspace({ workspaceId: newId() }, () =>
      platform.get(Jobs).add('test.idle', { workspaceId: newId() }, { queue: 'one-by-one' }),
    );
    await platform.database.asApp(
      'update graphile_worker._private_jobs set locked_at = clock_timestamp(), locked_by = $1',
      [worker],
    );
    await platform.database.asApp(
      'update graphile_worker._private_job_queues set locked_at = clock_timestamp(), locked_by = $1',
      [worker],
    );
  };
  const holder = async (): Promise<unknown> =>
    (
      await platform.database.asApp(
        'select j.locked_by as job, q.locked_by as queue from graphile_worker._private_jobs j join graphile_worker._private_job_queues q on q.id = j.job_queue_id',
      )
    )[0];

  it('are given back at the second look, with their queue', async () => {
    await jobLockedBy('worker-dead');
    expect(await watcher.freeDead()).toEqual([]);
    expect(await watcher.freeDead()).toEqual(['worker-dead']);
    expect(await holder()).toEqual({ job: null, queue: null });
  });

  it('stay with a worker that lives, in this process or another', async () => {
    living.hold('worker-there');
    watcher.hold('worker-here');
    for (const worker of ['worker-there', 'worker-here']) {
      await platform.database.asApp('delete from graphile_worker._private_jobs');
      await jobLockedBy(worker);
      await watcher.freeDead();
      expect(await watcher.freeDead()).toEqual([]);
      expect(await holder()).toEqual({ job: worker, queue: worker });
    }
  });

  it('stay with a worker that comes back between two looks', async () => {
    await jobLockedBy('worker-late');
    await watcher.freeDead();
    living.hold('worker-late');
    await living.freeDead();
    expect(await watcher.freeDead()).toEqual([]);
  });
});
