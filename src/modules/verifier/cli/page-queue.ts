import { hostSlot } from '../../../platform/fetch/page-fetcher.js';
import type { PageGroup } from './page-groups.js';

/** Rows that may wait in the queue: enough to find work on other hosts while one is in its pause. */
const MAX_QUEUED_ROWS = 10_000;

/** A page handed out, and the lane it blocks until it is done. */
export interface TakenPage {
  readonly group: PageGroup;
  readonly lane: string;
}

/**
 * Hands out pages so that one host keeps nobody else waiting: of a host whose pauses are kept, one page is out at a time.
 * `push` waits while the queue is full.
 */
export class PageQueue {
  private readonly lanes = new Map<string, PageGroup[]>();
  private readonly ready: string[] = [];
  private readonly takers: ((page: TakenPage | null) => void)[] = [];
  private readonly pushers: (() => void)[] = [];
  private queuedRows = 0;
  private out = 0;
  private pushed = 0;
  private closed = false;

  /** `pausesKept` is false where all hosts may be asked without a pause. */
  constructor(private readonly pausesKept: boolean) {}

  async push(group: PageGroup): Promise<void> {
    while (this.queuedRows >= MAX_QUEUED_ROWS)
      await new Promise<void>((resolve) => this.pushers.push(resolve));
    this.queuedRows += group.rows.length;
    this.pushed += 1;
    const lane = this.pausesKept ? hostSlot(new URL(group.pageUrl)) : String(this.pushed);
    const waiting = this.lanes.get(lane);
    if (waiting !== undefined) {
      waiting.push(group);
      return;
    }
    this.lanes.set(lane, [group]);
    this.ready.push(lane);
    this.serve();
  }

  /** The next page that may be visited; null when there will be none any more. */
  take(): Promise<TakenPage | null> {
    return new Promise((resolve) => {
      this.takers.push(resolve);
      this.serve();
    });
  }

  /** Says that a page is done: the next one of its host may go, after all other hosts that are ready. */
  done({ lane }: TakenPage): void {
    this.out -= 1;
    if (this.lanes.get(lane)?.length === 0) this.lanes.delete(lane);
    else this.ready.push(lane);
    this.serve();
  }

  /** No page comes any more. */
  close(): void {
    this.closed = true;
    this.serve();
  }

  private serve(): void {
    while (this.takers.length > 0) {
      const lane = this.ready.shift();
      if (lane === undefined) break;
      const group = this.lanes.get(lane)?.shift() as PageGroup;
      this.queuedRows -= group.rows.length;
      this.out += 1;
      this.pushers.shift()?.();
      this.takers.shift()?.({ group, lane });
    }
    if (!this.closed || this.out > 0 || this.ready.length > 0) return;
    for (const taker of this.takers.splice(0)) taker(null);
  }
}
