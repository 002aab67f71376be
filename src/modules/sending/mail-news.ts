import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { CONVERSATION_NEWS, MAIL_NEWS, Notify } from '../../platform/events/notify.js';
import type { OutboundRow } from './outbound-row.js';

type MailEvent = Extract<
  EventKind,
  | 'mail.sent'
  | 'mail.failed'
  | 'mail.held'
  | 'mail.released'
  | 'mail.cancelled'
  | 'mail.in_doubt'
  | 'mail.doubt_settled'
>;

type Told = Pick<
  OutboundRow,
  | 'id'
  | 'clientId'
  | 'mailboxId'
  | 'kind'
  | 'enrollmentId'
  | 'stepNo'
  | 'pitchId'
  | 'campaignId'
  | 'siteId'
  | 'contactId'
  | 'conversationId'
  | 'memberId'
>;

/** Tells what became of mails, on the timelines of everything they are about and to the screens that show them; in the open transaction. */
@Injectable()
export class MailNews {
  constructor(
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly database: Database,
  ) {}

  async tell(kind: MailEvent, mail: Told, params: EventParams = {}): Promise<void> {
    await this.events.record({
      kind,
      clientId: mail.clientId,
      subjects: subjectsOf(mail),
      params: {
        outboundId: mail.id,
        mailKind: mail.kind,
        enrollmentId: mail.enrollmentId,
        stepNo: mail.stepNo,
        mailboxId: mail.mailboxId,
        ...params,
      },
    });
    const { workspaceId } = this.database.scope();
    await this.notify.publish(MAIL_NEWS, { workspaceId, id: mail.id });
    if (mail.conversationId !== null)
      await this.notify.publish(CONVERSATION_NEWS, { workspaceId, id: mail.conversationId });
  }
}

function subjectsOf(mail: Told): Subject[] {
  const named: readonly (readonly [Subject['kind'], string | null])[] = [
    ['mail', mail.id],
    ['mailbox', mail.mailboxId],
    ['enrollment', mail.enrollmentId],
    ['pitch', mail.pitchId],
    ['campaign', mail.campaignId],
    ['site', mail.siteId],
    ['contact', mail.contactId],
    ['conversation', mail.conversationId],
    ['client', mail.clientId],
  ];
  return named.flatMap(([kind, id]) => (id === null ? [] : [{ kind, id }]));
}
