import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ContactChecks } from './contact-checks.service.js';
import { CheckWish, ContactJob, ContactListQuery } from './contact-list.dto.js';
import { ContactList } from './contact-views.dto.js';
import { ContactsService } from './contacts.service.js';

@Controller('contacts')
export class ContactListController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly checks: ContactChecks,
  ) {}

  @Get()
  @Rights('read')
  listContacts(@Principal() who: Principal, @Query() query: ContactListQuery): Promise<ContactList> {
    return this.contacts.list(scopeOf(who), query);
  }

  /** Checks the addresses of many contacts: how they are written and whether their domains take mail. No mail is sent and no mailbox asked. */
  @Post('check-addresses')
  @HttpCode(202)
  @Rights('write')
  checkContactAddresses(@Principal() who: Principal, @Body() body: CheckWish): Promise<ContactJob> {
    return this.checks.start(scopeOf(who), body);
  }
}
