import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { MailList, MailView, TestMailAnswer } from './mail.dto.js';
import { MailService } from './mail.service.js';

@Controller('mail')
export class MailController {
  constructor(private readonly mail: MailService) {}

  /** System mails, newest first: sent, waiting, or kept by the catcher. */
  @Get()
  @Rights('manage')
  listMail(@Principal() who: Principal, @Query() query: ListQuery): Promise<MailList> {
    return this.mail.list(scopeOf(who), query);
  }

  @Get(':id')
  @Rights('manage')
  getMail(@Principal() who: Principal, @IdParam() id: string): Promise<MailView> {
    return this.mail.get(scopeOf(who), id);
  }

  /** Sends a test mail to whoever asks. */
  @Post('test')
  @HttpCode(202)
  @Rights('manage')
  sendTestMail(@Principal() who: Principal): Promise<TestMailAnswer> {
    return this.mail.sendTest(scopeOf(who), who.memberId);
  }
}
