/** Bits kept for each name, and places looked at: one in some ten thousand names passes by mistake. */
const BITS_EACH = 24;
const PLACES = 8;

/**
 * A set of names that takes three bytes for each, however long they are: what was added is always held; of what was not, next to nothing. For
 * sifting lists of a hundred million names by our own, where a set of texts would not fit.
 */
export class NameFilter {
  private readonly bits: Uint32Array;
  private readonly size: number;

  constructor(expected: number) {
    this.bits = new Uint32Array(Math.ceil((Math.max(expected, 64) * BITS_EACH) / 32));
    this.size = this.bits.length * 32;
  }

  add(name: string): void {
    const [one, other] = hashes(name);
    for (let no = 0; no < PLACES; no += 1) {
      const place = placeOf(one, other, no) % this.size;
      const word = place >>> 5;
      this.bits[word] = (this.bits[word] ?? 0) | (1 << (place & 31));
    }
  }

  /** False: the name was never added. True: it was, or, seldom, it only looks so. */
  mayHold(name: string): boolean {
    const [one, other] = hashes(name);
    for (let no = 0; no < PLACES; no += 1) {
      const place = placeOf(one, other, no) % this.size;
      if (((this.bits[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) return false;
    }
    return true;
  }
}

/** The places of a name, made of two hashes (Kirsch and Mitzenmacher, 2006). */
function placeOf(one: number, other: number, no: number): number {
  return (one + Math.imul(no, other)) >>> 0;
}

/** FNV-1a from two starting points, the second made odd, so that no two places fall together. */
function hashes(name: string): readonly [number, number] {
  let one = 0x811c9dc5;
  let other = 0x01234567;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return [mixed(one), mixed(other) | 1];
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (half ^ (half >>> 15)) >>> 0;
}
