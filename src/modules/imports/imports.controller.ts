import { Body, Controller, Get, HttpCode, Post, Put, Query, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AppError } from '../../platform/errors/app-error.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StreamedFile, type StreamedFormFile } from '../../platform/uploads/streamed-file.js';
import { ImportedRowList, ImportList, ImportRowsQuery, ImportView } from './import-answers.dto.js';
import { ImportListsService } from './import-lists.service.js';
import { ImportUploads } from './import-uploads.service.js';
import { ImportJobAnswer, ImportPlan, NewImport, SheetChoice } from './imports.dto.js';
import { ImportsService } from './imports.service.js';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly uploads: ImportUploads,
    private readonly imports: ImportsService,
    private readonly lists: ImportListsService,
  ) {}

  /** Takes a file in, of any size the setting allows: CSV, TSV, XLSX or a ZIP of these. Says what it is taken for; nothing is created yet. */
  @Post()
  @Rights('write')
  @StreamedFile('file')
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
    @UploadedFile() file: StreamedFormFile | undefined,
  ): Promise<ImportView> {
    if (file === undefined) throw new AppError('import.unreadable', { fault: 'empty', line: 1 });
    return this.uploads.take(scopeOf(who), file, body.brandId ?? null);
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

  /** Reads another sheet of the workbook, or another file of the archive, instead. */
  @Put(':id/sheet')
  @Rights('write')
  chooseImportSheet(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() choice: SheetChoice,
  ): Promise<ImportView> {
    return this.uploads.choose(scopeOf(who), id, choice.name);
  }

  /** Sets what the file holds, which column is what, how its rows are taken, and why its people may be mailed. */
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

  /** Takes an import back: everything is as before, but for what somebody changed since. */
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
