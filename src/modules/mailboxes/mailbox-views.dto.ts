import { ApiProperty } from '@nestjs/swagger';
import {
  CHECK_CODES,
  CHECK_STATES,
  type CheckCode,
  type CheckState,
} from '../../core/mailboxes/domain-checks.js';
import {
  HISTORY_STATES,
  type HistoryState,
  MAILBOX_STATES,
  type MailboxState,
  SIGN_INS,
  type SignIn,
} from '../../core/mailboxes/mailbox.js';
import {
  MAIL_FAULTS,
  MAIL_PHASES,
  MAIL_SECURITIES,
  type MailFault,
  type MailPhase,
  type MailSecurity,
} from '../../platform/mail/smtp-settings.js';

/** One thing that DNS says of the domain, as a state, a code and a word of the record. */
export class DomainCheckView {
  @ApiProperty({ enum: CHECK_STATES, enumName: 'MailDomainState' })
  state!: CheckState;
  @ApiProperty({ enum: CHECK_CODES, enumName: 'MailDomainCode' })
  code!: CheckCode;
  detail!: string | null;
}

export class DomainChecksView {
  spf!: DomainCheckView;
  dkim!: DomainCheckView;
  dmarc!: DomainCheckView;
  mx!: DomainCheckView;
}

export class MailServerView {
  host!: string;
  port!: number;
  @ApiProperty({ enum: MAIL_SECURITIES, enumName: 'MailSecurity' })
  security!: MailSecurity;
}

/** A folder that could not be read, and the code of why. */
export class FolderError {
  path!: string;
  code!: string;
}

/** What one server came to. */
export class ServerTrial {
  isOk!: boolean;
  @ApiProperty({ enum: MAIL_PHASES, enumName: 'MailPhase', nullable: true })
  phase!: MailPhase | null;
  @ApiProperty({ enum: MAIL_FAULTS, enumName: 'MailFault', nullable: true })
  code!: MailFault | null;
}

/** A folder of the account, and what it is for by its own saying (RFC 6154). */
export class TrialFolder {
  path!: string;
  specialUse!: string | null;
}

export class TrialView {
  smtp!: ServerTrial;
  imap!: ServerTrial;
  /** At most 200. */
  folders!: TrialFolder[];
  domain!: DomainChecksView;
}

/** What is proposed for an address. */
export class GuessView {
  provider!: string | null;
  @ApiProperty({ enum: ['known', 'by_mx', 'usual'] })
  source!: 'known' | 'by_mx' | 'usual';
  @ApiProperty({ enum: ['google', 'microsoft', 'password'] })
  signIn!: 'google' | 'microsoft' | 'password';
  smtp!: MailServerView;
  imap!: MailServerView;
  needsAppPassword!: boolean;
  /** Whether the team's own app for that provider is set. */
  isAppSet!: boolean;
}

/** A mailbox of the team; its password or tokens are never told. */
export class MailboxView {
  id!: string;
  address!: string;
  senderName!: string;
  @ApiProperty({ enum: SIGN_INS, enumName: 'MailboxSignIn' })
  signIn!: SignIn;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  smtp!: MailServerView;
  imap!: MailServerView;
  userName!: string;
  /** Clients it may send for; empty: for all. */
  clientIds!: string[];
  @ApiProperty({ enum: MAILBOX_STATES, enumName: 'MailboxState' })
  state!: MailboxState;
  /** Why it is paused, as a code; null while it is not. */
  pauseCode!: string | null;
  /** A person's own words; null where the program paused it. */
  pauseReason!: string | null;
  pausedAt!: Date | null;
  capPerDay!: number;
  /** What it may send today, as its ramp-up stands. */
  capToday!: number;
  sentToday!: number;
  gapSeconds!: number;
  gapJitterSeconds!: number;
  windowFrom!: string;
  windowUntil!: string;
  workDays!: number[];
  timeZone!: string;
  rampFrom!: number | null;
  rampStep!: number;
  signature!: string;
  dkimSelector!: string;
  @ApiProperty({ type: DomainChecksView, nullable: true })
  domainChecks!: DomainChecksView | null;
  domainCheckedAt!: Date | null;
  @ApiProperty({ enum: HISTORY_STATES, enumName: 'MailHistoryState' })
  historyState!: HistoryState;
  historyRead!: number;
  historyFound!: number;
  @ApiProperty({ enum: ['unknown', 'by_server', 'by_us'] })
  sentCopy!: 'unknown' | 'by_server' | 'by_us';
  lastPolledAt!: Date | null;
  folderErrors!: FolderError[];
  connectedAt!: Date | null;
  /** Whether the reader may change it: their own, or a manager. */
  isMine!: boolean;
  revision!: number;
  createdAt!: Date;
  archivedAt!: Date | null;
}

export class MailboxList {
  items!: MailboxView[];
}
