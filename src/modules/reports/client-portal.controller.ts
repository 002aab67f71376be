import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal } from '../../platform/http/principal.js';
import {
  ClientOverview,
  ClientPlacementList,
  ClientPlacementsQuery,
  ClientReport,
  ClientReportList,
} from './client-portal.dto.js';
import { ClientPortal } from './client-portal.service.js';
import { ClientReports } from './client-reports.service.js';
import { ReportFiles } from './report-files.js';

/** The part of people of clients: their links and their reports. */
@Controller('client')
export class ClientPortalController {
  constructor(
    private readonly portal: ClientPortal,
    private readonly reports: ClientReports,
    private readonly files: ReportFiles,
  ) {}

  /** How it stands with one's links this month. */
  @Get('overview')
  @Rights('portal')
  getClientOverview(@Principal() who: Principal): Promise<ClientOverview> {
    return this.portal.overview(who);
  }

  /** One's links with what was seen of them and when. */
  @Get('placements')
  @Rights('portal')
  listClientPlacements(
    @Principal() who: Principal,
    @Query() query: ClientPlacementsQuery,
  ): Promise<ClientPlacementList> {
    return this.portal.placements(who, query);
  }

  /** The logo of one's client as it is now. */
  @Get('clients/:id/logo')
  @Rights('portal')
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getOwnLogo(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.logo(response, await this.portal.logo(who, id));
  }

  /** Reports that were sent, the newest month first. */
  @Get('reports')
  @Rights('portal')
  listClientReports(@Principal() who: Principal, @Query() query: ListQuery): Promise<ClientReportList> {
    return this.reports.page(who, query);
  }

  @Get('reports/:id')
  @Rights('portal')
  getClientReport(@Principal() who: Principal, @IdParam() id: string): Promise<ClientReport> {
    return this.reports.get(who, id);
  }

  @Get('reports/:id/file.xlsx')
  @Rights('portal')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getClientReportFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.sheet(response, await this.reports.content(who, id));
  }

  /** The logo the report was made with. */
  @Get('reports/:id/logo')
  @Rights('portal')
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getClientReportLogo(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.logo(response, await this.reports.content(who, id));
  }
}
