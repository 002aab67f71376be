import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { PartnershipEnd, PartnershipEndCounts, PartnershipEndQuery } from './partnership-ends.dto.js';
import { PartnershipEnds } from './partnership-ends.service.js';

@Controller()
export class PartnershipEndsController {
  constructor(private readonly ends: PartnershipEnds) {}

  /** What the end of the partnership with a publisher would touch. */
  @Get('publishers/:id/end-partnership')
  @Rights('write')
  previewPublisherEnd(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: PartnershipEndQuery,
  ): Promise<PartnershipEndCounts> {
    return this.ends.preview(scopeOf(who), { kind: 'publisher', id }, query.clientId ?? null);
  }

  /** Closes pitches, releases placements and makes tasks of our links, on all sites of a publisher. */
  @Post('publishers/:id/end-partnership')
  @HttpCode(200)
  @Rights('write')
  endPublisherPartnership(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PartnershipEnd,
  ): Promise<PartnershipEndCounts> {
    return this.ends.end(who, { kind: 'publisher', id }, body);
  }

  /** What the end of the partnership with a site would touch. */
  @Get('sites/:id/end-partnership')
  @Rights('write')
  previewSiteEnd(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: PartnershipEndQuery,
  ): Promise<PartnershipEndCounts> {
    return this.ends.preview(scopeOf(who), { kind: 'site', id }, query.clientId ?? null);
  }

  /** Closes pitches, releases placements and makes tasks of our links, on one site. */
  @Post('sites/:id/end-partnership')
  @HttpCode(200)
  @Rights('write')
  endSitePartnership(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PartnershipEnd,
  ): Promise<PartnershipEndCounts> {
    return this.ends.end(who, { kind: 'site', id }, body);
  }
}
