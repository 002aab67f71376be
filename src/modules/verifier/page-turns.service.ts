import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Visit } from '../../core/verifier/facts.js';
import { backedOffUntil, retryAfterMs } from '../../core/verifier/host-backoff.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { headerValue, PageFetcher } from '../../platform/fetch/page-fetcher.js';
import { HostLeasesRepository, type SlotAnswer } from './host-leases.repository.js';
import { RobotsCopiesRepository, TurnRobots } from './robots-copies.repository.js';
import { type Deferral, TurnSlots } from './turn-slots.js';
import { type PageReading, readPage } from './visit/page-reading.js';
import { RobotsGate, type RobotsQuestions } from './visit/robots-gate.js';
import type { RequestNotice, VisitHooks } from './visit/visit-types.js';
import { VisitTools } from './visit-tools.js';
import { WorkerName } from './worker-name.js';

/** A page that was asked for. `hostRests` says until when its host wants to be left alone. */
export type TurnPage =
  | {
      readonly kind: 'read';
      readonly visit: Visit;
      /** The bytes the facts were read from, or those the caller keeps; null when neither was read. */
      readonly body: Buffer | null;
      readonly hostRests: Date | null;
    }
  /** It redirects to where the caller does not want to go; nobody was asked there. */
  | { readonly kind: 'left' }
  | { readonly kind: 'deferred'; readonly deferral: Deferral | null };

/** Why no turn began though it was waited for. */
export type NoTurn = 'stopped' | 'host_rests' | 'host_busy';

export type TurnStart = PageTurn | Exclude<SlotAnswer, { kind: 'granted' }>;

/** How long a host that another worker holds is waited for. */
const WAIT_MS = 2000;
const WAITS = 30;

/** Why a page was put off: the worker stops, or another one has the host. */
export function putOffBy({ deferral }: Extract<TurnPage, { kind: 'deferred' }>): NoTurn {
  return deferral?.kind === 'stopping' ? 'stopped' : 'host_busy';
}

/** Whether a turn could begin. */
export function isTurn(start: TurnStart): start is PageTurn {
  return start instanceof PageTurn;
}

/**
 * Turns at hosts for those who read pages without placements, under the same rules as checks: one worker a host, its gaps and its
 * robots.txt, redirects and guests included.
 */
@Injectable()
export class PageTurns {
  private readonly questions: RobotsQuestions = new Map();

  constructor(
    private readonly leases: HostLeasesRepository,
    private readonly robots: RobotsCopiesRepository,
    private readonly fetcher: PageFetcher,
    private readonly reader: VisitTools,
    private readonly worker: WorkerName,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Takes a host nobody holds. Whoever gets a turn must end it. `stop` ends every wait at once. */
  async begin(slot: string, stop: AbortSignal): Promise<TurnStart> {
    const lease = { slot, token: randomUUID(), backoffs: 0 };
    const { leases, clock, worker, config } = this;
    const request = { lease, worker: worker.name, gapMs: 0, endedMsAgo: null };
    const answer = await leases.takeGuestSlot(request, clock.now());
    if (answer.kind !== 'granted') return answer;
    const own = { ...lease, backoffs: answer.backoffs };
    const slots = new TurnSlots({ leases, clock, worker: worker.name, stop }, own);
    return new PageTurn(slots, {
      leases,
      clock,
      gapMs: config.hostGapMs,
      means: { fetcher: this.fetcher, reader: this.reader, now: () => clock.now().getTime() },
      robots: new TurnRobots(this.robots),
      questions: this.questions,
    });
  }

  /** The same, waited for while another worker has the host. */
  async beginWaiting(slot: string, stop: AbortSignal): Promise<PageTurn | NoTurn> {
    for (let round = 0; round < WAITS; round += 1) {
      if (stop.aborted) return 'stopped';
      const start = await this.begin(slot, stop);
      if (isTurn(start)) return start;
      if (start.kind === 'backing_off') return 'host_rests';
      await pause(WAIT_MS, undefined, { signal: stop }).catch(() => undefined);
    }
    return 'host_busy';
  }
}

interface TurnParts {
  readonly leases: HostLeasesRepository;
  readonly clock: Clock;
  readonly gapMs: number;
  readonly means: { readonly fetcher: PageFetcher; readonly reader: VisitTools; readonly now: () => number };
  readonly robots: TurnRobots;
  readonly questions: RobotsQuestions;
}

const RENEW_EVERY_MS = 15_000;
/** Leases last 60 s, requests 20 s at most. */
const LOOK_EVERY_MS = 5_000;

/** One turn at one host: pages are read one after another, each with the host's gap before it. */
export class PageTurn {
  private readonly renewals: NodeJS.Timeout;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly slots: TurnSlots,
    private readonly parts: TurnParts,
  ) {
    this.renewals = setInterval(() => void this.renew(), RENEW_EVERY_MS).unref();
  }

