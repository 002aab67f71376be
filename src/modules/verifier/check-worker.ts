import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { CheckProgress } from './check-progress.js';
import type { HostLease } from './host-leases.repository.js';
import { HostLedger } from './host-ledger.js';
import { HostTurn } from './host-turn.js';
import { LineDoubt } from './line-doubt.js';
import type { TurnMeans } from './turn-means.js';
import { TurnSlots } from './turn-slots.js';
import { PageVisitor } from './visit/page-visitor.js';
import { WorkerName } from './worker-name.js';

/** How often due hosts are looked for when nobody asks for a check. */
const TICK_MS = 1_000;
/** Leases last 60 s. */
const RENEW_EVERY_MS = 15_000;
/** What a killed process of this machine held need not wait for the end of its leases. */
const BURY_EVERY_MS = 5_000;
/** Wait after the database could not be asked. */
const TROUBLE_MS = 3_000;

interface RunningTurn {
  readonly turn: HostTurn;
  readonly slots: TurnSlots;
  readonly done: Promise<void>;
}

/** Leases due hosts and lets each have its turn, many at once. Any number of workers may run on one database. */
@Injectable()
export class CheckWorker implements BeforeApplicationShutdown {
  private readonly running = new Map<string, RunningTurn>();
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private loop: Promise<void> | null = null;
  private renewals: NodeJS.Timeout | undefined;
  private burials: NodeJS.Timeout | undefined;
  private endNews: (() => void) | null = null;
  private readonly means: TurnMeans;

  constructor(
    visitor: PageVisitor,
    private readonly ledger: HostLedger,
    private readonly doubt: LineDoubt,
    private readonly progress: CheckProgress,
    private readonly worker: WorkerName,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly log: Log,
  ) {
    // Every turn waits with it.
    setMaxListeners(0, this.stopping.signal);
    this.means = { visitor, ledger, doubt, progress, clock, config, log };
  }

  /** Starts to check what is due, until `stop`. */
  async start(): Promise<void> {
    if (this.loop !== null) return;
    this.endNews = await this.progress.onAsked((slot) => this.hear(slot));
    this.renewals = setInterval(() => void this.renew(), RENEW_EVERY_MS);
    this.burials = setInterval(() => void this.buryDead(), BURY_EVERY_MS);
    await this.buryDead();
    this.loop = this.run();
  }

  /** Ends all waits, lets requests under way end, records what they found, and gives the hosts back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    this.endNews?.();
    clearInterval(this.burials);
    await this.loop;
    await Promise.allSettled([...this.running.values()].map((turn) => turn.done));
    clearInterval(this.renewals);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Checks what is due now and returns when nothing is left that could be; for tests and one-off commands. */
  async drain(): Promise<void> {
    while ((await this.leaseMore()) > 0 || this.running.size > 0)
      await Promise.race([...this.running.values()].map((turn) => turn.done));
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const taken = await this.leaseMore().catch((error: unknown) => this.complain(error));
      if (taken === null) await this.rest(TROUBLE_MS);
      else if (taken === 0 || this.running.size >= this.config.checkHosts) await this.rest(TICK_MS);
    }
  }

  /** Leases as many due hosts as there is room for; answers how many. */
  private async leaseMore(): Promise<number> {
    const room = this.config.checkHosts - this.running.size;
    if (room <= 0 || this.doubt.silence !== null || this.stopping.signal.aborted) return 0;
    const leased = await this.ledger.leases.lease(this.worker.name, this.clock.now(), room);
    for (const lease of leased) this.begin(lease);
    return leased.length;
  }

  private begin(lease: HostLease): void {
    const { clock, ledger, worker, stopping } = this;
    const surroundings = { leases: ledger.leases, clock, worker: worker.name, stop: stopping.signal };
    const slots = new TurnSlots(surroundings, lease);
    const turn = new HostTurn(this.means, slots);
    const done = turn
      .run()
      .catch((error: unknown) => void this.complain(error))
      .finally(() => {
        this.running.delete(lease.slot);
        this.wake.abort();
      });
    this.running.set(lease.slot, { turn, slots, done });
  }

  /** Somebody asks for a check on a host: one of ours looks again at what is due, a free one may be leased. */
  private hear(slot: string | null): void {
    for (const [held, { turn }] of this.running) if (slot === null || held === slot) turn.wake();
    this.wake.abort();
  }

  private async renew(): Promise<void> {
    const held = [...this.running.values()];
    const askedAt = performance.now();
    try {
      const slots = new Set(await this.ledger.leases.renew(held.flatMap(({ slots }) => slots.leasesHeld())));
      for (const turn of held) turn.slots.renewed(slots, askedAt);
    } catch (error) {
      this.complain(error);
    }
  }

  private async buryDead(): Promise<void> {
    const { worker, ledger } = this;
    try {
      const holders = await ledger.leases.holders(worker.machine);
      await ledger.leases.bury(holders.filter((holder) => worker.isDead(holder)));
    } catch (error) {
      this.complain(error);
    }
  }

  /** Rests for a while, or until something is asked for or a turn ends. */
  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.wake.signal }).catch(() => undefined);
    if (this.wake.signal.aborted) this.wake = new AbortController();
  }

  /** The database away, or a fault of ours: leases expire by themselves and the checks are still due. */
  private complain(error: unknown): null {
    this.log.error({ err: error }, 'checks were interrupted; they are tried again');
    return null;
  }
}
