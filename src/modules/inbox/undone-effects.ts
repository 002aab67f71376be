import { Injectable } from '@nestjs/common';
import type { AddressStatus } from '../../core/contacts/contact.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { ContactMailNews } from '../contacts/contact-mail-news.service.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { EnrollmentStops } from '../sequences/enrollment-stops.service.js';
import { type HeldInbound, InboundDone } from './inbound-done.repository.js';
import { type EffectDone, InboundRows } from './inbound-rows.repository.js';

/** Takes back what was done because of a mail, where that can be: what was stopped for good, or was sent, stays. In the open transaction. */
@Injectable()
export class UndoneEffects {
  constructor(
    private readonly rows: InboundRows,
    private readonly done: InboundDone,
    private readonly stops: EnrollmentStops,
    private readonly suppressions: SuppressionsService,
    private readonly pitches: PitchesService,
    private readonly people: ContactMailNews,
  ) {}

  async undo(mail: HeldInbound): Promise<void> {
    const others = mail.conversationId === null ? [] : await this.done.ofConversation(mail.conversationId);
    const elsewhere = new Set(
      others.filter(({ id }) => id !== mail.id).flatMap(({ effects }) => effects.flatMap(enrollmentsOf)),
    );
    for (const effect of mail.effects) await this.one(effect, elsewhere);
    await this.rows.forgetFacts(mail.id);
    await this.done.write(mail.id, { effects: '[]' });
  }

  private async one(effect: EffectDone, elsewhere: ReadonlySet<string>): Promise<void> {
    switch (effect.did) {
      case 'suppressed':
        for (const id of effect.ids) await unlessRefused(() => this.suppressions.lift(id, 'corrected'));
        return;
      case 'paused':
        for (const id of effect.enrollmentIds)
          if (!elsewhere.has(id)) await unlessRefused(() => this.stops.resume(id));
        return;
      case 'declined':
        for (const id of effect.pitchIds)
          await unlessRefused(() => this.pitches.reopen(id, { memberId: null, locale: 'en' }));
        return;
      case 'contact_left':
        await unlessRefused(() => this.people.unmarkFormer(effect.contactId));
        return;
      case 'address_bounced':
        await this.people.unmarkBounced(effect.addressId, effect.was as AddressStatus);
        return;
      case 'stopped':
      case 'delayed':
      case 'mailbox_paused':
        return;
    }
  }
}

function enrollmentsOf(effect: EffectDone): readonly string[] {
  return effect.did === 'paused' ? effect.enrollmentIds : [];
}

/** What somebody has changed since is left as it is. */
async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code.startsWith('database.')) throw error;
  }
}
