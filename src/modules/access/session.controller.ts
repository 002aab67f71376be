import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../../platform/errors/app-error.js';
import { Public, Rights, SessionOnly } from '../../platform/http/decorators.js';
import { Principal, principalOf } from '../../platform/http/principal.js';
import { SessionCookie } from '../../platform/http/session-cookie.js';
import { enter } from './enter.js';
import { Proof } from './proof.js';
import { SessionView, SignIn, WorkspaceChoice } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { visitOf } from './visit.js';

/** Signing in and out. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly proof: Proof,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Rights('self')
  getSession(@Principal() who: Principal): Promise<SessionView> {
    return this.sessions.view(who);
  }

  @Post()
  @Public()
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: SignIn,
  ): Promise<SessionView> {
    const visit = visitOf(request);
    const { id: userId } = await this.proof.prove(body.email, body.password, visit.network);
    const workspaceId = await this.sessions.lastWorkspace(userId);
    if (workspaceId === null) throw new AppError('access.no_workspace');
    return enter(this.cookie, response, await this.sessions.open({ userId, workspaceId }, visit));
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.leave(principalOf(request));
    this.cookie.clear(request, response);
  }

  @Put('workspace')
  @Rights('self')
  @SessionOnly()
  async switchWorkspace(
    @Principal() who: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: WorkspaceChoice,
  ): Promise<SessionView> {
    return enter(
      this.cookie,
      response,
      await this.sessions.switchTo(who, body.workspaceId, visitOf(request)),
    );
  }
}
