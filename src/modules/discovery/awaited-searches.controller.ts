import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { AwaitedSearchView, CandidateChoice } from './awaited-searches.dto.js';
import { AwaitedSearches } from './awaited-searches.service.js';

@Controller('placements')
export class AwaitedSearchesController {
  constructor(private readonly searches: AwaitedSearches) {}

  /** What the search for an awaited placement found among the new pages of its site, and when it looks again. */
  @Get(':id/search')
  @Rights('read')
  getAwaitedSearch(@Principal() who: Principal, @IdParam() id: string): Promise<AwaitedSearchView> {
    return this.searches.view(scopeOf(who), id);
  }

  /** Looks in the site's feed and sitemap now. */
  @Post(':id/search')
  @HttpCode(202)
  @Rights('write')
  searchAwaited(@Principal() who: Principal, @IdParam() id: string): Promise<StartedJob> {
    return this.searches.start(scopeOf(who), id);
  }

  /** Takes a page as the one that was promised; it is checked at once. */
  @Post(':id/search/accept')
  @HttpCode(200)
  @Rights('write')
  acceptCandidate(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CandidateChoice,
  ): Promise<AwaitedSearchView> {
    return this.searches.accept(scopeOf(who), id, body.url);
  }
}
