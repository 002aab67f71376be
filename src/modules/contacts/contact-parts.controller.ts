import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ContactAddresses } from './contact-addresses.service.js';
import { ContactChecks } from './contact-checks.service.js';
import { ContactGrounds } from './contact-grounds.service.js';
import { ContactPlaces } from './contact-places.service.js';
import { ContactAddressView, ContactDetail } from './contact-views.dto.js';
import { AddressChange, NewAddress, NewGround, NewPlace, Objection } from './contact-wish.dto.js';

/** What belongs to a contact: addresses, places, grounds. Each act answers the contact as it is then. */
@Controller()
export class ContactPartsController {
  constructor(
    private readonly addresses: ContactAddresses,
    private readonly checks: ContactChecks,
    private readonly places: ContactPlaces,
    private readonly grounds: ContactGrounds,
  ) {}

  @Post('contacts/:id/addresses')
  @Rights('write')
  addContactAddress(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewAddress,
  ): Promise<ContactDetail> {
    return this.addresses.add(scopeOf(who), id, body);
  }

  @Patch('contact-addresses/:id')
  @Rights('write')
  changeContactAddress(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: AddressChange,
  ): Promise<ContactDetail> {
    return this.addresses.change(scopeOf(who), id, body);
  }

  /** Puts an address away; it may be given to somebody else then. */
  @Delete('contact-addresses/:id')
  @Rights('write')
  removeContactAddress(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.addresses.remove(scopeOf(who), id);
  }

  /** Looks at one address: how it is written, whether its domain takes mail (RFC 5321, RFC 7505), whether it is a throw-away one. */
  @Post('contact-addresses/:id/check')
  @HttpCode(200)
  @Rights('write')
  checkContactAddress(@Principal() who: Principal, @IdParam() id: string): Promise<ContactAddressView> {
    return this.checks.checkOne(scopeOf(who), id);
  }

  @Post('contacts/:id/places')
  @Rights('write')
  addContactPlace(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewPlace,
  ): Promise<ContactDetail> {
    return this.places.add(scopeOf(who), id, body);
  }

  /** The contact no longer works there. */
  @Post('contact-places/:id/end')
  @HttpCode(200)
  @Rights('write')
  endContactPlace(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.places.end(scopeOf(who), id);
  }

  /** Records why the contact may be mailed. */
  @Post('contacts/:id/grounds')
  @Rights('write')
  recordContactGround(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewGround,
  ): Promise<ContactDetail> {
    return this.grounds.record(scopeOf(who), id, body);
  }

  @Post('contact-grounds/:id/withdraw')
  @HttpCode(200)
  @Rights('write')
  withdrawContactGround(@Principal() who: Principal, @IdParam() id: string): Promise<ContactDetail> {
    return this.grounds.withdraw(scopeOf(who), id);
  }

  /** The contact objects to being mailed (GDPR 21): every ground is withdrawn, and no first mail may go out. */
  @Post('contacts/:id/objected')
  @HttpCode(200)
  @Rights('write')
  recordContactObjection(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: Objection,
  ): Promise<ContactDetail> {
    return this.grounds.object(scopeOf(who), id, body);
  }
}
