import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal } from '../../platform/http/principal.js';
import { ApprovalFiles } from './approval-files.service.js';
import { NewComment } from './approvals.dto.js';
import {
  ClientApprovalDetail,
  ClientApprovalList,
  ClientApprovalsQuery,
  Refusal,
} from './client-approvals.dto.js';
import { ClientApprovals } from './client-approvals.service.js';

/** What the team asks, as somebody of the client sees and answers it. */
@Controller('client/approvals')
export class ClientApprovalsController {
  constructor(
    private readonly approvals: ClientApprovals,
    private readonly files: ApprovalFiles,
  ) {}

  @Get()
  @Rights('portal')
  listClientApprovals(
    @Principal() who: Principal,
    @Query() query: ClientApprovalsQuery,
  ): Promise<ClientApprovalList> {
    return this.approvals.list(who, query);
  }

  @Get(':id')
  @Rights('portal')
  getClientApproval(@Principal() who: Principal, @IdParam() id: string): Promise<ClientApprovalDetail> {
    return this.approvals.get(who, id);
  }

  /** A file that belongs to what is asked. */
  @Get(':id/files/:sha256')
  @Rights('portal')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async getClientApprovalFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.read(who, id, sha256);
    response.attachment(file.name);
    answerKeptFile(response, file);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Rights('decide')
  acceptApproval(@Principal() who: Principal, @IdParam() id: string): Promise<ClientApprovalDetail> {
    return this.approvals.decide(who, id, { act: 'accept', reason: '' });
  }

  /** Refuses with a reason, which the team reads. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Rights('decide')
  refuseApproval(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: Refusal,
  ): Promise<ClientApprovalDetail> {
    return this.approvals.decide(who, id, { act: 'refuse', reason: body.reason });
  }

  @Post(':id/comment')
  @Rights('decide')
  commentClientApproval(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewComment,
  ): Promise<ClientApprovalDetail> {
    return this.approvals.comment(who, id, body.body);
  }
}
