import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { PlacementChecksService } from '../placements/placement-checks.service.js';
import { AskedCheck, CheckList, ChecksQuery, EvidenceQuery, EvidenceView } from './checks.dto.js';
import { ChecksService } from './checks.service.js';

@Controller('placements')
export class ChecksController {
  constructor(
    private readonly checks: ChecksService,
    private readonly placements: PlacementChecksService,
  ) {}

  /** Asks for a check now. The answer comes at once; the check follows as soon as its host may be asked. */
  @Post(':id/check')
  @HttpCode(202)
  @Rights('write')
  async checkPlacement(@Principal() who: Principal, @IdParam() id: string): Promise<AskedCheck> {
    await this.placements.askOne(scopeOf(who), id);
    return { placementId: id };
  }

  /** Checks of a placement, newest first. */
  @Get(':id/checks')
  @Rights('read')
  listChecks(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: ChecksQuery,
  ): Promise<CheckList> {
    return this.checks.list(scopeOf(who), id, { ...query, locale: who.locale });
  }

  /** The HTML a check saw around the link, and what changed since the time before. */
  @Get(':id/evidence')
  @Rights('read')
  getEvidence(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: EvidenceQuery,
  ): Promise<EvidenceView> {
    return this.checks.evidence(scopeOf(who), id, query.checkId ?? null);
  }
}
