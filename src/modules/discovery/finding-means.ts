import { Injectable } from '@nestjs/common';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { OutsideQuestions } from './outside-questions.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ReadableSites } from './readable-sites.js';
import { SiteReader } from './site-reader.js';

/** What a search for contacts works with. */
@Injectable()
export class FindingMeans {
  constructor(
    readonly reader: SiteReader,
    readonly questions: OutsideQuestions,
    readonly proposals: ProposalsRepository,
    readonly intake: ContactIntake,
    readonly sites: ReadableSites,
  ) {}
}
