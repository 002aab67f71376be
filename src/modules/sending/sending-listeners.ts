import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import { ClaimsRepository } from './claims.repository.js';
import { HoldsRepository } from './holds.repository.js';

/** What follows from mails that left, and which holds end by themselves. */
@Injectable()
export class SendingListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly claims: ClaimsRepository,
    private readonly holds: HoldsRepository,
    private readonly touches: TouchIntake,
    private readonly pitches: PitchesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.afterwards('mail.sent', 'sending.touch', (event) => this.sent(event));
    this.events.inTransaction('mailbox.resumed', (event) =>
      this.free(['mailbox_paused', 'quarantined'], 'mailbox', 'mailboxId', event),
    );
    this.events.inTransaction('contact.ground_recorded', (event) =>
      this.free(['ground_missing', 'ground_undecided'], 'contact', 'contactId', event),
    );
    this.events.inTransaction('enrollment.resumed', (event) =>
      this.free(['enrollment_not_running', 'replied'], 'enrollment', 'enrollmentId', event),
    );
  }

  /** A mail that left is a touch of its site, and the first word of its pitch. */
  private async sent(event: RecordedEvent): Promise<void> {
    const outboundId = event.params['outboundId'];
    const mail = typeof outboundId === 'string' ? await this.claims.one(outboundId) : null;
    if (mail === null) return;
    const { pitchId, siteId, contactId, clientId, memberId } = mail;
    const isTold =
      pitchId !== null && mail.isFirst && (await this.pitches.contacted(pitchId, { memberId, locale: 'en' }));
    if (siteId === null || isTold) return;
    const touch = {
      siteId,
      contactId,
      clientId,
      memberId,
      at: event.at,
      kind: 'mail',
      direction: 'out',
    } as const;
    await this.touches.bring([touch], { importId: null });
  }

  private async free(
    codes: readonly string[],
    subject: 'mailbox' | 'contact' | 'enrollment',
    column: 'mailboxId' | 'contactId' | 'enrollmentId',
    event: RecordedEvent,
  ): Promise<void> {
    const id = event.subjects.find(({ kind }) => kind === subject)?.id;
    if (id !== undefined) await this.holds.releaseAll({ codes, [column]: id }, this.clock.now());
  }
}
