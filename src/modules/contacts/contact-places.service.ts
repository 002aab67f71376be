import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { SitesService } from '../sites/sites.service.js';
import { ContactActs } from './contact-acts.service.js';
import { ContactPartsRepository } from './contact-parts.repository.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import type { ContactDetail } from './contact-views.dto.js';
import type { NewPlace } from './contact-wish.dto.js';

/** Where contacts work. */
@Injectable()
export class ContactPlaces {
  constructor(
    private readonly database: Database,
    private readonly acts: ContactActs,
    private readonly parts: ContactPartsRepository,
    private readonly rows: ContactRowsRepository,
    private readonly sites: SitesService,
  ) {}

  /**
   * A place that was over goes on again. Throws `contact.place_known`, `contact.site_not_found`, `contact.publisher_not_found`, and
   * `request.invalid` unless exactly one place is named.
   */
  add(scope: WorkspaceScope, contactId: string, wish: NewPlace): Promise<ContactDetail> {
    const named = [wish.siteId, wish.siteAddress, wish.publisherId].filter((one) => one !== undefined);
    if (named.length !== 1) {
      const message = 'siteId: name a site, its address or a publisher';
      throw new RequestInvalid([{ field: 'siteId', code: 'needed', message, params: {} }]);
    }
    return this.acts.act(scope, contactId, async (_, at) => {
      const { siteId, publisherId } = await this.found(wish);
      const role = wish.role?.trim() ?? '';
      const known = await this.parts.placeAt(contactId, String(siteId ?? publisherId));
      if (known !== null && !known.isFormer) throw new AppError('contact.place_known');
      const id = known?.id ?? newId(at);
      if (known === null) await this.parts.insertPlace({ id, contactId, siteId, publisherId, role, at });
      else await this.parts.reopenPlace(id, role);
      return { kind: 'contact.place_added', params: { placeId: id, siteId, publisherId } };
    });
  }

  /** Throws `contact.place_not_found`. */
  async end(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    const place = await this.database.inWorkspace(scope, () => this.parts.place(id));
    if (place === null) throw new AppError('contact.place_not_found', { id });
    return this.acts.act(scope, place.contactId, async () => {
      const now = await this.parts.place(id);
      if (now === null || now.isFormer) return null;
      await this.parts.endPlace(id, await this.sites.today());
      const { siteId, publisherId } = place;
      return { kind: 'contact.place_ended', params: { placeId: id, siteId, publisherId } };
    });
  }

  private async found(wish: NewPlace): Promise<{ siteId: string | null; publisherId: string | null }> {
    if (wish.publisherId !== undefined) {
      if (!(await this.rows.isPublisher(wish.publisherId)))
        throw new AppError('contact.publisher_not_found', { id: wish.publisherId });
      return { siteId: null, publisherId: wish.publisherId };
    }
    if (wish.siteId !== undefined) {
      if (!(await this.rows.areSites([wish.siteId]))) throw new AppError('contact.site_not_found');
      return { siteId: wish.siteId, publisherId: null };
    }
    const address = wish.siteAddress ?? '';
    const siteId = (await this.sites.forAddresses([address])).get(address);
    if (siteId === undefined) throw new AppError('contact.site_not_found');
    return { siteId, publisherId: null };
  }
}
