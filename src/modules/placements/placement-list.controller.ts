import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { PlacementExport } from './placement-export.js';
import { PlacementExportQuery, PlacementFilter, PlacementListQuery } from './placement-list.dto.js';
import { PlacementCounts, PlacementList } from './placement-row.dto.js';
import { PlacementsService } from './placements.service.js';

@Controller('placements')
export class PlacementListController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly file: PlacementExport,
  ) {}

  @Get()
  @Rights('read')
  listPlacements(@Principal() who: Principal, @Query() query: PlacementListQuery): Promise<PlacementList> {
    return this.placements.list(scopeOf(who), query);
  }

  /** How many placements there are in each state, and how many need a hand. */
  @Get('counts')
  @Rights('read')
  countPlacements(@Principal() who: Principal, @Query() query: PlacementFilter): Promise<PlacementCounts> {
    return this.placements.counts(scopeOf(who), query);
  }

  /** The filtered list as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportPlacements(
    @Principal() who: Principal,
    @Query() query: PlacementExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const file = { name: 'placements', format, columns: this.file.columns };
    await answerTable(response, file, this.file.rows(scopeOf(who), filter));
  }
}
