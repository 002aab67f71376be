import { Module } from '@nestjs/common';
import { OutboundMessages } from './outbound-messages.service.js';

/** Mails on their way out: the last word, the claim, the doubts, the outbox. */
@Module({ providers: [OutboundMessages], exports: [OutboundMessages] })
export class SendingModule {}
