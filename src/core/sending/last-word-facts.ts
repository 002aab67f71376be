import type { MayMail } from '../contacts/may-mail.js';
import type { ConflictReason } from '../prospects/conflict.js';
import type { Courtesy, FirstMail } from './caps.js';
import type { OutboundKind } from './message-state.js';
import type { MailWindow } from './window.js';

/** Everything the last word looks at, as it stands in the transaction of the claim. Moments are milliseconds since 1970. */
export interface LastWordFacts {
  readonly now: number;
  readonly sending: { readonly isPaused: boolean; readonly pauseCode: string | null };
  readonly mail: MailToJudge;
  readonly recipient: RecipientFacts;
  readonly since: SinceFacts;
  /** Null for a mail of no sequence. */
  readonly enrollment: EnrollmentFacts | null;
  /** Null for a mail of no pitch. */
  readonly pitch: { readonly isClosed: boolean } | null;
  readonly site: SiteFacts;
  /** Null where the contact is not known. */
  readonly ground: MayMail | null;
  readonly mailbox: MailboxFacts;
  readonly caps: CapFacts;
}

export interface MailToJudge {
  readonly kind: OutboundKind;
  readonly isFirst: boolean;
  readonly isCold: boolean;
  readonly addressKey: string;
  /** Places in the frozen text that were never filled in. */
  readonly missing: readonly string[];
  readonly hasOptOut: boolean;
  readonly hasSender: boolean;
  /** Codes a manager let pass for this mail, or for an earlier one of its enrolment. */
  readonly overridden: readonly string[];
  /** The recipient's own window, where the sequence wants one. */
  readonly window: MailWindow | null;
}

export interface RecipientFacts {
  /** The reason of the suppression of the address that holds for this client, null without one. */
  readonly suppression: string | null;
  /** The reason of the suppression of the site. */
  readonly siteSuppression: string | null;
  /** They wrote to us in this thread after they were suppressed, and nobody answered since. */
  readonly mayBeAnsweredOnce: boolean;
  readonly hasObjected: boolean;
  readonly isErased: boolean;
  readonly isArchived: boolean;
  /** The domain says that it takes no mail (RFC 7505). */
  readonly hasNullMx: boolean;
}

/** What came in since the enrolment; false for a mail of no sequence. */
export interface SinceFacts {
  readonly replied: boolean;
  /** Their colleague at the site wrote, or the publisher did. */
  readonly colleagueReplied: boolean;
  readonly bounced: boolean;
  readonly optedOut: boolean;
}

export interface EnrollmentFacts {
  readonly state: 'awaiting_approval' | 'running' | 'paused' | 'finished' | 'stopped';
  readonly stateCode: string | null;
  /** Whether this mail is the step that is next, of the generation that counts. */
  readonly isNext: boolean;
}

export interface SiteFacts {
  readonly isExcludedByClient: boolean;
  readonly conflicts: readonly ConflictReason[];
  /** The names in the conflict: who wrote, when, for whom. */
  readonly conflictParams: Readonly<Record<string, string | null>>;
  /** A manager let the conflict pass when the pitch was added. */
  readonly isReleased: boolean;
}

export interface MailboxFacts {
  readonly isActive: boolean;
  readonly pauseCode: string | null;
  readonly isForClient: boolean;
  readonly isHistoryRunning: boolean;
  /** Null where there is no inbox to look into: the built-in catcher. */
  readonly folders: readonly PolledFolder[] | null;
  /** How old the last look into it may be. */
  readonly freshWithinMs: number;
  readonly window: MailWindow;
  readonly nextSlotAt: number | null;
  readonly capToday: number;
  readonly sentToday: number;
}

/** A folder in which an answer may lie: when its last whole look began and ended. */
export interface PolledFolder {
  readonly use: 'inbox' | 'junk';
  readonly polledFrom: number | null;
  readonly polledUntil: number | null;
  readonly errorCode: string | null;
}

export interface CapFacts {
  readonly courtesy: Courtesy;
  readonly siteFirstMails: readonly FirstMail[];
  /** Mails of sequences to this person, of the last two days. */
  readonly personMails: readonly number[];
  /** Null where the campaign sets no limit, or there is none. */
  readonly campaignWeek: { readonly limit: number; readonly used: number } | null;
  readonly workspaceZone: string;
}
