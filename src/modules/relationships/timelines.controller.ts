import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal } from '../../platform/http/principal.js';
import { NotesService } from './notes.service.js';
import { NewNote, NoteView, RecordTimeline } from './timelines.dto.js';
import { TimelinesService } from './timelines.service.js';

@Controller()
export class TimelinesController {
  constructor(
    private readonly timelines: TimelinesService,
    private readonly notes: NotesService,
  ) {}

  /** What happened to a record, newest first; of a publisher also what happened to its sites. */
  @Get('timelines/:subjectKind/:subjectId')
  @Rights('read')
  listRecordEvents(
    @Principal() who: Principal,
    @Param('subjectKind') subjectKind: string,
    @IdParam('subjectId') subjectId: string,
    @Query() query: ListQuery,
  ): Promise<RecordTimeline> {
    return this.timelines.page(who, { kind: subjectKind, id: subjectId }, query);
  }

  @Post('notes')
  @Rights('write')
  writeNote(@Principal() who: Principal, @Body() body: NewNote): Promise<NoteView> {
    return this.notes.write(who, body);
  }

  /** Removes a note: one's own, or any as a manager. */
  @Post('notes/:id/remove')
  @HttpCode(204)
  @Rights('write')
  removeNote(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.notes.remove(who, id);
  }
}
