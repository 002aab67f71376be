/** A first table for as many keys; it doubles as it fills. */
const SMALLEST = 4096;
/** The table grows before it is fuller than this. */
const FULLEST = 0.6;

/**
 * Keys that came before in a file. Only a 64-bit hash of each is kept, because a million texts would be memory: two different keys of a
 * million are taken for one with a chance of 1 in 30 million.
 */
export class SeenKeys {
  private low = new Uint32Array(SMALLEST);
  private high = new Uint32Array(SMALLEST);
  private used = 0;

  /** How many different keys were added. */
  get size(): number {
    return this.used;
  }

  /** Remembers a key; false when it was there. */
  add(key: string): boolean {
    const [low, high] = hashOf(key);
    if (!put(this.low, this.high, low, high)) return false;
    this.used += 1;
    if (this.used > this.low.length * FULLEST) this.grow();
    return true;
  }

  private grow(): void {
    const [low, high] = [new Uint32Array(this.low.length * 2), new Uint32Array(this.low.length * 2)];
    for (const [at, part] of this.low.entries()) {
      const other = this.high[at] ?? 0;
      if (part !== 0 || other !== 0) put(low, high, part, other);
    }
    this.low = low;
    this.high = high;
  }
}

function put(lows: Uint32Array, highs: Uint32Array, low: number, high: number): boolean {
  const mask = lows.length - 1;
  for (let at = low & mask; ; at = (at + 1) & mask) {
    if (lows[at] === low && highs[at] === high) return false;
    if (lows[at] === 0 && highs[at] === 0) {
      lows[at] = low;
      highs[at] = high;
      return true;
    }
  }
}

/** Two mixed 32-bit hashes of a text; never both zero, which stands for an empty place. */
function hashOf(text: string): [number, number] {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return [one >>> 0 || 1, two >>> 0];
}
