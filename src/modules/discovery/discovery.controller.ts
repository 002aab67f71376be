import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights, WithoutKey } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { ContactAddressView, ContactDetail } from '../contacts/contact-forms.port.js';
import { ContactFinding } from './contact-finding.service.js';
import {
  FindContactsWish,
  MeasureAnswer,
  MeasureWish,
  ProposalList,
  ProposalsQuery,
  ProposalView,
} from './discovery.dto.js';
import { FoundSites } from './found-sites.js';
import { OutsideQuestions } from './outside-questions.service.js';
import { ProposalWish } from './proposal-wish.dto.js';
import { ProposalsService } from './proposals.service.js';
import { FoundSiteList, FoundSitesWish, SearchAnswer, SearchWish } from './web-search.dto.js';

/** Contacts proposed from pages and services, and questions to services the team has keys for. */
@Controller()
export class DiscoveryController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly finding: ContactFinding,
    private readonly questions: OutsideQuestions,
    private readonly found: FoundSites,
  ) {}

  @Get('contact-proposals')
  @Rights('read')
  listContactProposals(@Principal() who: Principal, @Query() query: ProposalsQuery): Promise<ProposalList> {
    return this.proposals.list(scopeOf(who), query);
  }

  /** Makes a contact of a proposal, with whatever the reader mended; the page stays as evidence of its ground. */
  @Post('contact-proposals/:id/accept')
  @HttpCode(200)
  @Rights('write')
  acceptContactProposal(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ProposalWish,
  ): Promise<ContactDetail> {
    return this.proposals.accept(scopeOf(who), id, body);
  }

  @Post('contact-proposals/:id/dismiss')
  @HttpCode(200)
  @Rights('write')
  dismissContactProposal(@Principal() who: Principal, @IdParam() id: string): Promise<ProposalView> {
    return this.proposals.dismiss(scopeOf(who), id);
  }

  /** Reads a site's contact, author, imprint and advertising pages, politely, and proposes whom it finds there. */
  @Post('sites/:id/find-contacts')
  @HttpCode(202)
  @Rights('write')
  findContacts(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: FindContactsWish,
  ): Promise<StartedJob> {
    return this.finding.start(scopeOf(who), id, body);
  }

  /** Asks a service with the team's key for the metrics of a site, and keeps them. */
  @Post('sites/:id/measure')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  measureSite(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MeasureWish,
  ): Promise<MeasureAnswer> {
    return this.questions.measure(scopeOf(who), id, body.service);
  }

  /** Asks Hunter with the team's key whether mail to an address arrives, and keeps its word. */
  @Post('contact-addresses/:id/verify')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  verifyContactAddress(@Principal() who: Principal, @IdParam() id: string): Promise<ContactAddressView> {
    return this.questions.verify(scopeOf(who), id);
  }

  /**
   * Searches the web through the licensed search service the team has a key for; each page is a question of its own. The answer tells what the
   * team knows of the sites found.
   */
  @Post('search')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  searchWeb(@Principal() who: Principal, @Body() body: SearchWish): Promise<SearchAnswer> {
    return this.questions.search(who, body);
  }

  /** What the team knows of sites that were found, by their keys: no service is asked. */
  @Post('search/sites')
  @HttpCode(200)
  @WithoutKey()
  @Rights('read')
  listFoundSites(@Principal() who: Principal, @Body() body: FoundSitesWish): Promise<FoundSiteList> {
    return this.found.list(who, body);
  }
}
