import { ApiProperty } from '@nestjs/swagger';
import { ListPage } from '../../platform/http/list.dto.js';
import { SYSTEM_MAILS, type SystemMailKind } from '../../platform/mail/mail-templates.js';
import { MAIL_STATES, type MailState } from './system-mail.entity.js';

/** A mail of the program as a list shows it. */
export class MailRow {
  id!: string;
  @ApiProperty({ enum: SYSTEM_MAILS, enumName: 'SystemMailKind' })
  kind!: SystemMailKind;
  toAddress!: string;
  subject!: string;
  @ApiProperty({ enum: MAIL_STATES, enumName: 'MailState' })
  state!: MailState;
  /** What the mail server said last; null when nothing went wrong. */
  lastError!: string | null;
  createdAt!: Date;
  sentAt!: Date | null;
}

export class MailView extends MailRow {
  text!: string;
  html!: string;
}

export class MailList extends ListPage {
  items!: MailRow[];
  /** True when no mail server is set: mail stays here and never reaches the world. */
  isCaught!: boolean;
}

export class TestMailAnswer {
  id!: string;
}
