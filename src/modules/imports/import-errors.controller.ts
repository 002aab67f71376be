import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { spreadsheetCell } from '../../core/tables/spreadsheet-cell.js';
import { answerCsv, BYTE_ORDER_MARK } from '../../platform/http/csv-answer.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import type { ImportedRow } from './import-answers.dto.js';
import { ImportListsService } from './import-lists.service.js';

const HEADER = ['line', 'column', 'field', 'code', 'message'];

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
    return answerCsv(response, 'import-errors.csv', lines(this.lists.badRows(scopeOf(who), id, who.locale)));
  }
}

async function* lines(rows: AsyncIterable<ImportedRow>): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + line(HEADER);
  for await (const { lineNo, faults } of rows) {
    const cells = faults.map(({ columnName, field, code, message }) => [
      lineNo,
      columnName,
      field,
      code,
      message,
    ]);
    yield head + cells.map((row) => line(row.map(spreadsheetCell))).join('');
    head = '';
  }
  if (head !== '') yield head;
}

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: 'windows' });
}
