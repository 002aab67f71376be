import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The right to ask one host, until it expires or is given back. Every result of the turn must show the token. */
export interface HostLease {
  readonly slot: string;
  readonly token: string;
  /** How often in a row the host asked to be left alone before. */
  readonly backoffs: number;
}

/** A slot is ours after this wait; or the host is another worker's, or wants to be left alone until some moment. */
export type SlotAnswer =
  | { readonly kind: 'granted'; readonly waitMs: number; readonly backoffs: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'backing_off'; readonly until: Date };

export interface SlotRequest {
  readonly lease: HostLease;
  readonly worker: string;
  /** Least time between two requests. */
  readonly gapMs: number;
  /** Time since the last request of this turn to this host ended; null when there was none. */
  readonly endedMsAgo: number | null;
}

/** Seconds a lease lasts unless it is renewed. What a killed worker held is free again after that. */
export const LEASE_SECONDS = 60;

const GAP = `($3::float8 * interval '1 millisecond')`;
/** The next moment the host may be asked: its slot, and a gap after the last request of this turn ended. */
const FREE_AT = `greatest(hosts.next_slot_at, clock_timestamp(),
  clock_timestamp() - $4::float8 * interval '1 millisecond' + ${GAP})`;
const LEASED_UNTIL = `clock_timestamp() + interval '${LEASE_SECONDS} seconds'`;
const IS_FREE = `(hosts.lease_expires_at is null or hosts.lease_expires_at < clock_timestamp())`;

/**
 * Leases of hosts and their slots. Liveness and gaps are measured by the database's own clock, whatever the machines
 * say; whether a host is due is asked with a moment of the program's clock.
 */
@Injectable()
export class HostLeasesRepository {
  constructor(private readonly database: Database) {}

  /** Takes due hosts nobody holds, longest due first. Two workers never get the same one. */
  async lease(worker: string, now: Date, atMost: number): Promise<HostLease[]> {
    return this.ask<HostLease>(
      `with due as (
         select slot from hosts
         where due_at <= $2 and ${IS_FREE} and (backoff_until is null or backoff_until <= $2)
         order by due_at limit $3 for update skip locked
       ), taken as (
         update hosts set lease_owner = $1, lease_token = gen_random_uuid(), lease_expires_at = ${LEASED_UNTIL}
         from due where hosts.slot = due.slot returning hosts.slot, hosts.lease_token as token, hosts.backoff_count as backoffs
       ) select slot, token, backoffs from taken`,
      [worker, now, atMost],
    );
  }

  /** Lengthens leases; answers the slots of those that are still ours. */
  async renew(leases: readonly HostLease[]): Promise<string[]> {
    if (leases.length === 0) return [];
    const rows = await this.ask<{ slot: string }>(
      `with renewed as (
         update hosts set lease_expires_at = ${LEASED_UNTIL}
         from unnest($1::text[], $2::uuid[]) as mine (slot, token)
         where hosts.slot = mine.slot and hosts.lease_token = mine.token
         returning hosts.slot
       ) select slot from renewed`,
      [leases.map((lease) => lease.slot), leases.map((lease) => lease.token)],
    );
    return rows.map(({ slot }) => slot);
  }

  /** Workers of one machine that hold leases. */
  async holders(machine: string): Promise<string[]> {
    const rows = await this.ask<{ owner: string }>(
      `select distinct lease_owner as owner from hosts where lease_owner is not null and starts_with(lease_owner, $1)`,
      [machine],
    );
    return rows.map(({ owner }) => owner);
  }

  /** Ends the leases of workers that are surely dead, before their time. */
  async bury(workers: readonly string[]): Promise<void> {
    if (workers.length === 0) return;
    await this.ask(
      `update hosts set lease_owner = null, lease_token = null, lease_expires_at = null
       where slot in (select slot from hosts where lease_owner = any ($1::text[]) order by slot for update skip locked)`,
      [workers],
    );
  }

  /** Takes the next slot of a host we hold, and renews the lease; null when the lease is no longer ours. */
  async takeSlot(request: SlotRequest): Promise<{ readonly waitMs: number } | null> {
    const rows = await this.ask<{ waitMs: number }>(
      `with taken as (
         update hosts set next_slot_at = ${FREE_AT} + ${GAP}, lease_expires_at = ${LEASED_UNTIL}
         where slot = $1 and lease_token = $2
         returning extract(epoch from next_slot_at - ${GAP} - clock_timestamp()) * 1000 as wait
       ) select greatest(wait, 0)::float8 as "waitMs" from taken`,
      [request.lease.slot, request.lease.token, request.gapMs, request.endedMsAgo],
    );
    return rows[0] ?? null;
  }

