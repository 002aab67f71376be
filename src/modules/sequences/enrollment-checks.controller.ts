import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import {
  EnrollmentCheck,
  EnrollmentCheckEnroll,
  EnrollmentCheckQuery,
  EnrollmentCheckStarted,
  EnrollmentCheckWish,
} from './enrollment-checks.dto.js';
import { EnrollmentChecks } from './enrollment-checks.service.js';

@Controller('enrollment-checks')
export class EnrollmentChecksController {
  constructor(private readonly checks: EnrollmentChecks) {}

  /** Looks at many pitches in the background: who would be enrolled, who not and why. Enrols nobody. */
  @Post()
  @HttpCode(202)
  @Rights('write')
  checkEnrollments(
    @Principal() who: Principal,
    @Body() body: EnrollmentCheckWish,
  ): Promise<EnrollmentCheckStarted> {
    return this.checks.start(who, body);
  }

  /** What was found, in the order the pitches would be enrolled in; so far, while the look goes on. */
  @Get(':id')
  @Rights('read')
  getEnrollmentCheck(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: EnrollmentCheckQuery,
  ): Promise<EnrollmentCheck> {
    return this.checks.get(who, id, query);
  }

  /** Enrols in the background those that were found able; `POST /jobs/{jobId}/undo` takes back those of which nothing has left. */
  @Post(':id/enroll')
  @HttpCode(202)
  @Rights('write')
  enrollChecked(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EnrollmentCheckEnroll,
  ): Promise<StartedJob> {
    return this.checks.enroll(who, id, body);
  }
}
