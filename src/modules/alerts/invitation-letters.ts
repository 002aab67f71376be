import { Injectable, type OnModuleInit } from '@nestjs/common';
import { alertSentence } from '../../platform/i18n/alert-sentence.js';
import { type InvitationLetter, InvitationMail } from '../access/invitation-mail.service.js';
import { SystemMailService } from './system-mail.service.js';

/** Mails invitations, in the transaction that makes them. */
@Injectable()
export class InvitationLetters implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationMail,
    private readonly mails: SystemMailService,
  ) {}

  onModuleInit(): void {
    this.invitations.register((letter) => this.write(letter));
  }

  private async write(letter: InvitationLetter): Promise<void> {
    const { locale, inviterName, workspaceName, link, role, expiresAt } = letter;
    await this.mails.enqueue({
      key: `invitation:${letter.invitationId}`,
      kind: 'invitation',
      locale,
      toAddress: letter.email,
      toName: '',
      values: {
        inviterName,
        workspaceName,
        link,
        roleName: alertSentence(locale, `role.${role}`, {}),
        expiresOn: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt),
      },
    });
  }
}
