import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Counts the ids of this process; it begins at random, so that two processes seldom count alike. */
let counted = randomInt(2 ** 24);
/** The latest present that was named: a clock that is set back does not put new ids before old ones. */
let present = 0;

/**
 * A new UUID v7. Rows of partitioned tables (checks, events) lie in the month their id names: give the moment of the
 * fact so that a recorded time and its partition agree. Of two ids of one process and one moment the later one is the
 * greater: the sequence of RFC 9562, 6.2 tells them apart, so that a timeline keeps the order in which things happened.
 */
export function newId(at?: Date): string {
  counted = (counted + 1) >>> 0;
  if (at === undefined) present = Math.max(present, Date.now());
  v7({ msecs: at?.getTime() ?? present, seq: counted, random: randomBytes() }, BYTES);
  return written();
}

const BYTES = Buffer.alloc(16);
const CHANCE = Buffer.alloc(16);

/** Chance in large portions: asking the system for 16 bytes a time costs more than the rest of an id. */
const POOL = Buffer.alloc(16_384);
let used = POOL.length;

function randomBytes(): Uint8Array {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += POOL.copy(CHANCE, 0, used, used + CHANCE.length);
  return CHANCE;
}

const TEXT = Buffer.from('00000000-0000-0000-0000-000000000000', 'latin1');
/** Where the two digits of each byte stand. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/** The id as text, in one piece: made of pieces it would be a tree of them, and an import makes millions. */
function written(): string {
  for (const [at, place] of PLACES.entries()) {
    const byte = BYTES[at] ?? 0;
    TEXT[place] = DIGITS[byte >> 4] ?? 0;
    TEXT[place + 1] = DIGITS[byte & 15] ?? 0;
  }
  return TEXT.toString('latin1');
}
