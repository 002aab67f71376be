import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { AddedExclusions, ExclusionList, NewExclusions } from './exclusions.dto.js';
import { ExclusionsService } from './exclusions.service.js';

@Controller()
export class ExclusionsController {
  constructor(private readonly exclusions: ExclusionsService) {}

  /** Sites a client wants no link from, newest first. */
  @Get('clients/:id/exclusions')
  @Rights('read')
  listExclusions(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: ListQuery,
  ): Promise<ExclusionList> {
    return this.exclusions.list(scopeOf(who), id, query);
  }

  /** Excludes one site, or many pasted at once: what is no address is named by its line, the others are taken. */
  @Post('clients/:id/exclusions')
  @Rights('write')
  addExclusions(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewExclusions,
  ): Promise<AddedExclusions> {
    return this.exclusions.add(who, id, body);
  }

  @Delete('clients/:id/exclusions/:exclusionId')
  @HttpCode(204)
  @Rights('write')
  removeExclusion(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('exclusionId') exclusionId: string,
  ): Promise<void> {
    return this.exclusions.remove(scopeOf(who), id, exclusionId);
  }
}
