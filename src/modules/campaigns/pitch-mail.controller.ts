import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { MailPreview, MailPreviewWish } from './pitch-mail.dto.js';
import { PitchMailService } from './pitch-mail.service.js';

@Controller('pitches')
export class PitchMailController {
  constructor(private readonly mails: PitchMailService) {}

  /** Fills a template or a draft in with what is known of a pitch. An empty variable never makes a mail: it is named. Changes nothing. */
  @Post(':id/mail-preview')
  @HttpCode(200)
  @Rights('read')
  previewPitchMail(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MailPreviewWish,
  ): Promise<MailPreview> {
    return this.mails.preview(who, id, body);
  }
}
