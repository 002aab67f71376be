import { Injectable } from '@nestjs/common';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { SitesService } from '../sites/sites.service.js';
import { OutsideQuestions } from './outside-questions.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { SiteReader, type SiteToRead } from './site-reader.js';

/** What a search for contacts works with. */
@Injectable()
export class FindingMeans {
  constructor(
    readonly reader: SiteReader,
    readonly questions: OutsideQuestions,
    readonly proposals: ProposalsRepository,
    readonly intake: ContactIntake,
    private readonly sites: SitesService,
  ) {}

  /** The site as it is read, within the open transaction. */
  async site(id: string): Promise<SiteToRead> {
    const { host, pathPrefix, siteKey } = await this.sites.detail(id);
    const declared = await this.sites.declaredKeys();
    return { host, pathPrefix, siteKey, declared };
  }
}
