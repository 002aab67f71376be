import { Injectable } from '@nestjs/common';
import type { Effect } from '../../core/inbox/effects.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { ContactMailNews } from '../contacts/contact-mail-news.service.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { EnrollmentStops, type Stopped } from '../sequences/enrollment-stops.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { EffectDone } from './inbound-rows.repository.js';
import { MailSurroundings } from './mail-surroundings.query.js';

/** Around what effects are done: the mail, and whom and what its conversation is about. */
export interface EffectScope {
  readonly inboundId: string;
  readonly mailboxId: string;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly fromKey: string;
  readonly siteIds: readonly string[];
  readonly publisherIds: readonly string[];
  /** Pitches this very mail answers. */
  readonly pitchIds: readonly string[];
  /** The sentence an opt-out was read from, or what a server said. */
  readonly evidence: string;
  readonly successor: { readonly address: string; readonly name: string | null } | null;
  readonly assigneeMemberId: string | null;
}

const SOURCES = { asked: 'reply', bounced: 'bounce', complained: 'complaint' } as const;
/** What is to be done when somebody has left, in the language of the workspace. */
const SUCCESSOR_TASK: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => `Ask who follows ${name}`,
  nl: (name) => `Vraag wie ${name} opvolgt`,
};
const LONGEST_EVIDENCE = 2000;
/** The program itself acts. */
const NOBODY = { memberId: null, locale: 'en' } as const;

/** Does what follows from a mail, in the transaction that keeps it; answers what was done. Locks enrolments before anything else. */
@Injectable()
export class MailEffects {
  constructor(
    private readonly stops: EnrollmentStops,
    private readonly suppressions: SuppressionsService,
    private readonly pitches: PitchesService,
    private readonly people: ContactMailNews,
    private readonly tasks: TasksService,
    private readonly mailboxes: MailboxesService,
    private readonly surroundings: MailSurroundings,
  ) {}

  async apply(effects: readonly Effect[], scope: EffectScope): Promise<EffectDone[]> {
    const done: EffectDone[] = [];
    for (const effect of [...effects].sort(byLocks)) done.push(...(await this.one(effect, scope)));
    return done;
  }

  private one(effect: Effect, scope: EffectScope): Promise<EffectDone[]> {
    switch (effect.do) {
      case 'pause_for_reply':
        return this.pauseForReply(scope);
      case 'stop_address':
        return this.stopped('stopped', this.stops.stopAddress(effect.addressKey, effect.code));
      case 'pause_address':
        return this.stopped('paused', this.stops.pauseAddress(effect.addressKey, effect.code));
      case 'delay':
        return this.stopped('delayed', this.stops.delayUntil(effect.addressKey, effect.until));
      case 'suppress':
        return this.suppress(effect, scope);
      case 'decline_pitch':
        return this.decline(scope);
      case 'contact_left':
        return this.left(effect.contactId, scope);
      case 'address_bounced':
        return this.bounced(effect.addressKey);
      case 'pause_mailbox':
        return this.pauseMailbox(scope, effect);
    }
  }

  private pauseForReply(scope: EffectScope): Promise<EffectDone[]> {
    const { inboundId, contactId, fromKey: addressKey, siteIds, publisherIds } = scope;
    return this.stopped(
      'paused',
      this.stops.pauseForReply({ inboundId, contactId, addressKey, siteIds, publisherIds }),
    );
  }

  private async stopped(
    did: 'paused' | 'stopped' | 'delayed',
    work: Promise<Stopped>,
  ): Promise<EffectDone[]> {
    const { enrollmentIds, tooLateIds } = await work;
    return enrollmentIds.length + tooLateIds.length === 0 ? [] : [{ did, enrollmentIds, tooLateIds }];
  }

  private async suppress(
    { addressKey, reason }: Extract<Effect, { do: 'suppress' }>,
    { inboundId, evidence }: EffectScope,
  ): Promise<EffectDone[]> {
    const kept = await this.suppressions.keep([
      {
        addressKey,
        reason,
        source: SOURCES[reason],
        sourceId: inboundId,
        evidence: evidence.slice(0, LONGEST_EVIDENCE),
      },
    ]);
    return kept.length === 0 ? [] : [{ did: 'suppressed', ids: kept.map(({ id }) => id), addressKey }];
  }

  /** A pitch that is closed already, or put away, stays as it is. */
  private async decline({ pitchIds }: EffectScope): Promise<EffectDone[]> {
    const closed: string[] = [];
    for (const pitch of await this.pitches.many(pitchIds)) {
      if (pitch.outcome !== null || pitch.archivedAt !== null) continue;
      await this.pitches.lose(pitch.id, { reason: 'declined', note: '' }, NOBODY);
      closed.push(pitch.id);
    }
    return closed.length === 0 ? [] : [{ did: 'declined', pitchIds: closed }];
  }

  private async left(contactId: string, scope: EffectScope): Promise<EffectDone[]> {
    const name = await this.people.markFormer(contactId);
    if (name === null) return [];
    const { successor, siteIds, clientId, pitchIds, assigneeMemberId } = scope;
    const facts: Record<string, string> = { contact: name };
    if (successor !== null)
      facts['successor'] = [successor.name, successor.address].filter(Boolean).join(' ');
    const taskId = await this.tasks.add({
      title: SUCCESSOR_TASK[await this.surroundings.language()](name).slice(0, 300),
      kind: 'mail',
      facts,
      siteId: siteIds[0] ?? null,
      clientId,
      pitchId: pitchIds[0] ?? null,
      assigneeMemberId,
    });
    return [{ did: 'contact_left', contactId, taskId }];
  }

  private async bounced(addressKey: string): Promise<EffectDone[]> {
    const marked = await this.people.markBounced(addressKey);
    return marked.map(({ id, was }): EffectDone => ({ did: 'address_bounced', addressId: id, was }));
  }

  private async pauseMailbox(
    { mailboxId, inboundId }: EffectScope,
    { status }: Extract<Effect, { do: 'pause_mailbox' }>,
  ): Promise<EffectDone[]> {
    await this.mailboxes.pause(mailboxId, 'sender_refused', { status, inboundId });
    return [{ did: 'mailbox_paused', mailboxId }];
  }
}

/** Enrolments are locked first, the mailbox last: the order in which a mail that leaves locks them. */
const ORDER: readonly Effect['do'][] = [
  'pause_for_reply',
  'stop_address',
  'pause_address',
  'delay',
  'suppress',
  'decline_pitch',
  'contact_left',
  'address_bounced',
  'pause_mailbox',
];

function byLocks(one: Effect, other: Effect): number {
  return ORDER.indexOf(one.do) - ORDER.indexOf(other.do);
}
