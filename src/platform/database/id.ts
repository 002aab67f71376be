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
  return v7({ msecs: at?.getTime() ?? present, seq: counted, random: randomBytes() });
}

/** Chance in large portions: asking the system for 16 bytes a time costs more than the rest of an id. */
const POOL = Buffer.alloc(16_384);
let used = POOL.length;

function randomBytes(): Uint8Array {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += 16;
  return POOL.subarray(used - 16, used);
}
