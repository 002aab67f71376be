import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { TeamService } from '../access/team.service.js';
import type { MailList, MailRow, MailView, TestMailAnswer } from './mail.dto.js';
import type { SystemMailEntity } from './system-mail.entity.js';
import { SystemMailService } from './system-mail.service.js';
import { SystemMailsRepository } from './system-mails.repository.js';

const SORT = 'mail';

/** What a manager sees of system mail, caught ones with their text. */
@Injectable()
export class MailService {
  constructor(
    private readonly database: Database,
    private readonly mails: SystemMailsRepository,
    private readonly queue: SystemMailService,
    private readonly team: TeamService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, query: ListQuery): Promise<MailList> {
    const before =
      query.cursor === undefined ? null : cursorText(readCursor(query.cursor, SORT, 1)[0], UUID_FORM);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.mails.page(before, query.limit + 1);
      const { shown, nextCursor } = pageOf(rows, query.limit, (last) => writeCursor(SORT, [last.id]));
      const total = totalOf(await this.mails.count(COUNTED_UP_TO + 1));
      return { items: shown.map(rowOf), nextCursor, ...total, isCaught: this.config.smtpUrl === '' };
    });
  }

  get(scope: WorkspaceScope, id: string): Promise<MailView> {
    return this.database.inWorkspace(scope, async () => {
      const mail = await this.mails.find(id);
      if (mail === null) throw new AppError('mail.not_found', { id });
      return { ...rowOf(mail), text: mail.bodyText, html: mail.bodyHtml };
    });
  }

  /** Writes a test mail to the person who asks. */
  sendTest(scope: WorkspaceScope, memberId: string): Promise<TestMailAnswer> {
    return this.database.inWorkspace(scope, async () => {
      const { name: workspaceName } = await this.team.workspace();
      const member = (await this.team.team()).find((one) => one.memberId === memberId);
      if (member === undefined) throw new AppError('access.forbidden');
      const id = await this.queue.enqueue({
        key: `test:${memberId}:${this.clock.now().getTime()}`,
        kind: 'test',
        locale: member.locale,
        toAddress: member.email,
        toName: member.name,
        values: { workspaceName },
      });
      return { id: String(id) };
    });
  }
}

function rowOf(mail: SystemMailEntity): MailRow {
  const { id, kind, toAddress, subject, state, lastError, createdAt, sentAt } = mail;
  return { id, kind, toAddress, subject, state, lastError, createdAt, sentAt };
}
