import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { NewSavedView, SavedViewChange, SavedViewList, SavedViewsQuery, SavedViewView } from './views.dto.js';
import { SavedViewsService } from './views.service.js';

@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /** One's own views and those that others share, by name. */
  @Get()
  @Rights('read')
  listSavedViews(@Principal() who: Principal, @Query() query: SavedViewsQuery): Promise<SavedViewList> {
    return this.views.list(who, query.list);
  }

  @Post()
  @Rights('write')
  addSavedView(@Principal() who: Principal, @Body() body: NewSavedView): Promise<SavedViewView> {
    return this.views.add(who, body);
  }

  /** Changes one's own view; a manager also what others share. */
  @Patch(':id')
  @Rights('write')
  changeSavedView(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: SavedViewChange,
  ): Promise<SavedViewView> {
    return this.views.change(who, id, body);
  }

  /** Removes one's own view; a manager also what others share. */
  @Delete(':id')
  @HttpCode(204)
  @Rights('write')
  removeSavedView(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.views.remove(who, id);
  }
}
