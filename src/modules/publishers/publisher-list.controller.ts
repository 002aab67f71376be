import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { PublisherExport } from './publisher-export.js';
import {
  DoublesQuery,
  PublisherDoubles,
  PublisherExportQuery,
  PublisherList,
  PublisherListQuery,
} from './publisher-list.dto.js';
import { PublishersService } from './publishers.service.js';

@Controller('publishers')
export class PublisherListController {
  constructor(
    private readonly publishers: PublishersService,
    private readonly file: PublisherExport,
  ) {}

  @Get()
  @Rights('read')
  listPublishers(@Principal() who: Principal, @Query() query: PublisherListQuery): Promise<PublisherList> {
    return this.publishers.list(scopeOf(who), query);
  }

  /** Publishers whose name is this one or nearly: to be looked at before another is made. */
  @Get('doubles-of')
  @Rights('read')
  findPublisherDoubles(@Principal() who: Principal, @Query() query: DoublesQuery): Promise<PublisherDoubles> {
    return this.publishers.doublesOf(scopeOf(who), query.name);
  }

  /** The filtered list as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportPublishers(
    @Principal() who: Principal,
    @Query() query: PublisherExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const { columns } = this.file;
    await answerTable(
      response,
      { name: 'publishers', format, columns },
      this.file.rows(scopeOf(who), filter),
    );
  }
}
