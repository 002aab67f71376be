import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../platform/clock/clock.js';
import {
  type HostLease,
  type HostLeasesRepository,
  LEASE_SECONDS,
  type SlotAnswer,
} from './host-leases.repository.js';
import type { RequestNotice } from './visit/visit-types.js';

/** Why a visit could not go on; it is no verdict. */
export type Deferral =
  | { readonly kind: 'taken' }
  | { readonly kind: 'backing_off'; readonly until: Date }
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopping' };

/** What a turn needs to take slots. */
export interface SlotsOfTurn {
  readonly leases: HostLeasesRepository;
  readonly clock: Clock;
  readonly worker: string;
  /** Ends every wait at once. */
  readonly stop: AbortSignal;
}

/** No request is sent with less left of a lease than a request may last (20 s), and some room for a slow machine. */
const LEAST_LEFT_MS = 25_000;

/** A host held in a turn: until when by our own monotonic clock, and when our last request to it ended. */
interface Held {
  readonly lease: HostLease;
  validUntil: number;
  endedAt: number | null;
  gapMs: number;
}

/**
 * The slots one turn takes: of its own host, and of hosts its visits pass through. Those are held until the visit ends, so
 * that nobody else asks them meanwhile. The gap counts from the end of a request to the start of the next.
 */
export class TurnSlots {
  private readonly own: Held;
  private readonly guests = new Map<string, Held>();
  private gapMs = 0;
  private last: HostLease;
  /** What stopped the visit now running, null while nothing did. */
  deferral: Deferral | null = null;

  constructor(
    private readonly turn: SlotsOfTurn,
    readonly lease: HostLease,
  ) {
    this.last = lease;
    this.own = { lease, validUntil: leaseEnd(), endedAt: null, gapMs: 0 };
  }

  /** Starts a visit whose requests keep this gap. */
  startVisit(gapMs: number): void {
    this.gapMs = gapMs;
    this.last = this.lease;
    this.deferral = null;
  }

  /** Waits until one request may be sent; `deferred` when it may not be, and `deferral` then says why. */
  async beforeRequest(notice: RequestNotice): Promise<'go' | 'deferred'> {
    const gapMs = Math.max(this.gapMs, notice.crawlDelayMs ?? 0);
    this.deferral = await this.take(notice.slot, gapMs);
    return this.deferral === null ? 'go' : 'deferred';
  }

  afterRequest(notice: RequestNotice): void {
    const held = this.heldAt(notice.slot);
    if (held !== undefined) held.endedAt = performance.now();
  }

  /** The host that was asked last: the one whose answer a visit ended with. */
  lastAsked(): HostLease {
    return this.last;
  }

  /** All leases to be renewed while the turn goes on. */
  leasesHeld(): HostLease[] {
    return [this.own, ...this.guests.values()].map((held) => held.lease);
  }

  /** Notes that leases were renewed; `askedAt` is the moment (monotonic) before the database was asked. */
  renewed(slots: ReadonlySet<string>, askedAt: number): void {
    for (const held of [this.own, ...this.guests.values()])
      if (slots.has(held.lease.slot)) held.validUntil = askedAt + LEASE_SECONDS * 1000;
  }

  /** Gives back the hosts the visit passed through. */
  async endVisit(): Promise<void> {
    for (const held of this.guests.values())
      await this.turn.leases.releaseGuest(held.lease, held.gapMs, since(held.endedAt));
    this.guests.clear();
  }

  /** Gives back everything. */
  async release(): Promise<void> {
    await this.endVisit();
    await this.turn.leases.release(this.lease, this.own.gapMs, since(this.own.endedAt));
  }

  private async take(slot: string, gapMs: number): Promise<Deferral | null> {
    if (this.turn.stop.aborted) return { kind: 'stopping' };
    const askedAt = performance.now();
    const answer = slot === this.lease.slot ? await this.takeOwn(gapMs) : await this.takeGuest(slot, gapMs);
    if (answer.kind !== 'granted') return answer;
    const held = this.heldAt(slot);
    if (held === undefined) return { kind: 'lost' };
    held.validUntil = askedAt + LEASE_SECONDS * 1000;
    held.gapMs = gapMs;
    this.last = held.lease;
    if (!(await this.wait(answer.waitMs))) return { kind: 'stopping' };
    return (await this.isStillHeld(held)) ? null : { kind: 'lost' };
  }

  private async takeOwn(gapMs: number): Promise<SlotAnswer | Deferral> {
    const taken = await this.turn.leases.takeSlot(this.request(this.own, gapMs));
    return taken === null ? { kind: 'lost' } : { kind: 'granted', ...taken, backoffs: this.lease.backoffs };
  }

  private async takeGuest(slot: string, gapMs: number): Promise<SlotAnswer> {
    const guest = this.guests.get(slot) ?? {
      lease: { slot, token: this.lease.token, backoffs: 0 },
      validUntil: leaseEnd(),
      endedAt: null,
      gapMs,
    };
    const answer = await this.turn.leases.takeGuestSlot(this.request(guest, gapMs), this.turn.clock.now());
    if (answer.kind === 'granted')
      this.guests.set(slot, { ...guest, lease: { ...guest.lease, backoffs: answer.backoffs } });
    return answer;
  }

  private request({ lease, endedAt }: Held, gapMs: number) {
    return { lease, worker: this.turn.worker, gapMs, endedMsAgo: since(endedAt) };
  }

  private heldAt(slot: string): Held | undefined {
    return slot === this.lease.slot ? this.own : this.guests.get(slot);
  }

  /** False when the wait was cut short because the worker stops. A timer may be a millisecond early. */
  private async wait(ms: number): Promise<boolean> {
    if (ms <= 0) return true;
    try {
      await pause(Math.ceil(ms) + 1, undefined, { signal: this.turn.stop });
      return true;
    } catch (error) {
      if (this.turn.stop.aborted) return false;
      throw error;
    }
  }

  /** A process that slept through its lease must not go on as if nothing was: it asks again. */
  private async isStillHeld(held: Held): Promise<boolean> {
    if (held.validUntil - performance.now() > LEAST_LEFT_MS) return true;
    const askedAt = performance.now();
    const renewed = await this.turn.leases.renew([held.lease]);
    held.validUntil = askedAt + LEASE_SECONDS * 1000;
    return renewed.length === 1;
  }
}

function leaseEnd(): number {
  return performance.now() + LEASE_SECONDS * 1000;
}

function since(endedAt: number | null): number | null {
  return endedAt === null ? null : performance.now() - endedAt;
}
