import { Injectable } from '@nestjs/common';
import { settingsInForce } from '../../core/access/workspace-settings.js';
import { mayMail } from '../../core/contacts/may-mail.js';
import { isFreeMailDomain } from '../../core/courtesy/free-mail.js';
import { weekAround } from '../../core/sending/caps.js';
import { FRESH_MS } from '../../core/sending/freshness.js';
import type {
  CapFacts,
  LastWordFacts,
  MailboxFacts,
  MailToJudge,
  SinceFacts,
  SiteFacts,
} from '../../core/sending/last-word-facts.js';
import { lintFrozen } from '../../core/sending/lint-frozen.js';
import { capOn } from '../../core/sending/ramp.js';
import { localDay, type MailWindow } from '../../core/sending/window.js';
import { ConflictService } from '../prospects/conflict.service.js';
import { LastWordQuery } from './last-word.query.js';
import type { ContactStanding, EnrollmentRow, MailboxRow, MailRow } from './last-word-rows.js';

/** What is locked while the last word is spoken. */
export interface Locked {
  readonly mail: MailRow;
  readonly mailbox: MailboxRow;
  readonly enrollment: EnrollmentRow | null;
}

const DAY_MS = 24 * 3600_000;
const NOTHING_CAME: SinceFacts = {
  replied: false,
  colleagueReplied: false,
  bounced: false,
  optedOut: false,
};

/** Brings the facts of a mail together, as they stand in the open transaction. */
@Injectable()
export class LastWordLoading {
  constructor(
    private readonly query: LastWordQuery,
    private readonly conflicts: ConflictService,
  ) {}

  async facts({ mail, mailbox, enrollment }: Locked, now: number): Promise<LastWordFacts> {
    const contact = mail.contactId === null ? null : await this.query.contact(mail.contactId);
    const { isExcluded, hasBounced, ...recipient } = await this.query.recipient(mail);
    return {
      now,
      sending: await this.query.sending(),
      mail: await this.mail(mail, mailbox),
      recipient: { ...recipient, ...standing(contact) },
      since: await this.since(mail, enrollment, hasBounced),
      enrollment: enrollmentFacts(mail, enrollment),
      pitch: pitchFacts(mail),
      site: await this.site(mail, isExcluded),
      ground: groundOf(mail, contact, now),
      mailbox: await this.mailbox(mail, mailbox, now),
      caps: await this.caps(mail, now),
    };
  }

  private async since(
    mail: MailRow,
    enrollment: EnrollmentRow | null,
    hasBounced: boolean,
  ): Promise<SinceFacts> {
    if (enrollment === null) return NOTHING_CAME;
    const since = await this.query.since(mail, enrollment.stateSince);
    return { ...since, bounced: since.bounced || hasBounced };
  }

  private async mail(mail: MailRow, mailbox: MailboxRow): Promise<MailToJudge> {
    const senderNames = [mail.fromName, mail.memberName ?? '', mailbox.senderName];
    return {
      kind: mail.kind,
      isFirst: mail.isFirst,
      isCold: mail.isCold,
      addressKey: mail.addressKey,
      ...lintFrozen({ ...mail, senderNames }),
      overridden: await this.query.overridden(mail),
      window: recipientWindow(mail),
    };
  }

  /** A conflict is asked about first cold mails alone: whoever writes to each other already is in nobody's way. */
  private async site(mail: MailRow, isExcludedByClient: boolean): Promise<SiteFacts> {
    if (mail.siteId === null || !mail.isCold || !mail.isFirst)
      return { isExcludedByClient, conflicts: [], conflictParams: {}, isReleased: false };
    const { memberId, clientId, brandId } = mail;
    const { reasons, params } = await this.conflicts.atSending(mail.siteId, {
      memberId: memberId ?? '',
      clientId,
      brandId,
    });
    const isReleased = mail.pitchId !== null && (await this.query.isReleased(mail.pitchId));
    return { isExcludedByClient, conflicts: reasons, conflictParams: params, isReleased };
  }

  private async mailbox(mail: MailRow, mailbox: MailboxRow, now: number): Promise<MailboxFacts> {
    const { zone, from, until, days } = mailbox;
    const today = localDay(now, zone);
    return {
      isActive: mailbox.state === 'active' && !mailbox.isArchived,
      pauseCode: mailbox.isArchived ? 'archived' : mailbox.pauseCode,
      isForClient:
        mail.clientId === null || mailbox.clientIds.length === 0 || mailbox.clientIds.includes(mail.clientId),
      isHistoryRunning: mailbox.historyState === 'running',
      folders: mailbox.signIn === 'catcher' ? null : await this.query.folders(mailbox.id),
      freshWithinMs: FRESH_MS.atClaim,
      window: { zone, from, until, days },
      nextSlotAt: mailbox.nextSlotAt?.getTime() ?? null,
      capToday: capOn(today, {
        capPerDay: mailbox.capPerDay,
        from: mailbox.rampFrom,
        step: mailbox.rampStep,
        startedOn: mailbox.rampStartedOn,
        workDays: days,
      }),
      sentToday: await this.query.sentOn(mailbox.id, today),
    };
  }

  private async caps(mail: MailRow, now: number): Promise<CapFacts> {
    const base = { courtesy: settingsInForce(mail.settings), workspaceZone: mail.workspaceZone };
    if (!mail.isCold) return { ...base, siteFirstMails: [], personMails: [], campaignWeek: null };
    const week = weekAround(now, mail.workspaceZone);
    return {
      ...base,
      siteFirstMails: await this.query.firstMails(
        mail,
        isFreeMailDomain(mail.toDomain),
        new Date(now - 7 * DAY_MS),
      ),
      personMails: await this.query.personMails(mail, new Date(now - 2 * DAY_MS)),
      campaignWeek:
        mail.campaignLimit === null
          ? null
          : {
              limit: mail.campaignLimit,
              used: await this.query.campaignMails(mail, new Date(week.from)),
            },
    };
  }
}

function standing(contact: ContactStanding | null) {
  return {
    hasObjected: contact !== null && contact.objectedAt !== null,
    isErased: contact?.isErased ?? false,
    isArchived: contact?.isArchived ?? false,
  };
}

function pitchFacts({ pitchStatus, isPitchArchived }: MailRow): LastWordFacts['pitch'] {
  return pitchStatus === null ? null : { isClosed: pitchStatus === 'closed' || isPitchArchived };
}

function enrollmentFacts(mail: MailRow, enrollment: EnrollmentRow | null): LastWordFacts['enrollment'] {
  if (enrollment === null) return null;
  const { state, stateCode, nextStepNo, generation } = enrollment;
  return { state, stateCode, isNext: nextStepNo === mail.stepNo && generation === mail.generation };
}

function recipientWindow({ windowZone, windowFrom, windowUntil, workDays }: MailRow): MailWindow | null {
  if (windowZone === null || windowFrom === null || windowUntil === null) return null;
  return { zone: windowZone, from: windowFrom, until: windowUntil, days: workDays ?? [1, 2, 3, 4, 5] };
}

function groundOf(mail: MailRow, contact: ContactStanding | null, now: number): LastWordFacts['ground'] {
  if (contact === null) return null;
  return mayMail({
    country: contact.country,
    ground: contact.ground,
    hasEvidence: contact.hasEvidence,
    objectedOn: contact.objectedAt === null ? null : contact.objectedAt.toISOString().slice(0, 10),
    hasAddress: true,
    isErased: contact.isErased,
    today: localDay(now, mail.workspaceZone),
  });
}
