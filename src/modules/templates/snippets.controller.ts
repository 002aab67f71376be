import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { NewSnippet, SnippetChange, SnippetFilter } from './snippets.dto.js';
import { SnippetsService } from './snippets.service.js';
import { SnippetList, SnippetView } from './template-views.dto.js';

@Controller('snippets')
export class SnippetsController {
  constructor(private readonly snippets: SnippetsService) {}

  @Get()
  @Rights('read')
  listSnippets(@Principal() who: Principal, @Query() query: SnippetFilter): Promise<SnippetList> {
    return this.snippets.list(who, query);
  }

  @Post()
  @Rights('write')
  createSnippet(@Principal() who: Principal, @Body() body: NewSnippet): Promise<SnippetView> {
    return this.snippets.create(who, body);
  }

  /** Changes the text of a snippet; every template that uses it says the new words from now on. */
  @Patch(':id')
  @Rights('write')
  changeSnippet(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: SnippetChange,
  ): Promise<SnippetView> {
    return this.snippets.change(who, id, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveSnippet(@Principal() who: Principal, @IdParam() id: string): Promise<SnippetView> {
    return this.snippets.setArchived(who, id, true);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreSnippet(@Principal() who: Principal, @IdParam() id: string): Promise<SnippetView> {
    return this.snippets.setArchived(who, id, false);
  }
}
