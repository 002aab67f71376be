import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../../platform/clock/clock.js';
import { Public, Rights, ShownOnce } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { SessionCookie } from '../../platform/http/session-cookie.js';
import { SiteAddress } from '../../platform/http/site-address.js';
import { enter } from './enter.js';
import { GuestsService } from './guests.service.js';
import {
  Acceptance,
  InvitationForGuest,
  InvitationMade,
  InvitationsView,
  NewInvitation,
} from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';
import { SessionView } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { visitOf } from './visit.js';

/** Invitations as managers see them. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly site: SiteAddress,
  ) {}

  @Get()
  @Rights('manage')
  listInvitations(@Principal() who: Principal): Promise<InvitationsView> {
    return this.invitations.list(who);
  }

  @Post()
  @Rights('manage')
  @ShownOnce('link')
  invite(
    @Principal() who: Principal,
    @Req() request: Request,
    @Body() body: NewInvitation,
  ): Promise<InvitationMade> {
    return this.invitations.invite(who, body, this.site.of(request));
  }

  @Delete(':id')
  @Rights('manage')
  @HttpCode(204)
  revokeInvitation(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.invitations.revoke(who, id);
  }
}

/** Invitations as guests see them; the token in the path is all they have. */
@Controller('invitations/by-token/:token')
export class GuestsController {
  constructor(
    private readonly guests: GuestsService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  getInvitation(@Param('token') token: string): Promise<InvitationForGuest> {
    return this.guests.look(token, this.clock.now());
  }

  @Post('accept')
  @Public()
  @HttpCode(200)
  async acceptInvitation(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: Acceptance,
  ): Promise<SessionView> {
    const visit = visitOf(request);
    const viewer = await this.guests.accept(token, body, visit, this.clock.now());
    return enter(this.cookie, response, await this.sessions.open(viewer, visit));
  }
}
