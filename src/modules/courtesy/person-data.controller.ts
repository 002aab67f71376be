import { Controller, Get, Header, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { MayMailQuery } from './may-mail.dto.js';
import { MayMailAnswer, PersonCounts, PersonData } from './person-data.dto.js';
import { PersonDataService } from './person-data.service.js';

@Controller('contacts')
export class PersonDataController {
  constructor(private readonly persons: PersonDataService) {}

  /** Everything that is kept of a person, mails with their texts included, for when they ask for it (GDPR 15, 20). */
  @Get(':id/data-export')
  @Rights('manage')
  @Header('Content-Disposition', 'attachment; filename="person.json"')
  exportContactData(@Principal() who: Principal, @IdParam() id: string): Promise<PersonData> {
    return this.persons.export(scopeOf(who), id);
  }

  /** How much erasing would take, before anybody presses. */
  @Get(':id/data-counts')
  @Rights('manage')
  countContactData(@Principal() who: Principal, @IdParam() id: string): Promise<PersonCounts> {
    return this.persons.counts(scopeOf(who), id);
  }

  /** Whether the contact may be written to now: their wish, the do-not-contact list, the ground and the country's law. */
  @Get(':id/may-mail')
  @Rights('read')
  mayMailContact(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() about: MayMailQuery,
  ): Promise<MayMailAnswer> {
    return this.persons.mayMail(who, id, about);
  }
}
