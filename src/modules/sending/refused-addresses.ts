import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { ContactMailNews } from '../contacts/contact-mail-news.service.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { ClaimsRepository } from './claims.repository.js';

/** What follows when a server says in answer to RCPT that there is no such address: the same as from a report that comes later. */
@Injectable()
export class RefusedAddresses implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly claims: ClaimsRepository,
    private readonly people: ContactMailNews,
    private readonly suppressions: SuppressionsService,
  ) {}

  onModuleInit(): void {
    // Not in the fact's own transaction, which holds one enrolment locked: what follows locks others.
    this.events.afterwards('mail.failed', 'sending.refused_address', (event) => this.refused(event));
  }

  private async refused({ params }: RecordedEvent): Promise<void> {
    const { outboundId, code } = params;
    if (code !== 'address_unknown' || typeof outboundId !== 'string') return;
    const mail = await this.claims.one(outboundId);
    if (mail === null || mail.toAddressKey === '') return;
    const evidence = mail.finalReply ?? '';
    const wish = { reason: 'bounced', source: 'bounce', sourceId: outboundId } as const;
    await this.suppressions.keep([{ ...wish, addressKey: mail.toAddressKey, evidence }]);
    await this.people.markBounced(mail.toAddressKey);
  }
}
