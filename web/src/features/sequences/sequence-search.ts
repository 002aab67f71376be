import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the address of the list says. */
export interface SequenceSearch {
  readonly kind?: string;
  readonly archived?: boolean;
}

/** Which pitches are to be enrolled, and in what. */
export interface EnrolSearch {
  /** Ids with commas between. */
  readonly pitches?: string;
  /** The name of a choice that is kept in the browser, where ids would be too many. */
  readonly choice?: string;
  readonly sequence?: string;
  readonly mailbox?: string;
  /** Nothing happens before this day. */
  readonly start?: string;
  /** The job that looked at the pitches. */
  readonly check?: string;
  /** Which of them are shown. */
  readonly show?: EnrolShow;
  readonly code?: string;
}

const SHOWS = ['able', 'unable'] as const;
export type EnrolShow = (typeof SHOWS)[number];

/** Reads the address of the list; what makes no sense is left out. */
export function readSequenceSearch(search: Record<string, unknown>): SequenceSearch {
  return withoutNothing({
    kind: inAddress.text(search['kind']),
    archived: search['archived'] === true ? true : undefined,
  });
}

/** Ids with commas between, as many as there are; what is none is left out. */
function idsIn(value: unknown): string | undefined {
  const ids = typeof value === 'string' ? value.split(',').filter((id) => inAddress.id(id)) : [];
  return ids.length === 0 ? undefined : ids.join(',');
}

/** Reads the address of enrolling; what makes no sense is left out. */
export function readEnrolSearch(search: Record<string, unknown>): EnrolSearch {
  return withoutNothing({
    pitches: idsIn(search['pitches']),
    choice: inAddress.text(search['choice']),
    sequence: inAddress.text(search['sequence']),
    mailbox: inAddress.text(search['mailbox']),
    start: inAddress.day(search['start']),
    check: inAddress.id(search['check']),
    show: inAddress.word(SHOWS, search['show']),
    code: inAddress.text(search['code']),
  });
}
