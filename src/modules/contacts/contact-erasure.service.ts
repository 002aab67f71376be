import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { ContactDetails } from './contact-detail.query.js';
import { ContactErasureRepository } from './contact-erasure.repository.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import type { ContactDetail } from './contact-views.dto.js';
import { SuppressionsService } from './suppressions.service.js';

/** Erases people for good (GDPR 17). */
@Injectable()
export class ContactErasure {
  constructor(
    private readonly database: Database,
    private readonly rows: ContactRowsRepository,
    private readonly erasing: ContactErasureRepository,
    private readonly suppressions: SuppressionsService,
    private readonly details: ContactDetails,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Removes name, addresses, notes, places, grounds and proposals; an empty row stays for the history to refer to, and of each address, those it had
   * before, too, a hash that keeps it out. Others who keep something of the person hear `contact.erased` in the same transaction. Erasing twice is
   * erasing once. Throws `contact.not_found`.
   */
  erase(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    return this.database.inWorkspace(scope, async () => {
      const contact = await this.rows.lock(id);
      if (contact === null) throw new AppError('contact.not_found', { id });
      if (contact.erasedAt !== null) return this.details.get(id);
      const at = this.clock.now();
      const subjects = await this.rows.subjects(id);
      const addresses = await this.erasing.addresses(id);
      await this.suppressions.keepErased(
        addresses.map(({ key }) => key),
        id,
      );
      await this.events.record({ kind: 'contact.erased', subjects, params: { addresses: addresses.length } });
      await this.erasing.erase(
        id,
        addresses.map(({ key }) => key),
        at,
      );
      return this.details.get(id);
    });
  }
}
