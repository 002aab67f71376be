import type { APIRequestContext } from 'playwright-core';
import { ask } from './team.js';
import type { Visitor } from './visitor.js';

/** A picture of a page. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly act?: (visitor: Visitor) => Promise<unknown>;
}

/** The id of the first row of a list, e.g. of `/orders?state=paid`; an empty text where it has none. */
export async function firstOf(as: APIRequestContext, path: string): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(as, path);
  return items[0]?.id ?? '';
}
