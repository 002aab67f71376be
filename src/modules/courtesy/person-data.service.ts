import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { mayMailSentence } from '../../platform/i18n/may-mail-texts.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { type Held, SuppressionsService } from '../contacts/suppressions.service.js';
import type { MayMailAnswer, PersonCounts, PersonData } from './person-data.dto.js';
import { PersonDataQuery } from './person-data.query.js';

/** What a person can ask of the team: everything that is kept of them, what erasing would take, and whether they may be written to. */
@Injectable()
export class PersonDataService {
  constructor(
    private readonly database: Database,
    private readonly query: PersonDataQuery,
    private readonly contacts: ContactsService,
    private readonly suppressions: SuppressionsService,
    private readonly clock: Clock,
  ) {}

  /** Throws `contact.not_found`, `contact.erased`. */
  export(scope: WorkspaceScope, contactId: string): Promise<PersonData> {
    return this.database.inWorkspace(scope, async () => {
      await this.contacts.get(scope, contactId);
      const person = await this.query.person(contactId);
      if (person === null) throw new AppError('contact.erased');
      return { exportedAt: this.clock.now(), person, ...(await this.query.parts(contactId)) };
    });
  }

  /** Throws `contact.not_found`. */
  counts(scope: WorkspaceScope, contactId: string): Promise<PersonCounts> {
    return this.database.inWorkspace(scope, async () => {
      await this.contacts.get(scope, contactId);
      return this.query.counts(contactId);
    });
  }

  /** The rule of grounds and countries with the do-not-contact list before it. Throws `contact.not_found`. */
  mayMail(
    who: Principal,
    contactId: string,
    about: { readonly clientId?: string; readonly siteId?: string },
  ): Promise<MayMailAnswer> {
    const scope = scopeOf(who);
    return this.database.inWorkspace(scope, async () => {
      const contact = await this.contacts.get(scope, contactId);
      const held = await this.held(contactId, about);
      const { answer, code } =
        held === null ? contact.mayMail : { answer: 'no' as const, code: 'suppressed' as const };
      const ground = contact.grounds.find((one) => one.withdrawnAt === null && one.ground === contact.ground);
      return {
        answer,
        code,
        sentence: mayMailSentence(code, who.locale),
        country: contact.country,
        ground:
          ground === undefined
            ? null
            : {
                ground: ground.ground,
                evidenceUrl: ground.evidenceUrl,
                evidenceOn: ground.evidenceOn,
                evidenceText: ground.evidenceText,
              },
        suppressionId: held?.id ?? null,
        suppressionReason: held?.reason ?? null,
      };
    });
  }

  private async held(
    contactId: string,
    { clientId, siteId }: { readonly clientId?: string; readonly siteId?: string },
  ): Promise<Held | null> {
    for (const addressKey of await this.query.addressKeys(contactId)) {
      const held = await this.suppressions.held({
        addressKey,
        siteId: siteId ?? null,
        clientId: clientId ?? null,
      });
      if (held !== null) return held;
    }
    return null;
  }
}
