import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type HostLease, HostLeasesRepository } from '../../src/modules/verifier/host-leases.repository.js';
import { openWorkerDatabases, type WorkerDatabases } from './worker-databases.js';

const NOW = new Date('2026-11-20T09:00:00Z');
const LATER = new Date('2026-11-20T10:00:00Z');
const TOKEN = '00000000-0000-4000-8000-000000000001';

describe('host leases', () => {
  let opened: WorkerDatabases;
  let one: HostLeasesRepository;
  let two: HostLeasesRepository;

  beforeAll(async () => {
    opened = await openWorkerDatabases(2);
    const [first, second] = opened.pools.map((pool) => new HostLeasesRepository(pool));
    one = first!;
    two = second!;
  });
  beforeEach(() => opened.database.asOwner('truncate hosts'));
  afterAll(() => opened.close());

  const due = (count: number): Promise<unknown> =>
    opened.database.asOwner(
      `insert into hosts (slot, due_at) select 'host-' || n || '.example:443', $1 from generate_series(1, $2) n`,
      [NOW, count],
    );
  const expire = (): Promise<unknown> =>
    opened.database.asOwner(`update hosts set lease_expires_at = clock_timestamp() - interval '1 ms'`);
  const leaseOne = async (from: HostLeasesRepository, now = NOW): Promise<HostLease> =>
    (await from.lease('worker', now, 1))[0]!;
  const asked = (lease: HostLease, gapMs: number, endedMsAgo: number | null = null) => ({
    lease,
    worker: 'worker',
    gapMs,
    endedMsAgo,
  });

  it('never go to two workers, however both reach for them', async () => {
    await due(200);
    const taken: string[] = [];
    const drain = async (from: HostLeasesRepository): Promise<void> => {
      for (;;) {
        const leases = await from.lease('worker', NOW, 3);
        if (leases.length === 0) return;
        taken.push(...leases.map((lease) => lease.slot));
      }
    };
    await Promise.all([drain(one), drain(two), drain(one), drain(two)]);
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
  });

  it('are only given for hosts that are due by the clock of the program', async () => {
    await due(1);
    expect(await one.lease('worker', new Date('2026-11-20T08:59:59Z'), 1)).toEqual([]);
    expect(await one.lease('worker', NOW, 1)).toHaveLength(1);
  });

  it('pass to another worker once they have expired, and the old token then opens nothing', async () => {
    await due(1);
    const zombie = await leaseOne(one);
    expect(await leaseOne(two)).toBeUndefined();
    await expire();
    const heir = await leaseOne(two);
    expect(heir.token).not.toBe(zombie.token);
    expect(await one.renew([zombie, heir])).toEqual([heir.slot]);
    expect(await one.takeSlot(asked(zombie, 10))).toBeNull();
    const [pool] = opened.pools;
    expect(await pool!.inInstallation(() => one.holds(zombie))).toBe(false);
    expect(await pool!.inInstallation(() => one.holds(heir))).toBe(true);
    await one.release(zombie, 10, null);
    expect(await two.renew([heir])).toEqual([heir.slot]);
  });

  it('that expired without an heir may be renewed', async () => {
    await due(1);
    const lease = await leaseOne(one);
    await expire();
    expect(await one.renew([lease])).toEqual([lease.slot]);
    expect(await leaseOne(two)).toBeUndefined();
  });

  it('of a worker that is dead end at once, and those of others do not', async () => {
    await due(2);
    await one.lease('machine:1:a', NOW, 1);
    await two.lease('machine:2:b', NOW, 1);
    expect((await two.holders('machine:')).sort()).toEqual(['machine:1:a', 'machine:2:b']);
    expect(await two.holders('other:')).toEqual([]);
    await two.bury(['machine:1:a']);
    expect(await two.lease('machine:2:b', NOW, 5)).toHaveLength(1);
    expect(await two.holders('machine:')).toEqual(['machine:2:b']);
  });

  it('cannot be taken while a result is being recorded under them', async () => {
    await due(1);
    const lease = await leaseOne(one);
    await expire();
    const [pool] = opened.pools;
    await pool!.inInstallation(async () => {
      expect(await one.holds(lease)).toBe(true);
      expect(await leaseOne(two)).toBeUndefined();
    });
    expect(await leaseOne(two)).toBeDefined();
  });

  it('space requests by the gap, counted from the end of the last one', async () => {
    await due(1);
    const lease = await leaseOne(one);
    expect((await one.takeSlot(asked(lease, 60_000)))!.waitMs).toBeLessThan(1_000);
    const second = (await one.takeSlot(asked(lease, 60_000)))!.waitMs;
    expect(second).toBeGreaterThan(55_000);
    expect(second).toBeLessThanOrEqual(60_000);
    const afterSlowAnswer = (await one.takeSlot(asked(lease, 60_000, 0)))!.waitMs;
    expect(afterSlowAnswer).toBeGreaterThan(110_000);
  });

  it('keep the slot after they were given back', async () => {
    await due(1);
    const lease = await leaseOne(one);
    await one.takeSlot(asked(lease, 10));
    await one.release(lease, 60_000, 0);
    await opened.database.asOwner('update hosts set due_at = $1', [NOW]);
    const next = await leaseOne(two);
    expect((await two.takeSlot(asked(next, 10)))!.waitMs).toBeGreaterThan(55_000);
  });

  it('of a host on the way are taken with its slot, and held against everybody else', async () => {
    const guest = asked({ slot: 'hop.example:443', token: TOKEN, backoffs: 0 }, 60_000);
    expect(await one.takeGuestSlot(guest, NOW)).toMatchObject({ kind: 'granted' });
    const other = asked(
      { slot: 'hop.example:443', token: '00000000-0000-4000-8000-000000000002', backoffs: 0 },
      10,
    );
    expect(await two.takeGuestSlot(other, NOW)).toEqual({ kind: 'taken' });
    const again = await one.takeGuestSlot(guest, NOW);
    expect(again).toMatchObject({ kind: 'granted' });
    expect((again as { waitMs: number }).waitMs).toBeGreaterThan(55_000);
    await one.releaseGuest(guest.lease, 10, 0);
    expect(await two.takeGuestSlot(other, NOW)).toMatchObject({ kind: 'granted' });
  });

  it('of a host in a turn are not given to a visit passing through', async () => {
    await due(1);
    const { slot } = await leaseOne(one);
    expect(await two.takeGuestSlot(asked({ slot, token: TOKEN, backoffs: 0 }, 10), NOW)).toEqual({
      kind: 'taken',
    });
  });

  it('are not given while a host wants to be left alone', async () => {
    await due(1);
    const lease = await leaseOne(one);
    await one.backOff(lease, LATER);
    await one.release(lease, 10, null);
    await opened.database.asOwner('update hosts set due_at = $1', [NOW]);
    expect(await leaseOne(two)).toBeUndefined();
    const guest = asked({ slot: lease.slot, token: TOKEN, backoffs: 0 }, 10);
    expect(await two.takeGuestSlot(guest, NOW)).toEqual({ kind: 'backing_off', until: LATER });
    const after = await leaseOne(two, LATER);
    expect(after.slot).toBe(lease.slot);
    expect(after.backoffs).toBe(1);
    await two.forgetBackoff(after);
    await two.release(after, 10, null);
    await opened.database.asOwner('update hosts set due_at = $1', [NOW]);
    expect((await leaseOne(one)).backoffs).toBe(0);
  });
});
