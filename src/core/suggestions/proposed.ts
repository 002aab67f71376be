/** Where a proposed value was read. */
export const READ_PLACES = [
  'page_address',
  'page_title',
  'page_heading',
  'page_language',
  'page_meta',
  'structured_data',
  'author_mark',
  'byline',
  'time_mark',
  'page_text',
  'page_link',
  'label',
  'mail_header',
  'request_text',
] as const;
export type ReadPlace = (typeof READ_PLACES)[number];

/** A value that was read somewhere, with the words that say so. Nothing is proposed that was not read. */
export interface Proposed<Value> {
  readonly value: Value;
  readonly where: ReadPlace;
  /** The words it was read from, at most 500 characters. */
  readonly quote: string;
}

const QUOTE = 500;

/** A proposed value; null where there is none. */
export function proposed<Value>(
  value: Value | null,
  where: ReadPlace,
  quote: string,
): Proposed<Value> | null {
  const bare = quote.trim().slice(0, QUOTE);
  return value === null || value === '' ? null : { value, where, quote: bare };
}

/** The first of these that says something. */
export function firstOf<Value>(...all: readonly (Proposed<Value> | null)[]): Proposed<Value> | null {
  return all.find((one) => one !== null) ?? null;
}
