const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

/**
 * What formats dates in a language, made once for each wish: making one costs a hundred times what using it does, and a long
 * list says hundreds of dates while one scrolls.
 */
export function dateFormat(tag: string, wish: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, `${tag} ${JSON.stringify(wish)}`, () => new Intl.DateTimeFormat(tag, wish));
}

/** What formats numbers in a language, made once for each wish. */
export function numberFormat(tag: string, wish: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, `${tag} ${JSON.stringify(wish)}`, () => new Intl.NumberFormat(tag, wish));
}

/** What says "2 hr ago" in a language. */
export function relativeFormat(tag: string): Intl.RelativeTimeFormat {
  return kept(relatives, tag, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' }));
}

function kept<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const known = made.get(key);
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}
