import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type MailAddress, readMailAddress } from '../../core/contacts/mail-address.js';
import { carriesOptOut } from '../../core/courtesy/opt-out-headers.js';
import { refuseTexts, withSignature } from '../../core/sending/mail-fields.js';
import { isMessageId, messageIdFrom, seedOfMail, seedOfStep } from '../../core/sending/message-id.js';
import { isStoppable } from '../../core/sending/message-state.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { HoldsRepository } from './holds.repository.js';
import { MailNews } from './mail-news.js';
import type { HeldMail, NewOutbound, StepName, Stopped, WhichOutbound } from './outbound.port.js';
import { type FreshOutbound, OutboundRepository, type Sender } from './outbound.repository.js';

/**
 * Mails on their way out, for the modules that write them. Everything here happens in the open transaction; lock the enrolment first
 * (`for update`), then stop its mail: that is the order in which the sender locks them.
 */
@Injectable()
export class OutboundMessages {
  constructor(
    private readonly database: Database,
    private readonly outbound: OutboundRepository,
    private readonly holds: HoldsRepository,
    private readonly news: MailNews,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes mails down as ready; answers their ids in the same order. Throws `sending.address_refused`, `sending.text_refused` or
   * `sending.mailbox_unknown`.
   */
  async make(facts: readonly NewOutbound[]): Promise<readonly string[]> {
    const key = await this.ring.lasting('message-id');
    const senders = await this.outbound.senders([...new Set(facts.map(({ mailboxId }) => mailboxId))]);
    const rows = facts.map((mail) => {
      const sender = senders.get(mail.mailboxId);
      if (sender === undefined) throw new AppError('sending.mailbox_unknown', { id: mail.mailboxId });
      return this.fresh(mail, sender, key);
    });
    await this.outbound.insert(rows);
    return rows.map((row) => row.id);
  }

  /** Stops what nobody has asked a server to take yet; tells what was too late. `code` says why, for the screen. */
  async cancel(which: WhichOutbound, code: string): Promise<Stopped> {
    const at = this.clock.now();
    const cancelled: string[] = [];
    const late: Stopped['late'][number][] = [];
    for (const row of await this.outbound.lock(which)) {
      if (isStoppable(row.state)) {
        await this.holds.cancel(row.id, code, at);
        await this.news.tell('mail.cancelled', row, { code });
        cancelled.push(row.id);
      } else if (row.state === 'in_doubt' || row.state === 'sent' || row.state === 'unknown')
        late.push({ id: row.id, state: row.state });
    }
    return { cancelled, late };
  }

  /** Another time for a mail that waits; false when it waits no more. */
  reschedule(id: string, notBefore: Date): Promise<boolean> {
    return this.outbound.reschedule(id, notBefore, this.clock.now());
  }

  /** Mails a person must look at, oldest first. */
  held(): Promise<readonly HeldMail[]> {
    return this.outbound.held();
  }

  /** The Message-ID of a step, without angle brackets, whether its mail was made or not. */
  async messageIdOf(step: StepName): Promise<string> {
    const { workspaceId } = this.database.scope();
    const key = await this.ring.lasting('message-id');
    return messageIdFrom(digest(key, seedOfStep({ workspaceId, ...step })), step.senderDomain);
  }

  private fresh(mail: NewOutbound, sender: Sender, key: Buffer): FreshOutbound {
    const at = this.clock.now();
    const { workspaceId, userId } = this.database.scope();
    const id = mail.id ?? newId(at);
    const from = addressOf(sender.address);
    const text = withSignature(mail.text, sender.signature);
    refuseWrong(mail, sender, text);
    return {
      workspace_id: workspaceId,
      id,
      mailbox_id: mail.mailboxId,
      kind: mail.kind,
      ...stepOf(mail),
      ...placeOf(mail),
      is_first: mail.isFirst,
      is_cold: mail.isCold,
      message_id: messageIdFrom(digest(key, seedOf(workspaceId, id, mail)), from.domain),
      from_address: from.address,
      from_name: sender.name,
      ...recipientOf(mail),
      subject: mail.subject,
      body_text: text,
      body_html: mail.html ?? null,
      ...threadOf(mail),
      ...windowOf(mail),
      ...UNTOUCHED,
      not_before: mail.notBefore,
      created_by: userId ?? null,
      created_at: at,
      updated_at: at,
    };
  }
}

/** A mail nobody has tried to send. */
const UNTOUCHED = {
  state: 'ready',
  attempt: 0,
  hold_params: {},
  evidence: [],
  looks: 0,
  crashes: 0,
} as const;

function seedOf(workspaceId: string, id: string, mail: NewOutbound): string {
  const { enrollment_id: enrollmentId, step_no: stepNo, generation } = stepOf(mail);
  return enrollmentId !== null && stepNo !== null
    ? seedOfStep({ workspaceId, enrollmentId, stepNo, generation })
    : seedOfMail(workspaceId, id);
}

function stepOf({ enrollmentId, stepNo, generation, templateVersionId }: NewOutbound) {
  return {
    enrollment_id: enrollmentId ?? null,
    step_no: stepNo ?? null,
    generation: generation ?? 1,
    template_version_id: templateVersionId ?? null,
  };
}

function placeOf(mail: NewOutbound) {
  return {
    client_id: mail.clientId ?? null,
    pitch_id: mail.pitchId ?? null,
    campaign_id: mail.campaignId ?? null,
    site_id: mail.siteId ?? null,
    contact_id: mail.contactId ?? null,
    conversation_id: mail.conversationId ?? null,
    member_id: mail.memberId ?? null,
  };
}

function recipientOf({ toAddress, toName }: NewOutbound) {
  const to = addressOf(toAddress);
  return { to_address: to.address, to_address_key: to.key, to_name: toName ?? '', to_domain: to.domain };
}

function threadOf(mail: NewOutbound) {
  return {
    in_reply_to: mail.inReplyTo ?? null,
    reference_ids: mail.references ?? [],
    unsubscribe_url: carriesOptOut(mail) ? (mail.unsubscribeUrl ?? null) : null,
  };
}

function windowOf({ window }: NewOutbound) {
  return {
    window_zone: window?.zone ?? null,
    window_from: window?.from ?? null,
    window_until: window?.until ?? null,
    work_days: window?.days ?? null,
  };
}

function digest(key: Buffer, seed: string): Buffer {
  return createHmac('sha256', key).update(seed).digest();
}

/** One plain ASCII address: letters beyond it need a server that takes them (RFC 6531), which nobody can promise. */
function addressOf(text: string): MailAddress {
  const read = readMailAddress(text);
  if (!read.ok) throw new AppError('sending.address_refused', { reason: read.reason });
  if (read.mail.address !== text.trim() && read.mail.address.toLowerCase() !== text.trim().toLowerCase())
    throw new AppError('sending.address_refused', { reason: 'form' });
  if (/[^\x21-\x7e]/.test(read.mail.address))
    throw new AppError('sending.address_refused', { reason: 'not_ascii' });
  return read.mail;
}

function refuseWrong(mail: NewOutbound, sender: Sender, text: string): void {
  const fault = refuseTexts({
    fromName: sender.name,
    toName: mail.toName ?? '',
    subject: mail.subject,
    text,
    html: mail.html ?? null,
    unsubscribeUrl: mail.unsubscribeUrl ?? null,
  });
  if (fault !== null) throw new AppError('sending.text_refused', { ...fault });
  const ids = [mail.inReplyTo ?? null, ...(mail.references ?? [])].filter((id) => id !== null);
  if (!ids.every(isMessageId))
    throw new AppError('sending.text_refused', { field: 'references', fault: 'form' });
}
