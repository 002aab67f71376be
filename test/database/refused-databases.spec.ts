import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf, SenderLock, SenderRefused } from '../../src/modules/sending/sender-lock.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { assertUsable } from '../../src/platform/database/readiness.js';
import { Health } from '../../src/platform/health/health.js';
import { Log } from '../../src/platform/logging/log.js';
import { Pooler } from '../builders/pooler.js';
import { plantGround, plantSteps } from '../builders/sending-ground.js';
import { type SendingProcess, startSending } from './sending.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

const clock = new FixedClock(new Date('2026-11-20T10:00:00Z'));
let database: TestDatabase;
let program: SendingProcess;
beforeAll(async () => {
  database = await cloneDatabase();
  program = await startSending(database, clock);
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

describe('a pooler before the database', () => {
  const poolers: Pooler[] = [];
  afterAll(() => Promise.all(poolers.map((pooler) => pooler.close())));
  const through = async (mode: 'session' | 'transaction'): Promise<string> => {
    const pooler = await Pooler.start(mode, database.appUrl);
    poolers.push(pooler);
    return pooler.url;
  };
  const lockThrough = (url: string): SenderLock => new SenderLock(url, program.get(Log));

  it('that changes the connection after each transaction: no start, and no sender', async () => {
    const url = await through('transaction');
    await expect(assertUsable(url)).rejects.toThrow('changes the connection after each transaction');
    const lock = lockThrough(url);
    await expect(lock.start()).rejects.toThrow(SenderRefused);
    expect(lock.isHeld).toBe(false);
  });

  it('that keeps the connection for the session: both', async () => {
    const url = await through('session');
    await expect(assertUsable(url)).resolves.toBeUndefined();
    const lock = lockThrough(url);
    await lock.start();
    expect(lock.isHeld).toBe(true);
    await lock.stop();
  });
});

describe('a database that may forget a commit', () => {
  it.each([
    [{ fsync: 'on', commit: 'on' }, null],
    [{ fsync: 'on', commit: 'local' }, null],
    [{ fsync: 'on', commit: 'remote_apply' }, null],
    [{ fsync: 'off', commit: 'on' }, 'fsync = off'],
    [{ fsync: 'on', commit: 'off' }, 'synchronous_commit = off'],
  ])('%j: %s', (standing, says) => {
    const refusal = refusalOf({ ...standing, throwaway: null });
    if (says === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(says);
  });

  it('sends nothing, and the program says that it is not ready', async () => {
    const ground = await plantGround(database, clock.now(), [{ cap: 9, gapSeconds: 0, jitterSeconds: 0 }]);
    const mailboxId = ground.mailboxIds[0] ?? '';
    await plantSteps(database, ground, { at: clock.now(), mailboxId, from: 0, many: 1 });
    // The server of the tests runs without fsync, and its databases say that they are thrown away.
    await database.asAdmin(`alter database ${database.name} reset linkledger.throwaway`);
    const sender = program.get(SenderWorker);
    await sender.start();
    const { parts } = await program.get(Health).ask();
    expect(parts['sender']).toEqual({ ok: false, state: 'refused' });
    expect(program.get(SenderLock).isHeld).toBe(false);
    await expect(sender.drain()).rejects.toThrow('fsync = off');
    expect(await database.asOwner('select state, attempt from outbound_messages')).toEqual([
      { state: 'ready', attempt: 0 },
    ]);
  });
});
