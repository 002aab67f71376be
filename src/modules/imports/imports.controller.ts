import { Body, Controller, Get, HttpCode, Post, Put, Query, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AppError } from '../../platform/errors/app-error.js';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ImportListsService } from './import-lists.service.js';
import {
  ImportedRowList,
  ImportJobAnswer,
  ImportList,
  ImportPlan,
  ImportRowsQuery,
  ImportView,
  NewImport,
} from './imports.dto.js';
import { ImportsService } from './imports.service.js';

const LARGEST_FILE = 25 * 1024 * 1024;

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly lists: ImportListsService,
  ) {}

  /** Takes a CSV file of at most 25 MB in and proposes what its columns are. Nothing is created yet. */
  @Post()
  @Rights('write')
  @Multipart('file', LARGEST_FILE)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, brandId: { type: 'string', format: 'uuid' } },
    },
  })
  uploadImport(
    @Principal() who: Principal,
    @Body() body: NewImport,
    @UploadedFile() file: FormFile | undefined,
  ): Promise<ImportView> {
    if (file === undefined) throw new AppError('import.unreadable', { fault: 'empty', line: 1 });
    return this.imports.upload(scopeOf(who), file, body.brandId ?? null);
  }

  /** Imports, newest first. */
  @Get()
  @Rights('read')
  listImports(@Principal() who: Principal, @Query() query: ListQuery): Promise<ImportList> {
    return this.lists.list(scopeOf(who), query);
  }

  @Get(':id')
  @Rights('read')
  getImport(@Principal() who: Principal, @IdParam() id: string): Promise<ImportView> {
    return this.lists.get(scopeOf(who), id);
  }

  /** Sets which column is what, and what holds for rows that say nothing of their own. */
  @Put(':id/mapping')
  @Rights('write')
  mapImport(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() plan: ImportPlan,
  ): Promise<ImportView> {
    return this.imports.plan(scopeOf(who), id, plan);
  }

  /** Begins a dry run: says for every row what would become of it, and creates nothing. */
  @Post(':id/try')
  @HttpCode(202)
  @Rights('write')
  tryImport(@Principal() who: Principal, @IdParam() id: string): Promise<ImportJobAnswer> {
    return this.imports.start(scopeOf(who), id, 'try');
  }

  /** Begins the import, or goes on with one that stopped half-way. */
  @Post(':id/run')
  @HttpCode(202)
  @Rights('write')
  runImport(@Principal() who: Principal, @IdParam() id: string): Promise<ImportJobAnswer> {
    return this.imports.start(scopeOf(who), id, 'run');
  }

  /** Takes an import back: its placements are archived, but for those somebody changed since. */
  @Post(':id/undo')
  @HttpCode(202)
  @Rights('write')
  undoImport(@Principal() who: Principal, @IdParam() id: string): Promise<ImportJobAnswer> {
    return this.imports.start(scopeOf(who), id, 'undo');
  }

  /** What became of the rows, in the order of the file. */
  @Get(':id/rows')
  @Rights('read')
  listImportRows(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<ImportedRowList> {
    return this.lists.rowsOf(scopeOf(who), id, { query, locale: who.locale });
  }
}
