import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ConditionList, ConditionView, NewPublisherConditions, NewSiteConditions } from './conditions.dto.js';
import { ConditionsService } from './conditions.service.js';

/** Conditions: what a publisher or a site asks for a placement. */
@Controller()
export class ConditionsController {
  constructor(private readonly conditions: ConditionsService) {}

  /** Conditions a publisher gave, for all its sites and for single ones. */
  @Get('publishers/:id/conditions')
  @Rights('read')
  listPublisherConditions(@Principal() who: Principal, @IdParam() id: string): Promise<ConditionList> {
    return this.conditions.ofPublisher(scopeOf(who), id);
  }

  /** Writes down what a publisher asks; earlier conditions for the same thing become outdated. */
  @Post('publishers/:id/conditions')
  @Rights('write')
  recordPublisherConditions(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewPublisherConditions,
  ): Promise<ConditionView> {
    return this.conditions.recordOfPublisher(scopeOf(who), id, body);
  }

  /** Conditions of a site, with those its present publishers gave for all their sites. */
  @Get('sites/:id/conditions')
  @Rights('read')
  listSiteConditions(@Principal() who: Principal, @IdParam() id: string): Promise<ConditionList> {
    return this.conditions.ofSite(scopeOf(who), id);
  }

  /** Writes down what a site asks; earlier conditions for the same thing become outdated. */
  @Post('sites/:id/conditions')
  @Rights('write')
  recordSiteConditions(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewSiteConditions,
  ): Promise<ConditionView> {
    return this.conditions.recordOfSite(scopeOf(who), id, body);
  }

  /** Takes conditions away that were written down by mistake or hold no more; they stay in the history. */
  @Post('conditions/:id/remove')
  @HttpCode(200)
  @Rights('write')
  removeConditions(@Principal() who: Principal, @IdParam() id: string): Promise<ConditionView> {
    return this.conditions.remove(scopeOf(who), id);
  }
}
