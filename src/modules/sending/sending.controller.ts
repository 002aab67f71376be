import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { ResumeUnreconciled, SendingView } from './outbox.dto.js';
import { SendingControl } from './sending-control.service.js';

@Controller('sending')
export class SendingController {
  constructor(private readonly control: SendingControl) {}

  /** Whether mail is sent at all, and why not. */
  @Get()
  @Rights('read')
  getSending(@Principal() who: Principal): Promise<SendingView> {
    return this.control.view(who);
  }

  /** Stops all sending of this installation. */
  @Post('pause')
  @HttpCode(200)
  @Rights('manage')
  pauseSending(@Principal() who: Principal): Promise<SendingView> {
    return this.control.pause(who);
  }

  /** Lets mail go again; after a restore only when `linkledger reconcile` has run. */
  @Post('resume')
  @HttpCode(200)
  @Rights('manage')
  resumeSending(@Principal() who: Principal): Promise<SendingView> {
    return this.control.resume(who);
  }

  /** Lets mail go again after a restore though nobody looked into the mailboxes: mails that left since the backup may leave once more. */
  @Post('resume-unreconciled')
  @HttpCode(200)
  @Rights('own')
  resumeSendingUnreconciled(
    @Principal() who: Principal,
    @Body() { reason }: ResumeUnreconciled,
  ): Promise<SendingView> {
    return this.control.resumeUnreconciled(who, reason);
  }
}
