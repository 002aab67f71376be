import type { RowReading, UsableRow } from './verify-row.js';

/** All rows of the input that name one page. */
export interface PageGroup {
  readonly pageUrl: string;
  readonly rows: readonly UsableRow[];
}

export type GroupedRow =
  | { readonly kind: 'page'; readonly group: PageGroup }
  | { readonly kind: 'invalid'; readonly reading: RowReading & { readonly usable: false } };

/**
 * Puts the rows of each page together, so that it is fetched once. Reads the input twice: first it counts how often each page is
 * named, then a page goes out as soon as its last row was seen. Only pages still waiting for rows are held.
 */
export async function* groupRows(rows: () => AsyncIterable<RowReading>): AsyncGenerator<GroupedRow> {
  const counts = new Map<number, number>();
  for await (const reading of rows()) {
    if (!reading.usable) continue;
    const key = hash(reading.row.pageUrl);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const waiting = new Map<string, UsableRow[]>();
  for await (const reading of rows()) {
    if (!reading.usable) {
      yield { kind: 'invalid', reading };
      continue;
    }
    const { row } = reading;
    const group = waiting.get(row.pageUrl) ?? [];
    group.push(row);
    if (group.length < (counts.get(hash(row.pageUrl)) ?? 0)) {
      waiting.set(row.pageUrl, group);
      continue;
    }
    waiting.delete(row.pageUrl);
    yield { kind: 'page', group: { pageUrl: row.pageUrl, rows: group } };
  }
  // Two addresses with one hash wait for rows that never come: they go out here.
  for (const [pageUrl, group] of waiting) yield { kind: 'page', group: { pageUrl, rows: group } };
}

/** 53 bits of an address: enough to count with, and small. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
