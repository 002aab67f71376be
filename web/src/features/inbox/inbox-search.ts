import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** The tabs of the inbox, what a person works through first. */
export const TABS = ['to_answer', 'waiting', 'unmatched', 'other', 'done'] as const;
export type InboxTab = (typeof TABS)[number];

/** What the address of the inbox says. */
export interface InboxSearch {
  /** Absent for what is to be answered. */
  readonly tab?: InboxTab | undefined;
  /** The conversation that is open. */
  readonly c?: string | undefined;
  /** On a small screen: what is known about the open conversation, instead of its mails. */
  readonly about?: true | undefined;
  /** Only what is given to me. */
  readonly mine?: true | undefined;
  /** What was put off, instead of what was not. */
  readonly snoozed?: true | undefined;
  readonly mailbox?: string | undefined;
  readonly pitch?: string | undefined;
  readonly q?: string | undefined;
  /** What the switch on top is set to. */
  readonly client?: string | undefined;
}

/** Reads the address; what is not understood is nothing. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const tab = inAddress.word(TABS, search['tab']);
  return withoutNothing({
    tab: tab === 'to_answer' ? undefined : tab,
    c: inAddress.id(search['c']),
    about: inAddress.flag(search['about']),
    mine: inAddress.flag(search['mine']),
    snoozed: inAddress.flag(search['snoozed']),
    mailbox: inAddress.id(search['mailbox']),
    pitch: inAddress.id(search['pitch']),
    q: inAddress.text(search['q']),
  });
}

/** The conversation that comes up when the open one leaves the list: the one below it, else the one above. */
export function neighbourOf(ids: readonly string[], id: string): string | undefined {
  const place = ids.indexOf(id);
  if (place < 0) return ids[0];
  return ids[place + 1] ?? ids[place - 1];
}
