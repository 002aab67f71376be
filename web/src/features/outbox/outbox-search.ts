import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the outbox can be asked for, what needs a person first. */
export const OUTBOX_STATES = ['doubt', 'held', 'waiting', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** What the address of the outbox says. */
export interface OutboxSearch {
  /** Absent for what waits to be sent. */
  readonly state?: OutboxState | undefined;
  readonly mailbox?: string | undefined;
  readonly campaign?: string | undefined;
  readonly pitch?: string | undefined;
  /** The mail that is open. */
  readonly m?: string | undefined;
  /** What the switch on top is set to. */
  readonly client?: string | undefined;
}

/** Reads the address; what is not understood is nothing. */
export function readOutboxSearch(search: Record<string, unknown>): OutboxSearch {
  const state = inAddress.word(OUTBOX_STATES, search['state']);
  return withoutNothing({
    state: state === 'waiting' ? undefined : state,
    mailbox: inAddress.id(search['mailbox']),
    campaign: inAddress.id(search['campaign']),
    pitch: inAddress.id(search['pitch']),
    m: inAddress.id(search['m']),
  });
}
