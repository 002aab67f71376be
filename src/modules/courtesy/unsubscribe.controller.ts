import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { UNSUBSCRIBE } from '../../platform/http/configure-http.js';
import { Anybody } from '../../platform/http/decorators.js';
import { preferredLocale } from '../../platform/http/language.js';
import { UnsubscribeLinks } from './unsubscribe-links.service.js';
import { type PageState, unsubscribePage } from './unsubscribe-page.js';
import { Unsubscribing } from './unsubscribing.service.js';

/** A body is a line of a form; what is longer is none of ours. */
const LONGEST_BODY = 16_384;
/** The pair of RFC 8058, as a form's line or as a part of a multipart form. */
const ONE_CLICK = /List-Unsubscribe(?:=|"[^=]{0,200}?\r?\n\r?\n)One-Click/i;

/** Where people and their mail programs unsubscribe (RFC 8058): outside of the API, for anybody who holds a link. */
@ApiExcludeController()
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly unsubscribing: Unsubscribing,
  ) {}

  /** Asks, and changes nothing: programs that look through mail open every link in it. */
  @Anybody()
  @Get(UNSUBSCRIBE)
  async ask(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const claim = await this.links.read(token);
    answer(request, response, claim === null ? 'unknown' : 'asked');
  }

  /** Acts at once: no sign-in, no cookie, no redirect, as often as it is sent. */
  @Anybody()
  @Post(UNSUBSCRIBE)
  @HttpCode(200)
  async act(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const isAsked = ONE_CLICK.test(await bodyOf(request));
    const claim = await this.links.read(token);
    const acts = claim !== null && isAsked;
    if (acts) await this.unsubscribing.take(claim);
    const notYet = claim === null ? 'unknown' : 'asked';
    answer(request, response, acts ? 'done' : notYet);
  }
}

function answer(request: Request, response: Response, state: PageState): void {
  response
    .status(state === 'unknown' ? 404 : 200)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('X-Robots-Tag', 'noindex, nofollow')
    .setHeader('Referrer-Policy', 'no-referrer')
    .type('html')
    .send(unsubscribePage(state, preferredLocale(request.headers['accept-language'])));
}

/** The beginning of what was sent, whatever form it has; a body of JSON was read before. */
async function bodyOf(request: Request): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    if (length < LONGEST_BODY) parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts).toString('latin1').slice(0, LONGEST_BODY);
}
