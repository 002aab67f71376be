import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../../platform/http/decorators.js';
import { Principal } from '../../../platform/http/principal.js';
import { StartedJob } from '../../../platform/http/started-job.dto.js';
import { answerTable } from '../../../platform/http/table-answer.js';
import { PitchesAct } from './pitch-bulk.dto.js';
import { PitchBulkService } from './pitch-bulk.service.js';
import { PitchExport } from './pitch-export.js';
import {
  PitchBoardQuery,
  PitchCalendarQuery,
  PitchColumnQuery,
  PitchExportQuery,
  PitchListQuery,
} from './pitch-list.dto.js';
import { namely, PitchListsService } from './pitch-lists.service.js';
import { PitchBoard, PitchCalendar, PitchColumnPage, PitchList } from './pitch-row.dto.js';

@Controller('pitches')
export class PitchListsController {
  constructor(
    private readonly pitches: PitchListsService,
    private readonly file: PitchExport,
    private readonly acts: PitchBulkService,
  ) {}

  @Get()
  @Rights('read')
  listPitches(@Principal() who: Principal, @Query() query: PitchListQuery): Promise<PitchList> {
    return this.pitches.list(who, query);
  }

  /** Pitches by the stages of their kind, each stage with its count and its first cards. Lost ones are left out unless they are asked for. */
  @Get('board')
  @Rights('read')
  pitchBoard(@Principal() who: Principal, @Query() query: PitchBoardQuery): Promise<PitchBoard> {
    return this.pitches.board(who, query);
  }

  /** More cards of one column of a board. */
  @Get('board/column')
  @Rights('read')
  pitchBoardColumn(@Principal() who: Principal, @Query() query: PitchColumnQuery): Promise<PitchColumnPage> {
    return this.pitches.column(who, query);
  }

  /** Next steps, tasks, dates of pitches, placements that are due and ends, by day. */
  @Get('calendar')
  @Rights('read')
  pitchCalendar(@Principal() who: Principal, @Query() query: PitchCalendarQuery): Promise<PitchCalendar> {
    return this.pitches.calendar(who, query);
  }

  /** The filtered list as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportPitches(
    @Principal() who: Principal,
    @Query() query: PitchExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const rows = this.file.read(who, namely(who, filter));
    await answerTable(response, { name: 'pitches', format, columns: this.file.columns }, rows);
  }

  /** Does one act on many pitches; it can be taken back with `POST /jobs/{jobId}/undo`. */
  @Post('bulk')
  @HttpCode(202)
  @Rights('write')
  actOnPitches(@Principal() who: Principal, @Body() wish: PitchesAct): Promise<StartedJob> {
    return this.acts.start(who, wish);
  }
}
