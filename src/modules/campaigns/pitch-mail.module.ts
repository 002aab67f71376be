import { Module } from '@nestjs/common';
import { TemplatesModule } from '../templates/templates.module.js';
import { PitchMailController } from './pitch-mail.controller.js';
import { PitchMailQuery } from './pitch-mail.query.js';
import { PitchMailService } from './pitch-mail.service.js';

/** Mails of pitches, as far as they can be looked at. */
@Module({
  imports: [TemplatesModule],
  controllers: [PitchMailController],
  providers: [PitchMailQuery, PitchMailService],
  exports: [PitchMailService],
})
export class PitchMailModule {}
