import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Garbage that may lie about before it is collected. */
const MOST_GARBAGE = 24 * 1_048_576;

/**
 * Keeps the memory of work that reads millions of rows low: V8 lets garbage of long-lived batches pile up to a multiple of what is in use.
 * Call `look` now and then; when enough has piled up since the last time it is collected, which takes some tens of milliseconds.
 */
export class SpareMemory {
  private floor = 0;

  constructor(
    private readonly used: () => number = inUse,
    private readonly collect: () => void = collector(),
  ) {
    this.floor = used();
  }

  /** Whether garbage was collected. */
  look(): boolean {
    if (this.used() - this.floor < MOST_GARBAGE) return false;
    this.collect();
    this.floor = this.used();
    return true;
  }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The engine's own collector, which only shows itself when it is asked for. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => void Reflect.apply(collect, undefined, []) : () => undefined;
}
