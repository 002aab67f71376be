import { expect } from '@jest/globals';
import {
  campaignFilter,
  pitchFilter,
  readCampaignSearch,
  readPitchSearch,
} from '../../web/src/features/campaigns/campaign-search.js';
import { orderFilter, readOrderSearch } from '../../web/src/features/orders/order-search.js';
import { filterQuery, readPlacementSearch } from '../../web/src/features/placements/placement-search.js';
import type { Person } from '../http/people.js';

/** A number of a page with the address of its rows. */
export interface Figure {
  readonly count: number;
  readonly address: string;
}
interface Row {
  readonly id: string;
  readonly agreedPerMonth: number | null;
  readonly deliveredThisMonth: number;
}

/** Each page of the interface that lists rows: where it reads them, and what its address asks for. */
const LISTS: Readonly<Record<string, (raw: Record<string, unknown>, me: string) => [string, object]>> = {
  '/board': (raw) => ['/pitches', pitchFilter(readPitchSearch(raw), { assigneeMemberId: 'me' })],
  // The reader of the page of tasks knows the browser; its words are few.
  '/tasks': ({ whose, state, dueTo, client }, me) => [
    '/tasks',
    { assigneeMemberId: whoseTasks(whose, me), state, dueTo, clientId: client },
  ],
  '/placements': (raw) => ['/placements', filterQuery(readPlacementSearch(raw))],
  '/campaigns': (raw) => ['/campaigns', campaignFilter(readCampaignSearch(raw))],
  '/orders': (raw) => ['/orders', orderFilter(readOrderSearch(raw))],
  '/approvals': ({ decidedFrom, askedBy, client }) => [
    '/approvals',
    { decidedFrom, askedByMemberId: askedBy, clientId: client },
  ],
  '/reclamations': ({ state, assignee, client }) => [
    '/reclamations',
    { state, assigneeMemberId: assignee, clientId: client },
  ],
};

function whoseTasks(whose: unknown, me: string): unknown {
  if (whose === undefined) return me;
  if (whose === 'all') return undefined;
  return whose === 'nobody' ? 'none' : whose;
}

/** The rows that the interface lists at an address, read by its own rules. */
export async function rowsAt(
  who: Person,
  address: string,
  limit = 200,
): Promise<{ items: Row[]; total: number }> {
  const { pathname, searchParams } = new URL(address, 'http://ui.example');
  const list = LISTS[pathname];
  if (list === undefined) throw new Error(`no list at ${address}`);
  const [path, filter] = list(Object.fromEntries(searchParams), who.memberId);
  const said = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(said.map(([key, value]): [string, string] => [key, String(value)]));
  const { status, body } = await who.browser.get(`${path}?${query.toString()}&limit=${limit}`);
  expect([address, status]).toEqual([address, 200]);
  return body;
}

/** The numbers of a line by their names. */
export const countsOf = (line: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(line).flatMap(([key, value]) => (isFigure(value) ? [[key, value.count]] : [])),
  );

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'count' in value && 'address' in value;
}

/** Every number of an answer, wherever it stands. */
export function figuresIn(value: unknown): Figure[] {
  if (isFigure(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(figuresIn);
}
