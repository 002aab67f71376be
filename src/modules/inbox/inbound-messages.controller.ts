import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { ConversationDetail } from './conversation-detail.dto.js';
import { Corrections } from './corrections.service.js';
import { MessageCorrection, OptOutDecision, TermsFromMail } from './inbound-messages.dto.js';
import { MailPages } from './mail-pages.service.js';
import { OfferedTerms } from './offered-terms.service.js';

/** Nothing in a mail runs, loads or sends: no script, no foreign picture, no form, no frame around it but ours. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

@Controller('inbound-messages')
export class InboundMessagesController {
  constructor(
    private readonly pages: MailPages,
    private readonly corrections: Corrections,
    private readonly terms: OfferedTerms,
  ) {}

  /** The mail as its sender laid it out, with everything taken away that could run or load. */
  @Get(':id/html')
  @Rights('read')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getInboundHtml(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.pages.page(who, id);
    response.set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': MAIL_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'private, no-store',
      'X-Frame-Options': 'SAMEORIGIN',
    });
    response.end(page);
  }

  /** Says what a mail really is: what was done because of it is undone where that is possible, and what follows is done. */
  @Post(':id/correct')
  @HttpCode(200)
  @Rights('write')
  correctInbound(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MessageCorrection,
  ): Promise<ConversationDetail> {
    return this.corrections.correct(who, id, body.kind);
  }

  /** Records what was agreed in this mail, the mail being its source. */
  @Post(':id/terms/record')
  @HttpCode(200)
  @Rights('write')
  recordTermsFromMail(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: TermsFromMail,
  ): Promise<ConversationDetail> {
    return this.terms.record(who, id, body);
  }

  @Post(':id/terms/dismiss')
  @HttpCode(200)
  @Rights('write')
  dismissTermsFromMail(@Principal() who: Principal, @IdParam() id: string): Promise<ConversationDetail> {
    return this.terms.dismiss(who, id);
  }

  /** Decides about words that may be a request not to be mailed. */
  @Post(':id/opt-out/decide')
  @HttpCode(200)
  @Rights('write')
  decideOptOut(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: OptOutDecision,
  ): Promise<ConversationDetail> {
    return this.corrections.decideOptOut(who, id, body.answer);
  }
}
