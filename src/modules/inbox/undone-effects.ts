import { Injectable } from '@nestjs/common';
import type { AddressStatus } from '../../core/contacts/contact.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { ContactMailNews } from '../contacts/contact-mail-news.service.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { EnrollmentStops } from '../sequences/enrollment-stops.service.js';
import { type HeldInbound, InboundDone } from './inbound-done.repository.js';
import { type EffectDone, InboundRows } from './inbound-rows.repository.js';

/** The program itself acts. */
const NOBODY = { memberId: null, locale: 'en' } as const;

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
        return eachUnlessRefused(effect.ids, (id) => this.suppressions.lift(id, 'corrected'));
      case 'paused':
        return eachUnlessRefused(
          effect.enrollmentIds.filter((id) => !elsewhere.has(id)),
          (id) => this.stops.resume(id),
        );
      case 'declined':
        return eachUnlessRefused(effect.pitchIds, (id) => this.pitches.reopen(id, NOBODY));
      case 'contact_left':
        return eachUnlessRefused([effect.contactId], (id) => this.people.unmarkFormer(id));
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
async function eachUnlessRefused(
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<void> {
  for (const id of ids)
    try {
      await work(id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('database.')) throw error;
    }
}
