import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { AddressRowsRepository } from './address-rows.repository.js';
import { ContactActs } from './contact-acts.service.js';
import { needsWords } from './contact-facts.js';
import { ContactPartsRepository } from './contact-parts.repository.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import type { ContactDetail } from './contact-views.dto.js';
import type { NewGround, Objection } from './contact-wish.dto.js';
import { SuppressionsService } from './suppressions.service.js';

/** Why contacts may be mailed, and that they object. */
@Injectable()
export class ContactGrounds {
  constructor(
    private readonly database: Database,
    private readonly acts: ContactActs,
    private readonly parts: ContactPartsRepository,
    private readonly rows: ContactRowsRepository,
    private readonly addresses: AddressRowsRepository,
    private readonly suppressions: SuppressionsService,
  ) {}

  /** Throws `contact.ground_words_needed`. */
  record(scope: WorkspaceScope, contactId: string, wish: NewGround): Promise<ContactDetail> {
    if (needsWords(wish)) throw new AppError('contact.ground_words_needed');
    return this.acts.act(scope, contactId, async (_, at) => {
      const id = newId(at);
      await this.parts.insertGround({
        id,
        contactId,
        at,
        ground: wish.ground,
        evidenceUrl: wish.evidenceUrl ?? null,
        evidenceOn: wish.evidenceOn ?? null,
        evidenceText: wish.evidenceText?.trim() ?? '',
      });
      return { kind: 'contact.ground_recorded', params: { groundId: id, ground: wish.ground } };
    });
  }

  /** Throws `contact.ground_not_found`. */
  async withdraw(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    const ground = await this.database.inWorkspace(scope, () => this.parts.ground(id));
    if (ground === null) throw new AppError('contact.ground_not_found', { id });
    return this.acts.act(scope, ground.contactId, async (_, at) => {
      const now = await this.parts.ground(id);
      if (now === null || now.isWithdrawn) return null;
      await this.parts.withdrawGround(id, 'by_hand', at);
      return { kind: 'contact.ground_withdrawn', params: { groundIds: [id], reason: 'by_hand' } };
    });
  }

  /** Every ground is withdrawn and every address is kept from mail (GDPR 21(3)); archived contacts can object, too. */
  object(scope: WorkspaceScope, contactId: string, { note = '' }: Objection): Promise<ContactDetail> {
    const work: Parameters<ContactActs['act']>[2] = async (contact, at) => {
      if (contact.objectedAt !== null) return null;
      await this.rows.update(contactId, { objected_at: at });
      const groundIds = await this.parts.withdrawAll([contactId], 'objected', at);
      const addresses = await this.addresses.ofContacts([contactId]);
      const objection = {
        reason: 'objected',
        source: 'by_hand',
        sourceId: contactId,
        note: note.trim(),
      } as const;
      await this.suppressions.keep(addresses.map(({ key }) => ({ ...objection, addressKey: key })));
      return { kind: 'contact.objected', params: { groundIds } };
    };
    return this.acts.act(scope, contactId, work, true);
  }
}
