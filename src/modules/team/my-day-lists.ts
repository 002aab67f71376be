import type { Principal } from '../../platform/http/principal.js';
import type { MyDayItem } from './my-day.dto.js';

/** Whose day it is, and which day. */
export interface DayOf {
  readonly who: Principal;
  /** In the workspace's zone, YYYY-MM-DD. */
  readonly today: string;
  readonly clientId: string | undefined;
}

/** Rows each list begins with; the whole list has a page of its own. */
export const MOST_SHOWN = 10;

/** What an item says nothing of. */
export const NOTHING_MORE = {
  detail: null,
  place: null,
  dueOn: null,
  isOverdue: false,
  at: null,
  state: null,
  amountMinor: null,
  currency: null,
} as const satisfies Partial<MyDayItem>;

/** The filter of one client, or none. */
export function only(clientId: string | undefined): { clientId?: string } {
  return clientId === undefined ? {} : { clientId };
}
