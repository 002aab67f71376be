import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/http/decorators.js';
import { preferredLocale } from '../../platform/http/language.js';
import { SessionCookie } from '../../platform/http/session-cookie.js';
import { enter } from './enter.js';
import { SessionView } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { DemoSetup, Setup, SetupView } from './setup.dto.js';
import { SetupService } from './setup.service.js';
import { SetupGate } from './setup-gate.js';
import { visitOf } from './visit.js';

/** The first visit to an installation. */
@Controller('setup')
export class SetupController {
  constructor(
    private readonly gate: SetupGate,
    private readonly setup: SetupService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  getSetup(): Promise<SetupView> {
    return this.gate.state();
  }

  @Post()
  @Public()
  async setUp(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: Setup,
  ): Promise<SessionView> {
    const visit = visitOf(request);
    await this.gate.admit(body.setupToken, visit.network);
    const founded = await this.setup.setUp(body);
    return enter(this.cookie, response, await this.sessions.open(founded, visit));
  }

  @Post('demo')
  @Public()
  async setUpDemo(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: DemoSetup,
  ): Promise<SessionView> {
    const visit = visitOf(request);
    await this.gate.admit(body.setupToken, visit.network);
    const locale = body.locale ?? preferredLocale(request.headers['accept-language']);
    const founded = await this.setup.lookAround(locale);
    return enter(this.cookie, response, await this.sessions.open(founded, visit));
  }
}
