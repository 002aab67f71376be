import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import type { RecordedEvent } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import { type News, Notify } from '../../src/platform/events/notify.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { startPlatform, type TestPlatform } from './platform.js';

const WORKSPACE = newId();
const PLACEMENT = newId();
const USER = newId();
const scope = { workspaceId: WORKSPACE, userId: USER };

describe('events', () => {
  let app: TestPlatform;
  let database: Database;
  let events: Events;
  const heard: RecordedEvent[] = [];
  let failures = 0;

  beforeAll(async () => {
    app = await startPlatform();
    database = app.get(Database);
    events = app.get(Events);
    await app.database.asOwner(`insert into workspaces (id, name, created_at) values ($1, 'A', $2)`, [
      WORKSPACE,
      app.clock.now(),
    ]);
    events.afterwards(['placement.added', 'placement.ended'], 'test.collects', (event) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('the listener fails once'));
      }
      heard.push(event);
      return Promise.resolve();
    });
    events.inTransaction('placement.released', () => Promise.reject(new Error('may not be released')));
  });
  afterAll(() => app.close());

  const record = (
    kind: 'placement.added' | 'placement.ended' | 'placement.released',
    placement = PLACEMENT,
  ) =>
    database.inWorkspace(scope, () =>
      events.record({ kind, subjects: [{ kind: 'placement', id: placement }], params: { from: 'live' } }),
    );

  it('tells a listener afterwards what was recorded, by whom and when', async () => {
    const id = await record('placement.added');
    await app.get(JobRuntime).drain();
    expect(heard).toEqual([
      {
        id,
        workspaceId: WORKSPACE,
        at: app.clock.now(),
        kind: 'placement.added',
        clientId: null,
        actorUserId: USER,
        params: { from: 'live' },
        subjects: [{ kind: 'placement', id: PLACEMENT }],
      },
    ]);
  });

  it('tells it once, though the delivery is repeated', async () => {
    heard.length = 0;
    const eventIds = [await record('placement.ended')];
    await app.get(JobRuntime).drain();
    await app.database.asApp(`select graphile_worker.add_job('events.deliver', $1::json)`, [
      JSON.stringify({ workspaceId: WORKSPACE, listener: 'test.collects', eventIds }),
    ]);
    await app.get(JobRuntime).drain();
    expect(heard).toHaveLength(1);
  });

  it('tells it again when it failed', async () => {
    heard.length = 0;
    failures = 1;
    await record('placement.ended');
    await app.get(JobRuntime).drain();
    await app.database.asApp('update graphile_worker._private_jobs set run_at = clock_timestamp()');
    await app.get(JobRuntime).drain();
    expect(heard).toHaveLength(1);
  });

  it('keeps no fact that a listener in the transaction refuses', async () => {
    const placement = newId();
    await expect(record('placement.released', placement)).rejects.toThrow('may not be released');
    expect(
      await app.database.asOwner('select 1 from event_subjects where subject_id = $1', [placement]),
    ).toEqual([]);
  });

  it('records many facts at once, each on its timelines', async () => {
    const ids = await database.inWorkspace(scope, () =>
      events.recordMany(
        Array.from({ length: 450 }, () => ({
          kind: 'placement.added' as const,
          clientId: WORKSPACE,
          subjects: [
            { kind: 'placement' as const, id: newId() },
            { kind: 'client' as const, id: WORKSPACE },
          ],
        })),
      ),
    );
    const timeline = await app.database.asOwner<{ id: string }>(
      `select event_id as id from event_subjects where subject_kind = 'client' and subject_id = $1 order by 1`,
      [WORKSPACE],
    );
    expect(timeline.map((row) => row.id)).toEqual([...ids].sort());
    heard.length = 0;
    await app.get(JobRuntime).drain();
    expect(heard).toHaveLength(450);
  });
});

describe('news', () => {
  let app: TestPlatform;

  beforeAll(async () => {
    app = await startPlatform();
  });
  afterAll(() => app.close());

  it('reaches a listener when the transaction is committed, and never when it is rolled back', async () => {
    const database = app.get(Database);
    const notify = app.get(Notify);
    const told: News['id'][] = [];
    const arrived = new Promise<void>((done) => {
      void notify.subscribe('jobs', (news) => {
        if (news !== 'missed') told.push(news.id);
        if (told.includes('second')) done();
      });
    });
    await notify.subscribe('jobs', () => undefined);
    const failing = database.inWorkspace(scope, async () => {
      await notify.publish('jobs', { workspaceId: WORKSPACE, id: 'first' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await database.inWorkspace(scope, () => notify.publish('jobs', { workspaceId: WORKSPACE, id: 'second' }));
    await arrived;
    expect(told).toEqual(['second']);
  });

  it('says that some may have been missed when its connection broke', async () => {
    const notify = app.get(Notify);
    const missed = new Promise<void>((done) => {
      void notify.subscribe('jobs', (news) => {
        if (news === 'missed') done();
      });
    });
    await app.database.asOwner(`select 1`);
    await app.database.asApp(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linkledger news' and datname = current_database()`,
    );
    await missed;
  });
});
