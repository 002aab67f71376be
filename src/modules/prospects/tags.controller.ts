import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewTag, TagChange, TagList, TagsQuery, TagView } from './tags.dto.js';
import { TagsService } from './tags.service.js';

@Controller('tags')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  /** Tags and topics by name. */
  @Get()
  @Rights('read')
  listTags(@Principal() who: Principal, @Query() query: TagsQuery): Promise<TagList> {
    return this.tags.list(scopeOf(who), query.kind);
  }

  @Post()
  @Rights('write')
  addTag(@Principal() who: Principal, @Body() body: NewTag): Promise<TagView> {
    return this.tags.add(scopeOf(who), body);
  }

  @Patch(':id')
  @Rights('write')
  renameTag(@Principal() who: Principal, @IdParam() id: string, @Body() body: TagChange): Promise<TagView> {
    return this.tags.rename(scopeOf(who), id, body.name);
  }

  /** Takes the tag off every prospect, for good. */
  @Delete(':id')
  @HttpCode(204)
  @Rights('manage')
  removeTag(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.tags.remove(scopeOf(who), id);
  }
}
