/** A header of earlier mail, with the other side's address. */
export interface EarlierMail {
  readonly direction: 'in' | 'out';
  readonly addressKey: string;
  readonly siteKey: string;
  readonly atMs: number;
}

/** What earlier mail says of one address at a known site. */
export interface Correspondence {
  readonly addressKey: string;
  readonly siteKey: string;
  readonly lastInMs: number | null;
  readonly lastOutMs: number | null;
  readonly mails: number;
}

const NOTHING = { lastInMs: null, lastOutMs: null, mails: 0 } as const;

/** Adds a header to what is known, by address. */
export function remembered(known: ReadonlyMap<string, Correspondence>, mail: EarlierMail): Correspondence {
  const { direction, atMs, addressKey, siteKey } = mail;
  const before = known.get(addressKey) ?? NOTHING;
  const last = direction === 'in' ? 'lastInMs' : 'lastOutMs';
  return {
    ...before,
    addressKey,
    siteKey,
    [last]: Math.max(before[last] ?? 0, atMs),
    mails: before.mails + 1,
  };
}

/** Whether both sides have written: the ground of ongoing correspondence may then be proposed (D268). */
export function isTwoWay({ lastInMs, lastOutMs }: Correspondence): boolean {
  return lastInMs !== null && lastOutMs !== null;
}
