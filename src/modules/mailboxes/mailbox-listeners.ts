import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

/** What happens to mailboxes when something else happens. */
@Injectable()
export class MailboxListeners implements OnModuleInit {
  constructor(
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('member.left', (event) => this.handOver(event));
  }

  /** Mailboxes of who left go to the named member, or to nobody, and send no more until somebody says so. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    for (const id of await this.mailboxes.handOver(from, to, this.clock.now()))
      await this.service.pause(id, 'owner_left');
  }
}
