import type { OptOutReading } from './opt-out-reading.js';
import type { TermsProposals } from './terms-proposals.js';

/** What a mail is taken for. `unparsed`: its form broke a limit, only what its header says at a glance is known. */
export const MAIL_KINDS = [
  'bounce',
  'complaint',
  'auto_reply',
  'left_company',
  'reply',
  'unsubscribe',
  'other',
  'unparsed',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * Whom a failure speaks of: the address itself (or its domain), the state of the mailbox behind it, this one message, or us as the sender.
 * Only `address` can be permanent.
 */
export const FAILURE_SCOPES = ['address', 'mailbox', 'message', 'sender'] as const;
export type FailureScope = (typeof FAILURE_SCOPES)[number];

/** One recipient a bounce or a complaint speaks of. What the mail does not say is null. */
export interface FailedRecipient {
  readonly address: string | null;
  /** Enhanced status code (RFC 3463) as the far server gave it, e.g. `5.1.1`. */
  readonly status: string | null;
  /** Reply code of SMTP (RFC 5321, 4.2), e.g. `550`. */
  readonly replyCode: string | null;
  /** Whether this address will not accept mail, ever. */
  readonly permanent: boolean;
  readonly scope: FailureScope;
  readonly reason: string;
}

export interface MailPerson {
  /** As written, without angle brackets; small letters are the reader's business. */
  readonly address: string;
  readonly name: string;
}

export interface MailAttachment {
  readonly name: string | null;
  readonly type: string;
  /** Bytes, decoded. */
  readonly size: number;
}

/** A person a leaver or an absent colleague names in his place. */
export interface Successor {
  readonly address: string;
  readonly name: string | null;
}

/** Everything that is read from one mail. */
export interface MailReading {
  readonly kind: MailKind;
  /** Which rule decided the kind (docs/mail-reading.md has the closed list). */
  readonly rule: string;
  readonly recipients: readonly FailedRecipient[];
  /** Message-ID this mail answers, without angle brackets; for a report the id of the mail it returns. */
  readonly inReplyTo: string | null;
  /** Message-IDs found in what a report returns (its original's header), without angle brackets. */
  readonly originalIds: readonly string[];
  readonly messageId: string | null;
  /** In the order of the References header, without angle brackets. */
  readonly references: readonly string[];
  readonly from: MailPerson | null;
  readonly replyTo: MailPerson | null;
  readonly to: readonly MailPerson[];
  readonly subject: string;
  /** The subject without answer and forward prefixes, small letters, white space folded (D234). */
  readonly subjectKey: string;
  /** ISO 8601 instant of the Date header. */
  readonly date: string | null;
  /** The new text, without what it quotes. */
  readonly text: string;
  /** What it quotes, attribution line included. */
  readonly quoted: string;
  /** Raw HTML as it came, capped; unsafe to show as it is. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly optOut: OptOutReading;
  /** What reads like terms of a placement, null when nothing does or nobody wrote it by hand. Proposals, never facts. */
  readonly terms: TermsProposals | null;
  /** YYYY-MM-DD the absent person is back. */
  readonly returnsOn: string | null;
  readonly successor: Successor | null;
  /** SHA-256 of the body's bytes, hex: the same mail in two folders has the same one. */
  readonly bodyHash: string;
}
