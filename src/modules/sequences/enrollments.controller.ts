import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { EnrollmentActs } from './enrollment-acts.service.js';
import { EnrollmentMoves } from './enrollment-moves.service.js';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { EnrollmentStart } from './enrollment-start.service.js';
import { EnrollmentDetail, EnrollmentList, EnrollmentListQuery } from './enrollment-views.dto.js';
import {
  EnrollmentMove,
  EnrollmentMoved,
  EnrollmentPause,
  EnrollmentPreview,
  EnrollmentPreviewWish,
  EnrollmentRefuse,
  EnrollmentSkip,
  EnrollmentsStarted,
  NewEnrollments,
  StepChange,
} from './enrollments.dto.js';
import { EnrollmentLists } from './enrollments-list.service.js';

@Controller('enrollments')
export class EnrollmentsController {
  constructor(
    private readonly lists: EnrollmentLists,
    private readonly previews: EnrollmentPreviews,
    private readonly starting: EnrollmentStart,
    private readonly acts: EnrollmentActs,
    private readonly moves: EnrollmentMoves,
  ) {}

  /** Enrolments, newest first. */
  @Get()
  @Rights('read')
  listEnrollments(@Principal() who: Principal, @Query() query: EnrollmentListQuery): Promise<EnrollmentList> {
    return this.lists.list(who, query);
  }

  /** Shows every mail that would leave, when, and what stands against it. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Rights('read')
  previewEnrollments(
    @Principal() who: Principal,
    @Body() body: EnrollmentPreviewWish,
  ): Promise<EnrollmentPreview> {
    return this.previews.preview(who, body);
  }

  /** Enrols one pitch (201), or many in the background (202); `POST /jobs/{jobId}/undo` takes back those of which nothing has left. */
  @Post()
  @Rights('write')
  @ApiCreatedResponse({ type: EnrollmentsStarted })
  @ApiAcceptedResponse({ type: EnrollmentsStarted })
  async addEnrollments(
    @Principal() who: Principal,
    @Body() body: NewEnrollments,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnrollmentsStarted> {
    const started = await this.starting.start(who, body);
    if (started.jobId !== null) response.status(202);
    return started;
  }

  @Get(':id')
  @Rights('read')
  getEnrollment(@Principal() who: Principal, @IdParam() id: string): Promise<EnrollmentDetail> {
    return this.lists.get(who, id);
  }

  /** Lets the mails of a pitch leave that waited for it. */
  @Post(':id/approve')
  @HttpCode(200)
  @Rights('manage')
  approveEnrollment(@Principal() who: Principal, @IdParam() id: string): Promise<EnrollmentDetail> {
    return this.acts.approve(who, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Rights('manage')
  refuseEnrollment(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EnrollmentRefuse,
  ): Promise<EnrollmentDetail> {
    return this.acts.refuse(who, id, body.note ?? '');
  }

  /** Nothing leaves until a day, or until somebody resumes it. */
  @Post(':id/pause')
  @HttpCode(200)
  @Rights('write')
  pauseEnrollment(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EnrollmentPause,
  ): Promise<EnrollmentDetail> {
    return this.acts.pause(who, id, body.until ?? null);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Rights('write')
  resumeEnrollment(@Principal() who: Principal, @IdParam() id: string): Promise<EnrollmentDetail> {
    return this.acts.resume(who, id);
  }

  /** Leaves a step out that has not come. */
  @Post(':id/skip')
  @HttpCode(200)
  @Rights('write')
  skipEnrollmentStep(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EnrollmentSkip,
  ): Promise<EnrollmentDetail> {
    return this.acts.skip(who, id, body.stepNo);
  }

  /** Ends it for good. */
  @Post(':id/stop')
  @HttpCode(200)
  @Rights('write')
  stopEnrollment(@Principal() who: Principal, @IdParam() id: string): Promise<EnrollmentDetail> {
    return this.acts.stop(who, id);
  }

  /** Moves it to the present version of its sequence; with `preview` only says what that would do. */
  @Post(':id/move-to-current')
  @HttpCode(200)
  @Rights('write')
  moveEnrollment(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EnrollmentMove,
  ): Promise<EnrollmentMoved> {
    return this.moves.move(who, id, body.preview ?? false);
  }

  /** Other words for a mail that has not left. */
  @Patch(':id/steps/:stepNo')
  @Rights('write')
  changeEnrollmentStep(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Param('stepNo', ParseIntPipe) stepNo: number,
    @Body() body: StepChange,
  ): Promise<EnrollmentDetail> {
    return this.acts.edit(who, id, stepNo, body);
  }
}
