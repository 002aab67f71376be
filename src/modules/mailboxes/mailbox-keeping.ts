import { Injectable } from '@nestjs/common';
import type { SignIn } from '../../core/mailboxes/mailbox.js';
import { localDay } from '../../core/sending/window.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { MailPlace } from '../../platform/mail/mail-guard.js';
import { TeamService } from '../access/team.service.js';
import type { DomainChecks } from './mailbox-rows.js';
import { settingsColumns } from './mailbox-settings.js';
import type { MailboxSettings } from './mailbox-wish.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';

/** A mailbox that is to be kept: everything tried and sealed. */
export interface MailboxToKeep {
  readonly id: string;
  readonly address: string;
  readonly addressKey: string;
  readonly memberId: string;
  readonly signIn: SignIn;
  readonly smtp: MailPlace;
  readonly imap: MailPlace;
  readonly userName: string;
  readonly sealedSecret: Buffer | null;
  readonly tokenExpiresAt: Date | null;
  readonly settings: MailboxSettings;
  readonly history: 'not_asked' | 'refused' | 'running' | 'done';
  readonly checks: DomainChecks | null;
}

/** A mailbox without servers and secrets: what the catcher is. */
export const NO_SERVER: MailPlace = { host: '', port: 465, security: 'tls' };

/** Writes new mailboxes down, in the open transaction. */
@Injectable()
export class MailboxKeeping {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly team: TeamService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `mailbox.address_taken`, `mailbox.client_unknown` and what is wrong with the settings. */
  async keep(box: MailboxToKeep): Promise<void> {
    const at = this.clock.now();
    const clientIds = await this.clientsOf(box.settings.clientIds);
    const { timeZone } = await this.team.workspace();
    const zone = box.settings.timeZone ?? timeZone;
    await this.insert({
      id: box.id,
      address: box.address,
      address_key: box.addressKey,
      owner_member_id: box.memberId,
      sign_in: box.signIn,
      smtp_host: box.smtp.host,
      smtp_port: box.smtp.port,
      smtp_security: box.smtp.security,
      imap_host: box.imap.host,
      imap_port: box.imap.port,
      imap_security: box.imap.security,
      user_name: box.userName,
      sealed_secret: box.sealedSecret,
      token_expires_at: box.tokenExpiresAt,
      time_zone: zone,
      history_state: box.history,
      ...(box.checks === null ? {} : { domain_checks: JSON.stringify(box.checks), domain_checked_at: at }),
      connected_at: at,
      created_by: this.database.scope().userId ?? null,
      created_at: at,
      updated_at: at,
      ...settingsColumns(box.settings, localDay(at.getTime(), zone)),
    });
    await this.mailboxes.setClients(box.id, clientIds);
    await this.events.record({
      kind: 'mailbox.connected',
      subjects: [{ kind: 'mailbox', id: box.id }],
      params: { signIn: box.signIn, historyState: box.history },
    });
  }

  /** Clients as wished; who is limited to clients gives nothing beyond them. Throws `mailbox.client_unknown`. */
  async clientsOf(wished: readonly string[] | undefined, hidden: readonly string[] = []): Promise<string[]> {
    const limits = this.database.scope().clientIds ?? null;
    const ids = wished ?? [];
    if ((await this.mailboxes.visibleClients(ids)) < new Set(ids).size)
      throw new AppError('mailbox.client_unknown');
    if (limits === null) return [...ids];
    return [...new Set([...(ids.length === 0 ? limits : ids), ...hidden])];
  }

  private async insert(columns: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await this.mailboxes.insert(columns);
    } catch (error) {
      if (isUniqueViolation(error, 'mailboxes_address')) throw new AppError('mailbox.address_taken');
      throw error;
    }
  }
}
