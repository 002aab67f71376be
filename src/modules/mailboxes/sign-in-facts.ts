import type { MailPlace } from '../../platform/mail/mail-guard.js';

/** What a sign-in was started for; it waits in the database while the person is at the provider. No secret stands in it. */
export interface SignInFacts {
  readonly memberId: string;
  readonly address: string | null;
  /** The mailbox that is signed in to anew; null for a new one. */
  readonly mailboxId: string | null;
  readonly clientIds: string[] | null;
  readonly readHistory: boolean | null;
  readonly smtp: MailPlace | null;
  readonly imap: MailPlace | null;
}
