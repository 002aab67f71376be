import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ContactErasure } from './contact-erasure.service.js';
import { ContactDetail } from './contact-views.dto.js';
import { ContactChange, NewContact } from './contact-wish.dto.js';
import { ContactsService } from './contacts.service.js';

@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly erasure: ContactErasure,
  ) {}

  /** Adds a contact. An address somebody else has is refused with that contact's id; names alike at the same site are told as warnings. */
  @Post()
  @Rights('write')
  addContact(@Principal() who: Principal, @Body() body: NewContact): Promise<ContactDetail> {
    return this.contacts.add(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getContact(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.contacts.get(scopeOf(who), id);
  }

  @Patch(':id')
  @Rights('write')
  changeContact(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ContactChange,
  ): Promise<ContactDetail> {
    return this.contacts.change(scopeOf(who), id, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveContact(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.contacts.archive(scopeOf(who), id);
  }

  /** Throws `contact.address_taken` when one of the addresses belongs to somebody else by now. */
  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreContact(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.contacts.restore(scopeOf(who), id);
  }

  /** Erases a person for good (GDPR 17). What remains of the addresses is a hash, so that they are never mailed or imported again. */
  @Post(':id/erase')
  @HttpCode(200)
  @Rights('manage')
  eraseContact(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.erasure.erase(scopeOf(who), id);
  }
}
