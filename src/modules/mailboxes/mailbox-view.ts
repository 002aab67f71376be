import { capOn } from '../../core/sending/ramp.js';
import { localDay } from '../../core/sending/window.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { DomainChecks, MailboxRow } from './mailbox-rows.js';
import type { DomainChecksView, MailboxView } from './mailbox-views.dto.js';

/** Who reads: whose mailboxes are theirs, and which clients they may know of. */
export interface MailboxReader {
  readonly userId: string;
  readonly isManager: boolean;
  readonly scope: WorkspaceScope;
}

/** Whether somebody limited to clients may know of a mailbox: their own, one for all clients, or one for a client of theirs. */
export function isSeen({ clientIds, ownerUserId }: MailboxRow, { userId, scope }: MailboxReader): boolean {
  const limits = scope.clientIds ?? null;
  if (limits === null || clientIds.length === 0 || ownerUserId === userId) return true;
  return clientIds.some((id) => limits.includes(id));
}

/** Whether somebody may change a mailbox: it is their own, or they are a manager. */
export function mayChange({ ownerUserId }: MailboxRow, { userId, isManager }: MailboxReader): boolean {
  return isManager || ownerUserId === userId;
}

/** A mailbox as it is told: no secret, and no client the reader does not see. */
export function viewOf(row: MailboxRow, reader: MailboxReader, now: Date): MailboxView {
  const limits = reader.scope.clientIds ?? null;
  return {
    ...factsOf(row),
    clientIds: limits === null ? row.clientIds : row.clientIds.filter((id) => limits.includes(id)),
    pauseReason: typeof row.pauseParams['reason'] === 'string' ? row.pauseParams['reason'] : null,
    capToday: capToday(row, now),
    domainChecks: checksOf(row),
    isMine: mayChange(row, reader),
  };
}

/** What a mailbox may send on its local day at this moment. */
export function capToday(row: MailboxRow, now: Date): number {
  return capOn(localDay(now.getTime(), row.timeZone), {
    capPerDay: row.capPerDay,
    from: row.rampFrom,
    step: row.rampStep,
    startedOn: row.rampStartedOn,
    workDays: row.workDays,
  });
}

type Facts = Omit<MailboxView, 'clientIds' | 'pauseReason' | 'capToday' | 'domainChecks' | 'isMine'>;

function factsOf(row: MailboxRow): Facts {
  return {
    id: row.id,
    address: row.address,
    senderName: row.senderName,
    signIn: row.signIn,
    ownerMemberId: row.ownerMemberId,
    ownerName: row.ownerName,
    smtp: { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity },
    imap: { host: row.imapHost, port: row.imapPort, security: row.imapSecurity },
    userName: row.userName,
    state: row.state,
    pauseCode: row.pauseCode,
    pausedAt: row.pausedAt,
    capPerDay: row.capPerDay,
    sentToday: row.sentToday,
    gapSeconds: row.gapSeconds,
    gapJitterSeconds: row.gapJitterSeconds,
    windowFrom: row.windowFrom,
    windowUntil: row.windowUntil,
    workDays: row.workDays,
    timeZone: row.timeZone,
    rampFrom: row.rampFrom,
    rampStep: row.rampStep,
    signature: row.signature,
    dkimSelector: row.dkimSelector,
    domainCheckedAt: row.domainCheckedAt,
    historyState: row.historyState,
    historyRead: row.historyRead,
    historyFound: row.historyFound,
    sentCopy: row.sentCopy,
    lastPolledAt: row.lastPolledAt,
    folderErrors: row.folderErrors,
    connectedAt: row.connectedAt,
    revision: row.revision,
    createdAt: row.createdAt,
    archivedAt: row.archivedAt,
  };
}

function checksOf({ domainChecks }: MailboxRow): DomainChecksView | null {
  return isComplete(domainChecks) ? domainChecks : null;
}

function isComplete(checks: MailboxRow['domainChecks']): checks is DomainChecks {
  return 'spf' in checks;
}
