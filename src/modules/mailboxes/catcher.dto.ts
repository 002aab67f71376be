import { ListPage, ListQuery } from '../../platform/http/list.dto.js';

export class CatcherQuery extends ListQuery {}

/** A mail the catcher kept: it went to nobody. */
export class CaughtMail {
  id!: string;
  mailboxId!: string;
  fromAddress!: string;
  fromName!: string;
  toAddress!: string;
  toName!: string;
  subject!: string;
  text!: string;
  pitchId!: string | null;
  caughtAt!: Date;
}

export class CaughtMails extends ListPage {
  items!: CaughtMail[];
}
