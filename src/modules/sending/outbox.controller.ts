import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import {
  OutboxList,
  OutboxMail,
  OutboxQuery,
  OutboxRelease,
  OutboxSettlement,
  OutboxSummary,
} from './outbox.dto.js';
import { OutboxService } from './outbox.service.js';
import { OutboxActs } from './outbox-acts.service.js';

@Controller('outbox')
export class OutboxController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly acts: OutboxActs,
  ) {}

  /** Mails on their way out, in one state at a time. */
  @Get()
  @Rights('read')
  listOutbox(@Principal() who: Principal, @Query() query: OutboxQuery): Promise<OutboxList> {
    return this.outbox.list(who, query);
  }

  /** How many wait, are held back and are in doubt, and what goes next. */
  @Get('summary')
  @Rights('read')
  summariseOutbox(@Principal() who: Principal): Promise<OutboxSummary> {
    return this.outbox.summary(who);
  }

  /** One mail with its whole text. */
  @Get(':id')
  @Rights('read')
  getOutboxMail(@Principal() who: Principal, @IdParam() id: string): Promise<OutboxMail> {
    return this.outbox.get(who, id);
  }

  /** Sends it before its time; everything that may stand in its way is asked all the same. */
  @Post(':id/send-now')
  @HttpCode(200)
  @Rights('write')
  sendMailNow(@Principal() who: Principal, @IdParam() id: string): Promise<OutboxMail> {
    return this.acts.sendNow(who, id);
  }

  /** Holds it back until somebody releases it. */
  @Post(':id/hold')
  @HttpCode(200)
  @Rights('write')
  holdMail(@Principal() who: Principal, @IdParam() id: string): Promise<OutboxMail> {
    return this.acts.hold(who, id);
  }

  /** Lets a mail that was held back be judged again. A manager may name reasons to let pass. */
  @Post(':id/release')
  @HttpCode(200)
  @Rights('write')
  releaseMail(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: OutboxRelease,
  ): Promise<OutboxMail> {
    return this.acts.release(who, id, body.overrideCodes ?? []);
  }

  /** Never sends it. What a server was asked to take already cannot be stopped. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Rights('write')
  cancelMail(@Principal() who: Principal, @IdParam() id: string): Promise<OutboxMail> {
    return this.acts.cancel(who, id);
  }

  /** Says what became of a mail in doubt: it was sent, or it was not and the very same mail may be sent again. */
  @Post(':id/settle')
  @HttpCode(200)
  @Rights('write')
  settleDoubt(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: OutboxSettlement,
  ): Promise<OutboxMail> {
    return this.acts.settle(who, id, body.was);
  }
}
