import { Controller, Get, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { CustomParameters } from './custom-parameters.js';
import { ProspectExport } from './prospect-export.js';
import { ProspectExportQuery, ProspectFilter, ProspectListQuery } from './prospect-list.dto.js';
import { ProspectCounts, ProspectList } from './prospect-row.dto.js';
import { ProspectsService } from './prospects.service.js';

@Controller('prospects')
@UseInterceptors(CustomParameters)
export class ProspectListController {
  constructor(
    private readonly prospects: ProspectsService,
    private readonly file: ProspectExport,
  ) {}

  @Get()
  @Rights('read')
  listProspects(@Principal() who: Principal, @Query() query: ProspectListQuery): Promise<ProspectList> {
    return this.prospects.list(who, query);
  }

  /** How many prospects there are in each status, and how many are mine, nobody's, or not to be contacted. */
  @Get('counts')
  @Rights('read')
  countProspects(@Principal() who: Principal, @Query() query: ProspectFilter): Promise<ProspectCounts> {
    return this.prospects.counts(who, query);
  }

  /** The filtered list as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportProspects(
    @Principal() who: Principal,
    @Query() query: ProspectExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const { columns, rows } = await this.file.table(who, filter);
    await answerTable(response, { name: 'prospects', format, columns }, rows);
  }
}
