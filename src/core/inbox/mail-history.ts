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

/** Adds a header to what is known, by address. */
export function remembered(known: ReadonlyMap<string, Correspondence>, mail: EarlierMail): Correspondence {
  const before = known.get(mail.addressKey);
  const lastIn = before?.lastInMs ?? null;
  const lastOut = before?.lastOutMs ?? null;
  const { direction, atMs, addressKey, siteKey } = mail;
  return {
    addressKey,
    siteKey,
    lastInMs: direction === 'in' ? Math.max(lastIn ?? 0, atMs) : lastIn,
    lastOutMs: direction === 'out' ? Math.max(lastOut ?? 0, atMs) : lastOut,
    mails: (before?.mails ?? 0) + 1,
  };
}

/** Whether both sides have written: the ground of ongoing correspondence may then be proposed (D268). */
export function isTwoWay({ lastInMs, lastOutMs }: Correspondence): boolean {
  return lastInMs !== null && lastOutMs !== null;
}
