import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { MailboxStrikes } from './mailbox-strikes.repository.js';
import { SendingTimes } from './sending-times.js';

/** Stops a mailbox whose mails fall into doubt one after the other: something is wrong with its server or with us. */
@Injectable()
export class DoubtBreaker {
  constructor(
    private readonly strikes: MailboxStrikes,
    private readonly mailboxes: MailboxesService,
    private readonly times: SendingTimes,
    private readonly clock: Clock,
  ) {}

  /** Looks after a new doubt, in the open transaction. */
  async look(mailboxId: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - this.times.doubtWindowMs);
    const count = await this.strikes.doubtsSince(mailboxId, since);
    if (count > this.times.doubtsToPause) await this.mailboxes.pause(mailboxId, 'too_many_doubts', { count });
  }
}
