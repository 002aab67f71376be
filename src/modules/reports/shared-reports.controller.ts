import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../platform/http/decorators.js';
import { ReportFiles } from './report-files.js';
import { SharedReport } from './reports.dto.js';
import { SharedReports } from './shared-reports.service.js';

const ROBOTS = 'noindex, nofollow';

/** A report for whoever has a link to it. No session is made or needed, and no search engine keeps it. */
@Controller('shared-reports')
export class SharedReportsController {
  constructor(
    private readonly shared: SharedReports,
    private readonly files: ReportFiles,
  ) {}

  @Get(':token')
  @Public()
  @Header('X-Robots-Tag', ROBOTS)
  openSharedReport(@Param('token') token: string): Promise<SharedReport> {
    return this.shared.open(token);
  }

  @Get(':token/file.xlsx')
  @Public()
  @Header('X-Robots-Tag', ROBOTS)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getSharedReportFile(@Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.files.sheet(response, await this.shared.content(token));
  }

  @Get(':token/logo')
  @Public()
  @Header('X-Robots-Tag', ROBOTS)
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getSharedReportLogo(@Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.files.logo(response, await this.shared.content(token));
  }
}
