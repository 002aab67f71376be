import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewTargetPage, TargetPageChange, TargetPageList, TargetPageView } from './target-pages.dto.js';
import { TargetPagesService } from './target-pages.service.js';

@Controller()
export class TargetPagesController {
  constructor(private readonly pages: TargetPagesService) {}

  /** Target pages of a brand, archived ones last. */
  @Get('brands/:id/target-pages')
  @Rights('read')
  listTargetPages(@Principal() who: Principal, @IdParam() brandId: string): Promise<TargetPageList> {
    return this.pages.list(scopeOf(who), brandId);
  }

  @Post('brands/:id/target-pages')
  @Rights('manage')
  createTargetPage(
    @Principal() who: Principal,
    @IdParam() brandId: string,
    @Body() body: NewTargetPage,
  ): Promise<TargetPageView> {
    return this.pages.create(scopeOf(who), brandId, body);
  }

  @Patch('target-pages/:id')
  @Rights('manage')
  changeTargetPage(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: TargetPageChange,
  ): Promise<TargetPageView> {
    return this.pages.change(scopeOf(who), id, body);
  }

  /** Archives a target page: it is no longer requested. Placements that lead to it stay. */
  @Post('target-pages/:id/archive')
  @HttpCode(200)
  @Rights('manage')
  archiveTargetPage(@Principal() who: Principal, @IdParam() id: string): Promise<TargetPageView> {
    return this.pages.archive(scopeOf(who), id);
  }
}
