import { equivalentKey } from '../verifier/url-ladder.js';
import { type AddressRefusal, readAddress } from './address.js';

/** One wish of "move target pages": every placement that points to `from` shall point to `to`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A move with its addresses read: `fromKey` finds the placements (the step `equivalent`). */
export interface PlannedMove {
  readonly fromKey: string;
  readonly to: string;
  readonly toKey: string;
}

export type MovePlan =
  | { readonly ok: true; readonly moves: readonly PlannedMove[] }
  | {
      readonly ok: false;
      readonly index: number;
      readonly field: 'from' | 'to';
      readonly reason: MoveRefusal;
    };

export type MoveRefusal = AddressRefusal | 'named_twice' | 'same_page';

/**
 * Reads the wishes of one move. All are applied to the same snapshot, so a chain (a to b, b to c) or a swap moves each placement
 * once. Refused: an unreadable address, a page named twice as `from`, a page moved to exactly itself.
 */
export function planMoves(wishes: readonly Move[]): MovePlan {
  const moves = new Map<string, PlannedMove>();
  for (const [index, wish] of wishes.entries()) {
    const read = readMove(wish);
    if ('reason' in read) return { ok: false, index, ...read };
    if (moves.has(read.fromKey)) return { ok: false, index, field: 'from', reason: 'named_twice' };
    moves.set(read.fromKey, read);
  }
  return { ok: true, moves: [...moves.values()] };
}

function readMove(wish: Move): PlannedMove | { field: 'from' | 'to'; reason: MoveRefusal } {
  const from = readAddress(wish.from);
  if (!from.ok) return { field: 'from', reason: from.reason };
  const to = readAddress(wish.to);
  if (!to.ok) return { field: 'to', reason: to.reason };
  if (from.url === to.url) return { field: 'to', reason: 'same_page' };
  const [fromKey, toKey] = [equivalentKey(from.url), equivalentKey(to.url)];
  if (fromKey === null || toKey === null) return { field: 'from', reason: 'not_an_address' };
  return { fromKey, to: to.url, toKey };
}
