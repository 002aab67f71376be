import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { EnrollmentList, EnrollmentListQuery } from './enrollment-views.dto.js';
import { EnrollmentLists } from './enrollments-list.service.js';
import {
  NewSequence,
  SequenceChange,
  SequenceCheck,
  SequenceCheckWish,
  SequenceDetail,
  SequenceFilter,
  SequenceList,
} from './sequences.dto.js';
import { SequencesService } from './sequences.service.js';

@Controller('sequences')
export class SequencesController {
  constructor(
    private readonly sequences: SequencesService,
    private readonly enrollments: EnrollmentLists,
  ) {}

  @Get()
  @Rights('read')
  listSequences(@Principal() who: Principal, @Query() query: SequenceFilter): Promise<SequenceList> {
    return this.sequences.list(who, query);
  }

  /** Adds a sequence with the steps that are given, or with those that are usual for its kind. */
  @Post()
  @Rights('write')
  addSequence(@Principal() who: Principal, @Body() body: NewSequence): Promise<SequenceDetail> {
    return this.sequences.create(who, body);
  }

  @Get(':id')
  @Rights('read')
  getSequence(@Principal() who: Principal, @IdParam() id: string): Promise<SequenceDetail> {
    return this.sequences.get(who, id);
  }

  /** Changes a sequence. Steps and rules make a new version; who is enrolled already stays on theirs. */
  @Patch(':id')
  @Rights('write')
  changeSequence(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: SequenceChange,
  ): Promise<SequenceDetail> {
    return this.sequences.change(who, id, body);
  }

  /** Nobody can be enrolled any more; who is enrolled goes on. */
  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveSequence(@Principal() who: Principal, @IdParam() id: string): Promise<SequenceDetail> {
    return this.sequences.setArchived(who, id, true);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreSequence(@Principal() who: Principal, @IdParam() id: string): Promise<SequenceDetail> {
    return this.sequences.setArchived(who, id, false);
  }

  /** Says what is wrong and what is doubtful about steps, step by step. Changes nothing. */
  @Post(':id/check')
  @HttpCode(200)
  @Rights('read')
  checkSequence(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: SequenceCheckWish,
  ): Promise<SequenceCheck> {
    return this.sequences.check(who, id, body);
  }

  /** The enrolments of a sequence, newest first. */
  @Get(':id/enrollments')
  @Rights('read')
  listEnrollmentsOfSequence(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: EnrollmentListQuery,
  ): Promise<EnrollmentList> {
    return this.enrollments.list(who, { ...query, sequenceId: id });
  }
}
