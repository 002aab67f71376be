import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { answerTable, type Cell } from '../../platform/http/table-answer.js';
import type { ImportedRow } from './import-answers.dto.js';
import { ImportListsService } from './import-lists.service.js';

const COLUMNS = ['line', 'column', 'field', 'code', 'message'];

@Controller('imports')
export class ImportErrorsController {
  constructor(private readonly lists: ImportListsService) {}

  /** The rows that could not be taken, by line and column, as a CSV file: a line for each thing that is wrong. */
  @Get(':id/errors.csv')
  @Rights('read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  exportImportErrors(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    const rows = faultLines(this.lists.badRows(scopeOf(who), id, who.locale));
    return answerTable(response, { name: 'import-errors', format: 'csv', columns: COLUMNS }, rows);
  }
}

async function* faultLines(rows: AsyncIterable<ImportedRow>): AsyncGenerator<Cell[]> {
  for await (const { lineNo, faults } of rows)
    for (const { columnName, field, code, message } of faults)
      yield [lineNo, columnName, field, code, message];
}
