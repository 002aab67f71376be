import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { InboundKind } from '../../core/inbox/inbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import type { EffectDone } from './inbound-rows.repository.js';
import type { MailSituation } from './mail-facts.js';

const KINDS: Readonly<Partial<Record<InboundKind, EventKind>>> = {
  reply: 'mail.reply_received',
  auto_reply: 'mail.auto_reply_received',
  left_company: 'mail.left_company',
  bounce: 'mail.bounced',
  complaint: 'mail.complained',
  unsubscribe: 'mail.unsubscribed',
};

/** Tells of mails that came in: on the timelines, as touches of sites, and on pitches that wait for us now. In the open transaction. */
@Injectable()
export class MailNews {
  constructor(
    private readonly events: Events,
    private readonly touches: TouchIntake,
    private readonly pitches: PitchesService,
    private readonly clock: Clock,
  ) {}

  async tell(
    situation: MailSituation & { readonly conversationId: string },
    kind: InboundKind,
    done: readonly EffectDone[],
  ): Promise<void> {
    const { scope, facts, match } = situation;
    const named = KINDS[kind];
    if (kind === 'reply' && match.rule !== 'none') await this.heard(situation, done);
    if (named === undefined) return;
    const told: EventKind[] = kind === 'reply' ? [named, ...wishesOf(facts.optOut)] : [named];
    const enrollmentIds = done.flatMap((one) => ('enrollmentIds' in one ? one.enrollmentIds : []));
    const params = {
      inboundId: scope.inboundId,
      outboundId: match.outbound?.id ?? null,
      rule: match.rule,
      enrollmentIds,
      ...(kind === 'bounce' && {
        permanent: done.some(({ did }) => did === 'address_bounced' || did === 'suppressed'),
        statuses: facts.recipients.map(({ status }) => status ?? ''),
      }),
    };
    await this.events.recordMany(
      told.map((event) => ({
        kind: event,
        clientId: scope.clientId,
        subjects: subjectsOf(situation),
        params,
      })),
    );
  }

  /** They answered: a touch of every site of the conversation, and it is our turn on its pitches. */
  private async heard({ scope, match }: MailSituation, done: readonly EffectDone[]): Promise<void> {
    const isDeclined = done.some(({ did }) => did === 'declined');
    await this.touches.bring(
      scope.siteIds.slice(0, 1).map((siteId) => ({
        siteId,
        at: this.clock.now(),
        kind: 'mail' as const,
        direction: 'in' as const,
        result: isDeclined ? ('declined' as const) : ('answered' as const),
        contactId: scope.contactId,
        clientId: scope.clientId,
        memberId: match.outbound?.memberId ?? null,
      })),
      { importId: null },
    );
    for (const pitch of await this.pitches.many(scope.pitchIds)) {
      if (pitch.outcome === null) await this.pitches.heard(pitch.id);
    }
  }
}

/** What a person asked for in a reply is a fact of its own. */
function wishesOf(optOut: MailSituation['facts']['optOut']): EventKind[] {
  if (optOut === 'clear') return ['mail.opted_out'];
  return optOut === 'not_interested' ? ['mail.not_interested'] : [];
}

function subjectsOf({
  scope,
  campaignId,
  conversationId,
}: MailSituation & { readonly conversationId: string }): Subject[] {
  const one = (kind: Subject['kind'], id: string | null): Subject[] => (id === null ? [] : [{ kind, id }]);
  return [
    { kind: 'conversation', id: conversationId },
    { kind: 'mailbox', id: scope.mailboxId },
    ...scope.pitchIds.flatMap((id) => one('pitch', id)),
    ...one('campaign', campaignId),
    ...scope.siteIds.flatMap((id) => one('site', id)),
    ...one('contact', scope.contactId),
    ...one('client', scope.clientId),
  ];
}
