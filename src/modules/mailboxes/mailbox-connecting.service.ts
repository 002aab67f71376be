import { Injectable } from '@nestjs/common';
import type { MailAddress } from '../../core/contacts/mail-address.js';
import { proposeSettings } from '../../core/mailboxes/mail-providers.js';
import { secretField } from '../../core/mailboxes/mailbox.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addressOf, connectionOf, refuseFaults } from './connection-rules.js';
import { DomainMeans } from './domain-means.js';
import { MailboxKeeping } from './mailbox-keeping.js';
import { MailboxTrials } from './mailbox-trials.js';
import type { MailboxReader } from './mailbox-view.js';
import type { GuessView, MailboxView, TrialView } from './mailbox-views.dto.js';
import type { MailboxTrial, NewMailbox } from './mailbox-wish.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';
import { OauthAppsRepository } from './oauth-apps.repository.js';

/** Connecting a mailbox by hand: settings proposed, both servers tried for real, and only then kept. */
@Injectable()
export class MailboxConnecting {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly keeping: MailboxKeeping,
    private readonly trials: MailboxTrials,
    private readonly domains: DomainMeans,
    private readonly ring: KeyRing,
    private readonly apps: OauthAppsRepository,
  ) {}

  /** What to propose for an address. Throws `mailbox.address_invalid`. */
  async guess(reader: MailboxReader, text: string): Promise<GuessView> {
    const { domain } = addressOf(text);
    const mx = await this.domains.records.mailServers(domain);
    const proposed = proposeSettings(domain, mx ?? []);
    const { signIn } = proposed;
    const isAppSet =
      signIn !== 'password' &&
      (await this.database.inWorkspace(reader.scope, () => this.apps.find(signIn))) !== null;
    return { ...proposed, isAppSet };
  }

  /** Tries settings without keeping them. Throws `mailbox.address_invalid`, `access.too_many_tries`. */
  async tryOut(reader: MailboxReader, trial: MailboxTrial): Promise<TrialView> {
    const { domain } = addressOf(trial.address);
    const [answer, checks] = await Promise.all([
      this.trials.both(reader, connectionOf(trial)),
      this.domains.checking.of(domain, trial.dkimSelector ?? ''),
    ]);
    return { ...answer, domain: checks };
  }

  /** Throws `mailbox.address_invalid`, `mailbox.address_taken`, `mailbox.smtp_refused`, `mailbox.imap_refused`, `access.too_many_tries`. */
  async connect(reader: MailboxReader, memberId: string, wish: NewMailbox): Promise<MailboxView> {
    const mail = addressOf(wish.address);
    await this.refuseEarly(reader, mail, wish);
    const [answer, checks] = await Promise.all([
      this.trials.both(reader, connectionOf(wish)),
      this.domains.checking.of(mail.domain, wish.dkimSelector ?? ''),
    ]);
    refuseFaults(answer);
    const id = newId();
    const { workspaceId } = reader.scope;
    const sealedSecret = await this.ring.seal(wish.password, { workspaceId, field: secretField(id) });
    return this.database.inWorkspace(reader.scope, async () => {
      await this.keeping.keep({
        id,
        address: mail.address,
        addressKey: mail.key,
        memberId,
        signIn: 'password',
        smtp: wish.smtp,
        imap: wish.imap,
        userName: wish.userName,
        sealedSecret,
        tokenExpiresAt: null,
        settings: wish,
        history: wish.readHistory === undefined ? 'not_asked' : wish.readHistory ? 'running' : 'refused',
        checks,
      });
      return this.service.view(reader, id);
    });
  }

  /** What needs no server is told before one is asked. */
  private async refuseEarly(reader: MailboxReader, mail: MailAddress, wish: NewMailbox): Promise<void> {
    await this.database.inWorkspace(reader.scope, async () => {
      if (await this.mailboxes.hasAddress(mail.key)) throw new AppError('mailbox.address_taken');
      await this.keeping.clientsOf(wish.clientIds);
    });
  }
}