  /** Asks for a page, follows its redirects as long as they stay where the caller wants, and reads it; nothing is rendered. */
  async read(
    url: URL,
    stays: (address: string) => boolean,
    keeps?: (contentType: string | null) => boolean,
  ): Promise<TurnPage> {
    let hasLeft = false;
    const gate = this.gate((address) => {
      hasLeft ||= !stays(address);
      return !hasLeft;
    });
    try {
      this.slots.startVisit(this.parts.gapMs);
      const means = { ...this.parts.means, gate, ...(keeps === undefined ? {} : { keeps }) };
      const reading = await readPage(means, url);
      if ('deferred' in reading) return await this.notRead(url, hasLeft);
      const visit = visitOf(reading, gate.allowed);
      return { kind: 'read', visit, body: reading.body, hostRests: await this.listen(reading) };
    } finally {
      await this.slots.endVisit();
    }
  }

  /** Whether the host is still ours, held until the open transaction ends: without it nothing may be written. */
  holds(): Promise<boolean> {
    return this.parts.leases.holds(this.slots.lease);
  }

  /** Gives the host back. */
  async end(): Promise<void> {
    clearInterval(this.renewals);
    await this.slots.release();
  }

  /** A robots.txt that leads elsewhere says nothing about where the page leads. */
  private async notRead(url: URL, hasLeft: boolean): Promise<TurnPage> {
    if (!hasLeft) return { kind: 'deferred', deferral: this.slots.deferral };
    if ((await this.parts.robots.get(url.origin)) !== null) return { kind: 'left' };
    return { kind: 'read', visit: visitOf(withoutRobots(url), null), body: null, hostRests: null };
  }

  private gate(stays: (address: string) => boolean): RobotsGate {
    const hooks: VisitHooks = {
      beforeRequest: (notice) => (stays(notice.url) ? this.takeSlot(notice) : Promise.resolve('deferred')),
      afterRequest: (notice) => this.slots.afterRequest(notice),
      robots: this.parts.robots,
      render: false,
      evidence: false,
    };
    return new RobotsGate(this.parts.means, hooks, this.parts.questions);
  }

  /** Where no gap is kept at all, the lease alone says that nobody else asks, and it is looked at now and then. */
  private takeSlot(notice: RequestNotice): Promise<'go' | 'deferred'> {
    const isGapless = this.parts.gapMs === 0 && (notice.crawlDelayMs ?? 0) === 0;
    const isOurs = notice.slot === this.slots.lease.slot && performance.now() - this.lookedAt < LOOK_EVERY_MS;
    if (isGapless && isOurs) return Promise.resolve('go');
    this.lookedAt = performance.now();
    return this.slots.beforeRequest(notice);
  }

  /** A host that says 429 or 503 is left alone as long as it wishes; one that answers otherwise starts afresh. */
  private async listen({ status, failure, headers }: PageReading): Promise<Date | null> {
    const { leases, clock } = this.parts;
    const lease = this.slots.lastAsked();
    if (status !== 429 && status !== 503) {
      if (failure === null && lease.backoffs > 0) await leases.forgetBackoff(lease);
      return null;
    }
    const now = clock.now();
    const said = headers === null ? null : retryAfterMs(headerValue(headers, 'retry-after'), now);
    const until = backedOffUntil(now, said, lease.backoffs);
    await leases.backOff(lease, until);
    return until;
  }

  /** A wait for a gap may be as long as a lease. */
  private async renew(): Promise<void> {
    const askedAt = performance.now();
    const renewed = await this.parts.leases.renew(this.slots.leasesHeld()).catch(() => []);
    this.slots.renewed(new Set(renewed), askedAt);
  }
}

function withoutRobots(url: URL): PageReading {
  return {
    failure: { code: 'robots_unreachable', detail: 'other_site' },
    status: null,
    finalUrl: url.href,
    redirects: [],
    headers: null,
    facts: null,
    limit: null,
    body: null,
  };
}

function visitOf(reading: PageReading, robotsAllowed: Visit['robotsAllowed']): Visit {
  const { failure, status, finalUrl, redirects, headers, facts, limit } = reading;
  return {
    failure,
    robotsAllowed,
    status,
    finalUrl,
    redirects,
    contentType: headers === null ? null : headerValue(headers, 'content-type'),
    page: facts,
    limit,
    rendering: 'none',
    matches: facts?.occurrences.map(() => 'other' as const) ?? [],
  };
}
