import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Locale } from '../../platform/http/language.js';
import { type JobAttempt, JobHandlers, type JobPayload } from '../../platform/jobs/job-handlers.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { type Delivery, MailSender } from '../../platform/mail/mail-sender.js';
import { MailTemplates, type SystemMailKind } from '../../platform/mail/mail-templates.js';
import type { SystemMailEntity } from './system-mail.entity.js';
import { SystemMailsRepository } from './system-mails.repository.js';

/** A mail to write: `key` is what makes it one, however often it is asked for. */
export interface NewSystemMail {
  readonly key: string;
  readonly kind: SystemMailKind;
  readonly locale: Locale;
  readonly toAddress: string;
  readonly toName: string;
  readonly values: object;
}

interface SendPayload extends JobPayload {
  readonly mailId: string;
}

const SEND = 'alerts.send_mail';

/**
 * The small queue of system mail: written in the transaction of the fact it tells, sent by a job of that transaction.
 * At least once: a crash between the server's answer and our note sends it again, under the same Message-ID.
 */
@Injectable()
export class SystemMailService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly mails: SystemMailsRepository,
    private readonly templates: MailTemplates,
    private readonly sender: MailSender,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register<SendPayload>(SEND, (payload, job) => this.send(payload, job));
  }

  /** Writes a mail into the queue in the open transaction; answers its id, or null when its key was there already. */
  async enqueue(mail: NewSystemMail): Promise<string | null> {
    const { workspaceId } = this.database.scope();
    const filled = this.templates.fill(mail.kind, mail.locale, mail.values);
    const now = this.clock.now();
    const id = newId(now);
    const isNew = await this.mails.add({
      workspaceId,
      id,
      mailKey: mail.key,
      kind: mail.kind,
      toAddress: mail.toAddress,
      toName: mail.toName,
      subject: filled.subject,
      bodyText: filled.text,
      bodyHtml: filled.html,
      state: 'ready',
      attempts: 0,
      notBefore: now,
      lastError: null,
      createdAt: now,
      sentAt: null,
    });
    if (!isNew) return null;
    await this.jobs.add(SEND, { workspaceId, mailId: id });
    return id;
  }

  private async send({ workspaceId, mailId }: SendPayload, { isLast }: JobAttempt): Promise<void> {
    const mail = await this.database.inWorkspace({ workspaceId }, () => this.mails.find(mailId));
    if (mail?.state !== 'ready') return;
    const delivery = await this.sender.send({
      ...mail,
      key: mail.mailKey,
      text: mail.bodyText,
      html: mail.bodyHtml,
    });
    await this.database.inWorkspace({ workspaceId }, () => this.note(mail, delivery, isLast));
    // The queue tries again after a growing wait; the reason stands on the mail for the screen.
    if (delivery.kind === 'later' && !isLast)
      throw new Error(`the mail server did not take it: ${delivery.reason}`);
  }

  private async note(mail: SystemMailEntity, delivery: Delivery, isLast: boolean): Promise<void> {
    const attempts = mail.attempts + 1;
    if (delivery.kind === 'sent' || delivery.kind === 'caught') {
      const sent = { state: delivery.kind, attempts, lastError: null, sentAt: this.clock.now() };
      const kept = delivery.kind === 'sent' ? withoutSecret(mail) : {};
      await this.mails.update(mail.id, { ...sent, ...kept });
      return;
    }
    const isFinal = delivery.kind === 'refused' || isLast;
    await this.mails.update(mail.id, {
      state: isFinal ? 'failed' : 'ready',
      attempts,
      lastError: delivery.reason,
    });
  }
}

/** The link of an invitation opens the door for whoever has it, so it does not stay here once it is on its way. */
function withoutSecret({ kind }: SystemMailEntity): Partial<SystemMailEntity> {
  return kind === 'invitation' ? { bodyText: '', bodyHtml: '' } : {};
}
