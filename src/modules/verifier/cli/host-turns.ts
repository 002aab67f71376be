import { setTimeout as wait } from 'node:timers/promises';
import type { RequestNotice } from '../visit/visit-types.js';

/** Milliseconds that must pass between two requests to a host; null = no turns are kept there. */
export type GapOf = (url: URL) => Promise<number | null>;

interface Turn {
  /** Resolves when everybody who asked before has been served. */
  tail: Promise<void>;
  waiting: number;
  endedAt: number;
  end: () => void;
}

const SWEEP_FROM = 5_000;
const FORGET_AFTER_MS = 120_000;

/** One request at a time and a pause after it, for each host of this run. */
export class HostTurns {
  private readonly turns = new Map<string, Turn>();

  constructor(private readonly gapOf: GapOf) {}

  readonly before = async (notice: RequestNotice): Promise<'go'> => {
    const gap = await this.gapOf(new URL(notice.url));
    if (gap === null) return 'go';
    const turn = this.turnOf(notice.slot);
    const before = turn.tail;
    let end: () => void = () => undefined;
    turn.tail = new Promise((resolve) => {
      end = resolve;
    });
    turn.waiting += 1;
    await before;
    turn.waiting -= 1;
    const pause = turn.endedAt + Math.max(gap, notice.crawlDelayMs ?? 0) - performance.now();
    if (pause > 0) await wait(Math.ceil(pause) + 1);
    turn.endedAt = Number.POSITIVE_INFINITY;
    turn.end = end;
    return 'go';
  };

  readonly after = (notice: RequestNotice): void => {
    const turn = this.turns.get(notice.slot);
    if (turn === undefined) return;
    turn.endedAt = performance.now();
    turn.end();
  };

  private turnOf(slot: string): Turn {
    const known = this.turns.get(slot);
    if (known !== undefined) return known;
    if (this.turns.size > SWEEP_FROM) this.sweep();
    const fresh = {
      tail: Promise.resolve(),
      waiting: 0,
      endedAt: Number.NEGATIVE_INFINITY,
      end: () => undefined,
    };
    this.turns.set(slot, fresh);
    return fresh;
  }

  /** A list of many hosts must not fill the memory with those long done. */
  private sweep(): void {
    const old = performance.now() - FORGET_AFTER_MS;
    for (const [slot, turn] of this.turns)
      if (turn.waiting === 0 && turn.endedAt < old) this.turns.delete(slot);
  }
}
