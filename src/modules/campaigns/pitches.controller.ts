import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import {
  LossWish,
  MoveWish,
  NewPitch,
  PauseWish,
  PitchChange,
  PitchContactsWish,
  ReopenWish,
} from './pitch.dto.js';
import { PitchesWish } from './pitch-bulk-add.dto.js';
import { PitchBulkAdding } from './pitch-bulk-add.service.js';
import { PitchChanges } from './pitch-changes.service.js';
import { AddedPitch, PitchDetail } from './pitch-detail.dto.js';
import { WonWish } from './pitch-won.dto.js';

@Controller()
export class PitchesController {
  constructor(
    private readonly pitches: PitchChanges,
    private readonly bulk: PitchBulkAdding,
  ) {}

  /** Adds a prospect to the campaign. What stands against it is refused or said, as the campaign wants it. */
  @Post('campaigns/:id/pitches')
  @Rights('write')
  addPitch(@Principal() who: Principal, @IdParam() id: string, @Body() body: NewPitch): Promise<AddedPitch> {
    return this.pitches.add(who, id, body);
  }

  /** Adds many prospects to the campaign, in the background; `POST /jobs/{jobId}/undo` takes them out again. */
  @Post('campaigns/:id/pitches/bulk')
  @HttpCode(202)
  @Rights('write')
  addPitches(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PitchesWish,
  ): Promise<StartedJob> {
    return this.bulk.start(who, id, body);
  }

  @Get('pitches/:id')
  @Rights('read')
  getPitch(@Principal() who: Principal, @IdParam() id: string): Promise<PitchDetail> {
    return this.pitches.get(who, id);
  }

  @Patch('pitches/:id')
  @Rights('write')
  changePitch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PitchChange,
  ): Promise<PitchDetail> {
    return this.pitches.change(who, id, body);
  }

  @Put('pitches/:id/contacts')
  @Rights('write')
  setPitchContacts(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PitchContactsWish,
  ): Promise<PitchDetail> {
    return this.pitches.setContacts(who, id, body.contactIds);
  }

  /** Moves the pitch to another stage, as its kind allows; a refusal says what is missing. */
  @Post('pitches/:id/move')
  @HttpCode(200)
  @Rights('write')
  movePitch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MoveWish,
  ): Promise<PitchDetail> {
    return this.pitches.move(who, id, body);
  }

  /** Records what was agreed: placements that are awaited, with their terms and where those are written. */
  @Post('pitches/:id/won')
  @HttpCode(200)
  @Rights('write')
  winPitch(@Principal() who: Principal, @IdParam() id: string, @Body() body: WonWish): Promise<PitchDetail> {
    return this.pitches.win(who, id, body);
  }

  /** Lets the pitch rest until a day, or until somebody resumes it. */
  @Post('pitches/:id/pause')
  @HttpCode(200)
  @Rights('write')
  pausePitch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PauseWish,
  ): Promise<PitchDetail> {
    return this.pitches.pause(who, id, body.until ?? null);
  }

  @Post('pitches/:id/resume')
  @HttpCode(200)
  @Rights('write')
  resumePitch(@Principal() who: Principal, @IdParam() id: string): Promise<PitchDetail> {
    return this.pitches.resume(who, id);
  }

  @Post('pitches/:id/lose')
  @HttpCode(200)
  @Rights('write')
  losePitch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: LossWish,
  ): Promise<PitchDetail> {
    return this.pitches.lose(who, id, { reason: body.reason, note: body.note ?? '' });
  }

  /** Opens a closed pitch again: where it stood, or at an earlier stage. */
  @Post('pitches/:id/reopen')
  @HttpCode(200)
  @Rights('write')
  reopenPitch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReopenWish,
  ): Promise<PitchDetail> {
    return this.pitches.reopen(who, id, body.to ?? null);
  }

  @Post('pitches/:id/archive')
  @HttpCode(200)
  @Rights('write')
  archivePitch(@Principal() who: Principal, @IdParam() id: string): Promise<PitchDetail> {
    return this.pitches.shelve(who, id, true);
  }

  @Post('pitches/:id/restore')
  @HttpCode(200)
  @Rights('write')
  restorePitch(@Principal() who: Principal, @IdParam() id: string): Promise<PitchDetail> {
    return this.pitches.shelve(who, id, false);
  }
}
