import type { OutboundKind } from '../../core/sending/message-state.js';

/** Hours in which a mail may leave, besides those of its mailbox: wall time in the recipient's zone. */
export interface RecipientWindow {
  readonly zone: string;
  /** HH:MM. */
  readonly from: string;
  readonly until: string;
  /** ISO days of the week, 1 Monday. */
  readonly days: readonly number[];
}

/** A mail to be sent once, as whoever writes it knows it. Its text is frozen here, its bytes at the first claim. */
export interface NewOutbound {
  /** Given by the maker where it needs the id before; made here otherwise. */
  readonly id?: string;
  readonly kind: OutboundKind;
  readonly mailboxId: string;
  readonly clientId?: string | null;
  readonly enrollmentId?: string | null;
  readonly stepNo?: number | null;
  readonly generation?: number;
  readonly pitchId?: string | null;
  readonly campaignId?: string | null;
  readonly siteId?: string | null;
  readonly contactId?: string | null;
  readonly conversationId?: string | null;
  /** Who of the team writes. */
  readonly memberId?: string | null;
  /** The first mail of a pitch to this person. */
  readonly isFirst: boolean;
  /** A mail nobody asked for, and its follow-ups: opt-out line, ground and cool-down are asked for. */
  readonly isCold: boolean;
  readonly toAddress: string;
  readonly toName?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  /** Message-IDs without angle brackets. */
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  readonly unsubscribeUrl?: string | null;
  readonly templateVersionId?: string | null;
  readonly notBefore: Date;
  readonly window?: RecipientWindow | null;
}

/** Which mails to stop: some by their ids, those of an enrolment, or all to an address. */
export type WhichOutbound =
  | { readonly ids: readonly string[] }
  | { readonly enrollmentId: string }
  | { readonly addressKey: string };

/** What a stop reached: `late` were already on their way, or have left. */
export interface Stopped {
  readonly cancelled: readonly string[];
  readonly late: readonly { readonly id: string; readonly state: 'in_doubt' | 'sent' | 'unknown' }[];
}

/** What makes the Message-ID of a step: the same step always has the same one. */
export interface StepName {
  readonly enrollmentId: string;
  readonly stepNo: number;
  readonly generation: number;
  readonly senderDomain: string;
}

/** A mail a person must look at before it can leave. */
export interface HeldMail {
  readonly id: string;
  readonly mailboxId: string;
  readonly enrollmentId: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly heldAt: Date;
}
