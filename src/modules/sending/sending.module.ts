import { Module } from '@nestjs/common';

/** Mails on their way out: the last word, the claim, the doubts, the outbox. */
@Module({})
export class SendingModule {}
