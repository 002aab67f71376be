import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { LeavingService } from './leaving.service.js';
import {
  Leaving,
  LeavingPreview,
  LeavingResult,
  MemberPatch,
  MembersQuery,
  MembersView,
  MemberView,
} from './members.dto.js';
import { MembersService } from './members.service.js';

/** The people of the workspace. */
@Controller('members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly leaving: LeavingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Rights('read')
  listMembers(@Principal() who: Principal, @Query() query: MembersQuery): Promise<MembersView> {
    return this.members.list(who, query.state ?? 'active');
  }

  /** Everybody may change their own digest and position; the rest takes a manager. */
  @Patch(':id')
  @Rights('read')
  changeMember(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MemberPatch,
  ): Promise<MemberView> {
    return this.members.change(who, id, body);
  }

  @Get(':id/leaving')
  @Rights('manage')
  previewLeaving(@Principal() who: Principal, @IdParam() id: string): Promise<LeavingPreview> {
    return this.leaving.preview(who, id);
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Rights('manage')
  endMembership(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: Leaving,
  ): Promise<LeavingResult> {
    return this.leaving.leave(who, id, body.handOverTo, this.clock.now());
  }
}
