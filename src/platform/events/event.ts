import type { EventKind, Subject } from '../../core/events/kinds.js';

/** Ids, codes and numbers of an event; never names or texts, so that a person can be erased. */
export type EventParams = Readonly<Record<string, unknown>>;

/** A fact to record. */
export interface NewEvent {
  readonly kind: EventKind;
  /** Each gets the event on its timeline; at least one. */
  readonly subjects: readonly Subject[];
  readonly params?: EventParams;
  /** The client it belongs to: members limited to other clients do not see it. Null for the whole workspace. */
  readonly clientId?: string | null;
  /** Who did it; the user of the scope where absent, null for the program itself. */
  readonly actorUserId?: string | null;
}

/** A fact as it was recorded. */
export interface RecordedEvent {
  readonly id: string;
  readonly workspaceId: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly clientId: string | null;
  readonly actorUserId: string | null;
  readonly params: EventParams;
  readonly subjects: readonly Subject[];
}
