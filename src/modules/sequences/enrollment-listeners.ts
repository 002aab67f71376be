import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind, SubjectKind } from '../../core/events/kinds.js';
import { goesOnAfter, type StandingCode } from '../../core/sequences/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { EnrollmentResuming } from './enrollment-resuming.js';
import { EnrollmentStops } from './enrollment-stops.service.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository } from './enrollments.repository.js';

/** Facts that concern enrolments of every client: heard once more in a job that sees all of them, when whoever acted saw only some. */
const EVERYWHERE: readonly EventKind[] = [
  'suppression.added',
  'contact.erased',
  'contact.objected',
  'contact.archived',
  'contact.changed',
  'contact.address_added',
  'contact.address_removed',
  'partnership.ended',
  'mailbox.archived',
  'member.left',
];

/** What enrolments do when something happens around them, in the transaction of that fact. */
@Injectable()
export class EnrollmentListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly enrollments: EnrollmentsRepository,
    private readonly stops: EnrollmentStops,
    private readonly resuming: EnrollmentResuming,
    private readonly world: EnrollmentWorld,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly clock: Clock,
  ) {}

  private readonly heard: Readonly<Partial<Record<EventKind, (event: RecordedEvent) => Promise<unknown>>>> = {
    'pitch.won': (event) => this.pitchWon(event),
    'pitch.lost': (event) => this.end('e.pitch_id = $1', event, 'pitch', 'pitch_lost'),
    'pitch.archived': (event) => this.end('e.pitch_id = $1', event, 'pitch', 'pitch_archived'),
    'pitch.paused': (event) => this.pause('e.pitch_id = $1', event, 'pitch', 'pitch_paused'),
    'pitch.resumed': (event) => this.goOn('e.pitch_id = $1', event, 'pitch', 'pitch_paused'),
    'pitch.contacts_changed': (event) => this.contactsChanged(event),
    'campaign.archived': (event) => this.end('e.campaign_id = $1', event, 'campaign', 'campaign_archived'),
    'campaign.changed': (event) => this.campaignChanged(event),
    'suppression.added': (event) => this.suppressed(event),
    'contact.erased': (event) => this.end('e.contact_id = $1', event, 'contact', 'contact_erased'),
    'contact.objected': (event) => this.end('e.contact_id = $1', event, 'contact', 'objected'),
    'contact.archived': (event) => this.pause('e.contact_id = $1', event, 'contact', 'contact_archived'),
    'contact.changed': (event) => this.addressChanged(event),
    'contact.address_added': (event) => this.addressChanged(event),
    'contact.address_removed': (event) => this.addressChanged(event),
    'partnership.ended': (event) => this.partnershipEnded(event),
    'mailbox.archived': (event) => this.pause('e.mailbox_id = $1', event, 'mailbox', 'mailbox_archived'),
    'member.left': (event) => this.handOver(event),
  };

  onModuleInit(): void {
    for (const [kind, hear] of Object.entries(this.heard))
      this.events.inTransaction(kind as EventKind, async (event) => {
        await hear(event);
      });
    this.events.afterwards(EVERYWHERE, 'sequences.everywhere', async (event) => {
      await this.heard[event.kind]?.(event);
    });
  }

  private async end(where: string, event: RecordedEvent, of: SubjectKind, code: StandingCode): Promise<void> {
    for (const id of idsOf(event, of)) {
      await this.stops.endAll(await this.enrollments.lockOpen(where, [id]), code);
      if (code === 'contact_erased') await this.enrollments.forget(id);
    }
  }

  private async pause(
    where: string,
    event: RecordedEvent,
    of: SubjectKind,
    code: StandingCode,
  ): Promise<void> {
    for (const id of idsOf(event, of))
      await this.stops.pauseAll(await this.enrollments.lockOpen(where, [id]), code);
  }

  private async goOn(where: string, event: RecordedEvent, of: SubjectKind, gone: StandingCode) {
    for (const id of idsOf(event, of)) {
      for (const held of await this.enrollments.lockOpen(where, [id]))
        if (goesOnAfter({ state: held.state, code: held.stateCode }, gone))
          await this.resuming.tryResume(held);
    }
  }

  /** What is won needs no more mail but thanks. */
  private async pitchWon(event: RecordedEvent): Promise<void> {
    for (const id of idsOf(event, 'pitch')) {
      for (const held of await this.enrollments.lockOpen('e.pitch_id = $1', [id])) {
        const steps = await this.enrollments.steps(held.id);
        const isThanked = steps.some(({ purpose, state }) => purpose === 'thank_you' && state === 'waiting');
        if (!isThanked || held.state !== 'running') {
          await this.world.end(held, 'stopped', 'pitch_won');
          continue;
        }
        await this.world.stopMail(held, 'pitch_won');
        const closing = { code: 'pitch_won', at: this.clock.now(), except: 'thank_you' };
        await this.enrollments.closeSteps(held.id, closing);
        await this.resuming.carryOn(held.id);
      }
    }
  }

  private async campaignChanged(event: RecordedEvent): Promise<void> {
    const { params } = event;
    const fields = Array.isArray(params['fields']) ? params['fields'] : [];
    if (!fields.includes('status')) return;
    const [id] = idsOf(event, 'campaign');
    const status = id === undefined ? null : await this.surroundings.campaignStatus(id);
    const where = 'e.campaign_id = $1';
    if (status === 'paused') return this.pause(where, event, 'campaign', 'campaign_paused');
    if (status === 'finished') return this.end(where, event, 'campaign', 'campaign_finished');
    await this.goOn(where, event, 'campaign', 'campaign_paused');
  }

  /** Whoever is no longer a contact of the pitch is not written to for it. */
  private async contactsChanged(event: RecordedEvent): Promise<void> {
    const where = `e.pitch_id = $1 and not exists (select 1 from pitch_contacts pc where pc.pitch_id = e.pitch_id and pc.contact_id = e.contact_id)`;
    await this.pause(where, event, 'pitch', 'contact_removed');
  }

  /** An address that is not the contact's any more is not written to. */
  private async addressChanged(event: RecordedEvent): Promise<void> {
    const where = `e.contact_id = $1 and e.to_address_key <> '' and not exists (select 1 from contact_addresses a
      where a.contact_id = e.contact_id and a.address_key = e.to_address_key and a.archived_at is null)`;
    await this.pause(where, event, 'contact', 'address_changed');
  }

  /** What waits for a suppressed address or site is stopped, for the client it was suppressed for. */
  private async suppressed({ params }: RecordedEvent): Promise<void> {
    const where = `exists (select 1 from suppressions u where u.id = $1 and u.lifted_at is null
      and (u.client_id is null or u.client_id = e.client_id)
      and (u.site_id = e.site_id or (e.to_address_key <> '' and u.address_hash = sha256(convert_to(e.to_address_key, 'UTF8')))))`;
    const held = await this.enrollments.lockOpen(where, [params['suppressionId']]);
    await this.stops.endAll(held, params['reason'] === 'bounced' ? 'bounced' : 'suppressed');
  }

  private async partnershipEnded(event: RecordedEvent): Promise<void> {
    const where = `e.site_id = any ($1::uuid[]) and ($2::uuid is null or e.client_id = $2)`;
    const held = await this.enrollments.lockOpen(where, [idsOf(event, 'site'), event.clientId]);
    await this.stops.endAll(held, 'partnership_ended');
  }

  /** Enrolments of who leaves go to the named member, or stay with nobody; their mails go on. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const held = await this.enrollments.lockOpen('e.member_id = $1', [params['memberId']]);
    for (const { id } of held) await this.enrollments.write(id, { member_id: to }, this.clock.now());
  }
}

function idsOf({ subjects }: RecordedEvent, of: SubjectKind): string[] {
  return subjects.filter(({ kind }) => kind === of).map(({ id }) => id);
}
