import { Injectable } from '@nestjs/common';
import { type PageSight, pageSight } from '../../../core/suggestions/dead-sight.js';
import type { Visit } from '../../../core/verifier/facts.js';
import { hostSlot } from '../../../platform/fetch/page-fetcher.js';
import { type NoTurn, type PageTurn, PageTurns, putOffBy } from '../../verifier/page-turns.service.js';

/** What a look at a page brought back. `sight` is what it says of the page's life; a host that is busy or rests says nothing. */
export interface PageLook {
  readonly sight: PageSight;
  readonly visit: Visit | null;
  readonly body: Buffer | null;
  readonly isStopped: boolean;
}

/** Hosts that are asked at the same time. */
const AT_ONCE = 4;

/** Looks at pages politely: robots.txt, the host's gap and its wish to be left alone are kept, redirects included. */
@Injectable()
export class PageLooks {
  constructor(private readonly turns: PageTurns) {}

  /** One page. */
  async one(url: string, stop: AbortSignal): Promise<PageLook> {
    const address = new URL(url);
    const turn = await this.turns.beginWaiting(hostSlot(address), stop);
    if (typeof turn === 'string') return notLooked(turn);
    try {
      return await lookAt(turn, address);
    } finally {
      await turn.end();
    }
  }

  /** Many pages, those of one host one after another. `seen` is told of each. */
  async many(
    urls: readonly string[],
    stop: AbortSignal,
    seen: (url: string, sight: PageSight) => Promise<void>,
  ): Promise<void> {
    const waiting = [...byHost(urls).entries()];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await this.host(next, stop, seen);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async host(
    [slot, urls]: readonly [slot: string, urls: readonly string[]],
    stop: AbortSignal,
    seen: (url: string, sight: PageSight) => Promise<void>,
  ): Promise<void> {
    const turn = await this.turns.beginWaiting(slot, stop);
    if (typeof turn === 'string') {
      for (const url of urls) await seen(url, notLooked(turn).sight);
      return;
    }
    try {
      for (const url of urls) await seen(url, (await lookAt(turn, new URL(url))).sight);
    } finally {
      await turn.end();
    }
  }
}

function byHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const slot = hostSlot(new URL(url));
    hosts.set(slot, [...(hosts.get(slot) ?? []), url]);
  }
  return hosts;
}

async function lookAt(turn: PageTurn, url: URL): Promise<PageLook> {
  const answer = await turn.read(url, () => true);
  if (answer.kind !== 'read') return notLooked(answer.kind === 'deferred' ? putOffBy(answer) : 'host_busy');
  return { sight: pageSight(answer.visit), visit: answer.visit, body: answer.body, isStopped: false };
}

function notLooked(why: NoTurn): PageLook {
  const sight: PageSight = { answer: 'unknown', status: null, finding: why };
  return { sight, visit: null, body: null, isStopped: why === 'stopped' };
}