  /** Takes lease and slot of a host a visit of ours leads to, in one statement, when nobody holds it. */
  async takeGuestSlot(request: SlotRequest, now: Date): Promise<SlotAnswer> {
    const rows = await this.ask<{ waitMs: number; backoffs: number }>(
      `with taken as (
         insert into hosts (slot, lease_owner, lease_token, lease_expires_at, next_slot_at)
         values ($1, $5, $2::uuid, ${LEASED_UNTIL}, clock_timestamp() + ${GAP})
         on conflict (slot) do update
           set next_slot_at = ${FREE_AT} + ${GAP}, lease_owner = $5, lease_token = $2::uuid, lease_expires_at = ${LEASED_UNTIL}
           where (${IS_FREE} or hosts.lease_token = $2::uuid) and (hosts.backoff_until is null or hosts.backoff_until <= $6)
         returning extract(epoch from next_slot_at - ${GAP} - clock_timestamp()) * 1000 as wait, backoff_count
       ) select greatest(wait, 0)::float8 as "waitMs", backoff_count as backoffs from taken`,
      [request.lease.slot, request.lease.token, request.gapMs, request.endedMsAgo, request.worker, now],
    );
    const granted = rows[0];
    if (granted !== undefined) return { kind: 'granted', ...granted };
    return this.whyNot(request.lease.slot, now);
  }

  /** Asks a host to be left alone until a moment; how often in a row is kept for the next wait. */
  async backOff(lease: HostLease, until: Date): Promise<void> {
    await this.ask(
      `update hosts set backoff_until = greatest(backoff_until, $3::timestamptz), backoff_count = backoff_count + 1
       where slot = $1 and lease_token = $2`,
      [lease.slot, lease.token, until],
    );
  }

  /** Lets a host rest until a moment, though it did not ask for it. */
  async rest(lease: HostLease, until: Date): Promise<void> {
    await this.ask(
      `update hosts set backoff_until = greatest(backoff_until, $3::timestamptz) where slot = $1 and lease_token = $2`,
      [lease.slot, lease.token, until],
    );
  }

  /** The host answered again: its next wait starts small. */
  async forgetBackoff(lease: HostLease): Promise<void> {
    await this.ask(
      `update hosts set backoff_until = null, backoff_count = 0
       where slot = $1 and lease_token = $2 and backoff_count > 0`,
      [lease.slot, lease.token],
    );
  }

  /**
   * Gives a leased host back, due when the next thing on it is. The row is locked in a statement of its own, so that
   * the one after it sees what was written meanwhile: a check asked for in that moment is not lost.
   */
  async release(lease: HostLease, gapMs: number, endedMsAgo: number | null): Promise<void> {
    await this.database.inInstallation(async () => {
      const manager = this.database.manager();
      await manager.query('select slot from hosts where slot = $1 and lease_token = $2 for update', [
        lease.slot,
        lease.token,
      ]);
      await manager.query(
        `update hosts set due_at = next_due_of_host(slot), next_slot_at = ${FREE_AT},
           lease_owner = null, lease_token = null, lease_expires_at = null
         where slot = $1 and lease_token = $2`,
        [lease.slot, lease.token, gapMs, endedMsAgo],
      );
    });
  }

  /** Gives back a host that was only passed through. */
  async releaseGuest(lease: HostLease, gapMs: number, endedMsAgo: number | null): Promise<void> {
    await this.ask(
      `update hosts set next_slot_at = ${FREE_AT}, lease_owner = null, lease_token = null, lease_expires_at = null
       where slot = $1 and lease_token = $2`,
      [lease.slot, lease.token, gapMs, endedMsAgo],
    );
  }

  /** Whether a lease is still ours; held until the open transaction ends, so that nobody takes the host before. */
  async holds(lease: HostLease): Promise<boolean> {
    const rows = await this.database
      .manager()
      .query<unknown[]>('select 1 from hosts where slot = $1 and lease_token = $2 for share', [
        lease.slot,
        lease.token,
      ]);
    return rows.length > 0;
  }

  private async whyNot(slot: string, now: Date): Promise<SlotAnswer> {
    const rows = await this.ask<{ until: Date | null }>(
      'select backoff_until as until from hosts where slot = $1',
      [slot],
    );
    const until = rows[0]?.until ?? null;
    return until !== null && until > now ? { kind: 'backing_off', until } : { kind: 'taken' };
  }

  private ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.inInstallation(() => this.database.manager().query<Row[]>(sql, values));
  }
}
