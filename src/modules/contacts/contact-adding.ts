import { Injectable } from '@nestjs/common';
import { readFacts } from '../../core/contacts/contact-facts.js';
import { refuseFacts } from '../../core/contacts/identity.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { AddressClaims } from './address-claims.js';
import { needsWords, wishedFacts } from './contact-facts.js';
import { ContactIntake } from './contact-intake.service.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import type { NewContact } from './contact-wish.dto.js';

/** Adds one contact by the way all contacts come in, within the open transaction. */
@Injectable()
export class ContactAdding {
  constructor(
    private readonly claims: AddressClaims,
    private readonly intake: ContactIntake,
    private readonly rows: ContactRowsRepository,
    private readonly sites: SitesService,
    private readonly events: Events,
  ) {}

  /**
   * Answers the new contact's id. Throws `contact.nameless`, `contact.site_not_found`, `contact.publisher_not_found`, `contact.ground_words_needed`,
   * and what a claim of addresses throws.
   */
  async add(wish: NewContact): Promise<string> {
    if (wish.ground !== undefined && needsWords(wish.ground))
      throw new AppError('contact.ground_words_needed');
    const siteIds = await this.sitesOf(wish);
    if (wish.publisherId !== undefined && !(await this.rows.isPublisher(wish.publisherId)))
      throw new AppError('contact.publisher_not_found', { id: wish.publisherId });
    await this.claims.claim((wish.addresses ?? []).map(({ address }) => address));
    const facts = wishedFacts(wish, siteIds);
    const refusal = refuseFacts(readFacts(facts));
    if (refusal !== null) throw new AppError(refusal);
    const id = await this.intake.create(facts);
    await this.events.record({
      kind: 'contact.added',
      subjects: await this.rows.subjects(id),
      params: { addresses: facts.addresses.length },
    });
    return id;
  }

  private async sitesOf({ siteIds = [], siteAddresses = [] }: NewContact): Promise<string[]> {
    if (siteIds.length > 0 && !(await this.rows.areSites(siteIds)))
      throw new AppError('contact.site_not_found');
    if (siteAddresses.length === 0) return [...siteIds];
    const found = await this.sites.forAddresses(siteAddresses);
    return [...new Set([...siteIds, ...found.values()])];
  }
}
