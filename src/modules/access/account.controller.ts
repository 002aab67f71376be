import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Rights, SessionOnly, WithoutKey } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { SessionCookie } from '../../platform/http/session-cookie.js';
import { AccountService } from './account.service.js';
import { enter } from './enter.js';
import { OpenSessionsView, PasswordChange, SessionView, UserChange } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { visitOf } from './visit.js';

/** What people see and change about themselves. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Patch('session/user')
  @Rights('self')
  @SessionOnly()
  async changeUser(@Principal() who: Principal, @Body() body: UserChange): Promise<SessionView> {
    await this.account.change(who, body);
    return this.sessions.view(who);
  }

  @Post('session/password')
  @HttpCode(200)
  @Rights('self')
  @SessionOnly()
  @WithoutKey()
  async changePassword(
    @Principal() who: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: PasswordChange,
  ): Promise<SessionView> {
    await this.account.changePassword(who, body);
    return enter(this.cookie, response, await this.sessions.open(who, visitOf(request)));
  }

  @Get('sessions')
  @Rights('self')
  @SessionOnly()
  listSessions(@Principal() who: Principal): Promise<OpenSessionsView> {
    return this.sessions.list(who);
  }

  @Delete('sessions/:id')
  @Rights('self')
  @SessionOnly()
  @HttpCode(204)
  endSession(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.sessions.end(who.userId, id);
  }
}
