import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import {
  NewReclamation,
  ReclamationChange,
  ReclamationDetail,
  ReclamationList,
  ReclamationListQuery,
  ReclamationStep,
  ReclamationsMade,
} from './reclamations.dto.js';
import { ReclamationsService } from './reclamations.service.js';

@Controller('reclamations')
export class ReclamationsController {
  constructor(private readonly reclamations: ReclamationsService) {}

  /** Reclamations, the newest first. */
  @Get()
  @Rights('read')
  listReclamations(
    @Principal() who: Principal,
    @Query() query: ReclamationListQuery,
  ): Promise<ReclamationList> {
    return this.reclamations.list(scopeOf(who), query);
  }

  /** Puts placements that got worse on the reclamation of whoever is to be asked. */
  @Post()
  @Rights('write')
  async createReclamation(
    @Principal() who: Principal,
    @Body() body: NewReclamation,
  ): Promise<ReclamationsMade> {
    return { ids: await this.reclamations.propose(scopeOf(who), body.placementIds) };
  }

  @Get(':id')
  @Rights('read')
  getReclamation(@Principal() who: Principal, @IdParam() id: string): Promise<ReclamationDetail> {
    return this.reclamations.one(scopeOf(who), id);
  }

  @Patch(':id')
  @Rights('write')
  changeReclamation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReclamationChange,
  ): Promise<ReclamationDetail> {
    return this.reclamations.change(scopeOf(who), id, body);
  }

  /** Writes down that a person has sent it. */
  @Post(':id/send')
  @HttpCode(200)
  @Rights('write')
  sendReclamation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReclamationStep,
  ): Promise<ReclamationDetail> {
    return this.reclamations.act(scopeOf(who), id, { ...body, act: 'send' });
  }

  /** Writes down that they answered, and nothing is settled yet. */
  @Post(':id/answer')
  @HttpCode(200)
  @Rights('write')
  answerReclamation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReclamationStep,
  ): Promise<ReclamationDetail> {
    return this.reclamations.act(scopeOf(who), id, { ...body, act: 'answer' });
  }

  /** Writes down that they will not put it right. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Rights('write')
  refuseReclamation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReclamationStep,
  ): Promise<ReclamationDetail> {
    return this.reclamations.act(scopeOf(who), id, { ...body, act: 'refuse' });
  }

  /** Lays it aside: nobody is asked. */
  @Post(':id/dismiss')
  @HttpCode(200)
  @Rights('write')
  dismissReclamation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReclamationStep,
  ): Promise<ReclamationDetail> {
    return this.reclamations.act(scopeOf(who), id, { ...body, act: 'dismiss' });
  }

  /** Takes up again what was refused or laid aside. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Rights('write')
  reopenReclamation(@Principal() who: Principal, @IdParam() id: string): Promise<ReclamationDetail> {
    return this.reclamations.act(scopeOf(who), id, { act: 'reopen' });
  }
}
