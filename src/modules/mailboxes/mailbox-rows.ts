import type { DomainCheck } from '../../core/mailboxes/domain-checks.js';
import type { HistoryState, MailboxState, SignIn } from '../../core/mailboxes/mailbox.js';
import type { MailSecurity } from '../../platform/mail/smtp-settings.js';

/** What DNS said of a domain, as it is kept. */
export interface DomainChecks {
  readonly spf: DomainCheck;
  readonly dkim: DomainCheck;
  readonly dmarc: DomainCheck;
  readonly mx: DomainCheck;
}

/** A mailbox as its row says it; times of day are HH:MM. */
export interface MailboxRow {
  readonly id: string;
  readonly address: string;
  readonly addressKey: string;
  readonly senderName: string;
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly ownerUserId: string | null;
  readonly signIn: SignIn;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly smtpSecurity: MailSecurity;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecurity: MailSecurity;
  readonly userName: string;
  readonly sealedSecret: Buffer | null;
  readonly tokenExpiresAt: Date | null;
  readonly signature: string;
  readonly capPerDay: number;
  readonly gapSeconds: number;
  readonly gapJitterSeconds: number;
  readonly windowFrom: string;
  readonly windowUntil: string;
  readonly workDays: number[];
  readonly timeZone: string;
  readonly rampFrom: number | null;
  readonly rampStep: number;
  readonly rampStartedOn: string | null;
  readonly state: MailboxState;
  readonly pauseCode: string | null;
  readonly pauseParams: Readonly<Record<string, unknown>>;
  readonly pausedAt: Date | null;
  readonly historyState: HistoryState;
  readonly historyRead: number;
  readonly historyFound: number;
  readonly sentCopy: 'unknown' | 'by_server' | 'by_us';
  readonly dkimSelector: string;
  readonly domainChecks: DomainChecks | Record<string, never>;
  readonly domainCheckedAt: Date | null;
  readonly connectedAt: Date | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  readonly clientIds: string[];
  readonly sentToday: number;
  readonly lastPolledAt: Date | null;
  readonly folderErrors: { path: string; code: string }[];
}

/** Columns of a mailbox that are written, by their name in the table. */
export type MailboxColumns = Readonly<Record<string, unknown>>;
