import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { AssetChange, AssetList, AssetListQuery, AssetView, NewAsset } from './assets.dto.js';
import { AssetsService } from './assets.service.js';

@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: AssetsService) {}

  /** What the brands have that others like to link to, newest first. */
  @Get()
  @Rights('read')
  listAssets(@Principal() who: Principal, @Query() query: AssetListQuery): Promise<AssetList> {
    return this.assets.list(who, query);
  }

  @Post()
  @Rights('write')
  addAsset(@Principal() who: Principal, @Body() body: NewAsset): Promise<AssetView> {
    return this.assets.add(who, body);
  }

  @Get(':id')
  @Rights('read')
  getAsset(@Principal() who: Principal, @IdParam() id: string): Promise<AssetView> {
    return this.assets.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeAsset(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: AssetChange,
  ): Promise<AssetView> {
    return this.assets.change(who, id, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveAsset(@Principal() who: Principal, @IdParam() id: string): Promise<AssetView> {
    return this.assets.archive(who, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreAsset(@Principal() who: Principal, @IdParam() id: string): Promise<AssetView> {
    return this.assets.restore(who, id);
  }
}
