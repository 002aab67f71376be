import { Module } from '@nestjs/common';
import { SenderModule } from './sender.module.js';

/** Mails on their way out: the last word, the claim, the doubts, the outbox. */
@Module({ imports: [SenderModule], exports: [SenderModule] })
export class SendingModule {}
