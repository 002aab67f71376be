import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { TemplateDetail, TemplateFindings, TemplateList, TemplateVersionList } from './template-views.dto.js';
import {
  NewTemplate,
  NewTemplateVersion,
  TemplateChange,
  TemplateDraft,
  TemplateFilter,
} from './templates.dto.js';
import { TemplatesService } from './templates.service.js';

@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  /** Templates by kind, purpose, language and name, read whole. */
  @Get()
  @Rights('read')
  listTemplates(@Principal() who: Principal, @Query() query: TemplateFilter): Promise<TemplateList> {
    return this.templates.list(who, query);
  }

  /** Makes a template with its first version, written or copied from a starter. */
  @Post()
  @Rights('write')
  createTemplate(@Principal() who: Principal, @Body() body: NewTemplate): Promise<TemplateDetail> {
    return this.templates.create(who, body);
  }

  /** Says what is wrong and what is doubtful about words that are not saved. Changes nothing. */
  @Post('lint')
  @HttpCode(200)
  @Rights('read')
  lintTemplate(@Principal() who: Principal, @Body() body: TemplateDraft): Promise<TemplateFindings> {
    return this.templates.lint(who, body);
  }

  @Get(':id')
  @Rights('read')
  getTemplate(@Principal() who: Principal, @IdParam() id: string): Promise<TemplateDetail> {
    return this.templates.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeTemplate(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: TemplateChange,
  ): Promise<TemplateDetail> {
    return this.templates.change(who, id, body);
  }

  /** Every version, the newest first. */
  @Get(':id/versions')
  @Rights('read')
  listTemplateVersions(@Principal() who: Principal, @IdParam() id: string): Promise<TemplateVersionList> {
    return this.templates.versions(who, id);
  }

  /** Saves words as a new version; refused with line and column when they cannot work. */
  @Post(':id/versions')
  @Rights('write')
  saveTemplate(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewTemplateVersion,
  ): Promise<TemplateDetail> {
    return this.templates.save(who, id, body);
  }

  /** Makes an earlier version the present one, as a new version. */
  @Post(':id/versions/:versionId/restore')
  @HttpCode(200)
  @Rights('write')
  restoreTemplateVersion(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('versionId') versionId: string,
  ): Promise<TemplateDetail> {
    return this.templates.restoreVersion(who, id, versionId);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveTemplate(@Principal() who: Principal, @IdParam() id: string): Promise<TemplateDetail> {
    return this.templates.setArchived(who, id, true);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreTemplate(@Principal() who: Principal, @IdParam() id: string): Promise<TemplateDetail> {
    return this.templates.setArchived(who, id, false);
  }
}
