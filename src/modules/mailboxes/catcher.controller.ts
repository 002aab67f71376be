import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { CatcherQuery, CaughtMails } from './catcher.dto.js';
import { CatcherService } from './catcher.service.js';
import { readerOf } from './mailbox-reader.js';

/** What the built-in catcher kept. */
@Controller('mail-catcher')
export class MailCatcherController {
  constructor(private readonly catcher: CatcherService) {}

  @Get()
  @Rights('read')
  listCaughtMails(@Principal() who: Principal, @Query() query: CatcherQuery): Promise<CaughtMails> {
    return this.catcher.list(readerOf(who), query);
  }
}
