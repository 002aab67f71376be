import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Database } from '../../platform/database/database.js';
import { Rights, ShownOnce } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { SiteAddress } from '../../platform/http/site-address.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { ReportChecksJob } from './report-checks.job.js';
import { ReportFiles } from './report-files.js';
import { ReportLinks } from './report-links.service.js';
import { ReportLists } from './report-lists.js';
import {
  NewReport,
  NewReportLink,
  ReportChange,
  ReportDetail,
  ReportLinkList,
  ReportLinkMade,
  ReportList,
  ReportSending,
  ReportsQuery,
} from './reports.dto.js';
import { ReportsService } from './reports.service.js';

/** Monthly reports to clients. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsService,
    private readonly lists: ReportLists,
    private readonly checks: ReportChecksJob,
    private readonly files: ReportFiles,
    private readonly links: ReportLinks,
    private readonly site: SiteAddress,
  ) {}

  /** Reports, the newest month first. */
  @Get()
  @Rights('read')
  listReports(@Principal() who: Principal, @Query() query: ReportsQuery): Promise<ReportList> {
    const { clientId, month, state } = query;
    const clientIds = clientId === undefined ? undefined : [clientId];
    return this.database.inWorkspace(scopeOf(who), () => this.lists.page({ clientIds, month, state }, query));
  }

  /** Makes a draft; where the month was reported already, a correction of it. */
  @Post()
  @Rights('write')
  makeReport(@Principal() who: Principal, @Body() body: NewReport): Promise<ReportDetail> {
    return this.reports.make(who, body);
  }

  /** A draft is built from what is known now; what was sent is as it was. */
  @Get(':id')
  @Rights('read')
  getReport(@Principal() who: Principal, @IdParam() id: string): Promise<ReportDetail> {
    return this.reports.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeReport(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReportChange,
  ): Promise<ReportDetail> {
    return this.reports.change(who, id, body);
  }

  /** Asks for a fresh look at every link of a draft. */
  @Post(':id/refresh-checks')
  @HttpCode(202)
  @Rights('write')
  refreshReportChecks(@Principal() who: Principal, @IdParam() id: string): Promise<StartedJob> {
    return this.checks.start(who, id);
  }

  /** Makes a draft final: from then on nothing changes it. */
  @Post(':id/send')
  @HttpCode(200)
  @Rights('write')
  sendReport(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReportSending,
  ): Promise<ReportDetail> {
    return this.reports.send(who, id, body);
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  @Rights('write')
  discardReport(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.reports.discard(who, id);
  }

  @Get(':id/file.xlsx')
  @Rights('read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getReportFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.sheet(response, await this.reports.content(who, id));
  }

  /** The logo the report shows. */
  @Get(':id/logo')
  @Rights('read')
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getReportLogo(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.logo(response, await this.reports.content(who, id));
  }

  @Get(':id/links')
  @Rights('read')
  listReportLinks(@Principal() who: Principal, @IdParam() id: string): Promise<ReportLinkList> {
    return this.links.list(who, id);
  }

  /** Makes a link that opens the report without signing in, for some days. */
  @Post(':id/links')
  @Rights('write')
  @ShownOnce('url')
  shareReport(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Req() request: Request,
    @Body() body: NewReportLink,
  ): Promise<ReportLinkMade> {
    return this.links.make(who, id, body, this.site.of(request));
  }

  /** Withdraws a link. */
  @Delete(':id/links/:linkId')
  @HttpCode(204)
  @Rights('write')
  unshareReport(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('linkId') linkId: string,
  ): Promise<void> {
    return this.links.revoke(who, id, linkId);
  }
}
