import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal } from '../../platform/http/principal.js';
import { ApprovalAsking } from './approval-asking.service.js';
import { ApprovalFiles } from './approval-files.service.js';
import {
  ApprovalDetail,
  ApprovalList,
  ApprovalsQuery,
  AskedApprovals,
  NewApprovals,
  NewComment,
} from './approvals.dto.js';
import { ApprovalsService } from './approvals.service.js';

/** What the team asks clients. */
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly asking: ApprovalAsking,
    private readonly approvals: ApprovalsService,
    private readonly files: ApprovalFiles,
  ) {}

  /** Asks the client about the site, topic or draft of one or many pitches; those that cannot be asked about are named with the reason. */
  @Post()
  @Rights('write')
  askApproval(@Principal() who: Principal, @Body() body: NewApprovals): Promise<AskedApprovals> {
    return this.asking.ask(who, body);
  }

  /** Questions to clients, the newest first. */
  @Get()
  @Rights('read')
  listApprovals(@Principal() who: Principal, @Query() query: ApprovalsQuery): Promise<ApprovalList> {
    return this.approvals.list(who, query);
  }

  @Get(':id')
  @Rights('read')
  getApproval(@Principal() who: Principal, @IdParam() id: string): Promise<ApprovalDetail> {
    return this.approvals.get(who, id);
  }

  /** A file that belongs to what was asked. */
  @Get(':id/files/:sha256')
  @Rights('read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async getApprovalFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.read(who, id, sha256);
    response.attachment(file.name);
    answerKeptFile(response, file);
  }

  /** Takes a question back that is not answered yet. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Rights('write')
  withdrawApproval(@Principal() who: Principal, @IdParam() id: string): Promise<ApprovalDetail> {
    return this.approvals.withdraw(who, id);
  }

  /** Writes a word about it; the client reads it. */
  @Post(':id/comments')
  @Rights('write')
  commentApproval(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewComment,
  ): Promise<ApprovalDetail> {
    return this.approvals.comment(who, id, body.body);
  }
}
