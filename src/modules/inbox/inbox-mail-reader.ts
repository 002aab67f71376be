import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { MailReading } from '../../core/mail-reading/mail-reading.js';
import {
  type MailContext,
  type MailReader,
  ThreadedMailReader,
} from '../../platform/mail-reading/mail-reader.js';

/** What is read from the bytes of a mail, in a thread with limits that starts with the first one. */
@Injectable()
export class InboxMailReader implements OnApplicationShutdown {
  private reader: MailReader | null = null;

  read(bytes: Buffer, context: MailContext): Promise<MailReading> {
    this.reader ??= new ThreadedMailReader();
    return this.reader.read(bytes, context);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close();
  }
}
