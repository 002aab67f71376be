import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import type { Principal } from '../../platform/http/principal.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { PitchChanges } from '../campaigns/pitch-changes.service.js';
import { DemoAnswers, type LeftMail } from './demo-answers.js';
import type { DemoPast } from './demo-history.js';
import { DemoOutreachParts } from './demo-outreach-parts.js';
import { DemoOwner } from './demo-owner.js';
import { DEMO_ENROLLED, DEMO_NOT_ENROLLED, type DemoEnrolled } from './outreach-stories.js';

const DAY = 86_400_000;
/** A mail leaves so long after its time came. */
const TAKES_MS = 4 * 60_000;
const FIELDS = { ideas: ['A year in a small house, in figures'], pageTitle: 'Small houses' };
const CAMPAIGN = 'Small houses, warm walls';

const READY = `select id, client_id as "clientId", mailbox_id as "mailboxId", pitch_id as "pitchId", campaign_id as "campaignId", site_id as "siteId",
    contact_id as "contactId", step_no as "stepNo", subject, to_address as "toAddress", enrollment_id as "enrollmentId", not_before as "notBefore"
  from outbound_messages where enrollment_id = $1 and state = 'ready' and hold_code is null order by id limit 1`;

/** A campaign of the demo whose pitches went through a sequence for weeks: mails that left, that wait, that were answered and that came back. */
@Injectable()
export class DemoOutreach {
  constructor(
    private readonly database: Database,
    private readonly owner: DemoOwner,
    private readonly campaigns: CampaignsService,
    private readonly pitches: PitchChanges,
    private readonly parts: DemoOutreachParts,
    private readonly answers: DemoAnswers,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Writes it down in the open transaction, each act at its moment. */
  async write(past: DemoPast, mailboxId: string): Promise<void> {
    const who = await this.owner.principal(past);
    const began = new Date(past.now.getTime() - 26 * DAY);
    const { campaignId, sequenceId } = await this.clock.replay(began, () => this.begin(past, who));
    for (const story of DEMO_ENROLLED) {
      const at = new Date(past.now.getTime() - story.daysAgo * DAY);
      const enrollmentId = await this.clock.replay(at, async () => {
        const pitchId = await this.pitch(who, campaignId, story);
        return this.parts.enroll(who, { sequenceId, mailboxId, pitchIds: [pitchId] });
      });
      if (enrollmentId !== null) await this.follow(past, story, { who, enrollmentId });
    }
    for (const story of DEMO_NOT_ENROLLED) await this.pitch(who, campaignId, story);
  }

  /** A pitch with somebody to write to, ready for a first mail; answers its id. */
  private async pitch(
    who: Principal,
    campaignId: string,
    { host, person }: Pick<DemoEnrolled, 'host' | 'person'>,
  ): Promise<string> {
    const contactIds = [await this.answers.contact(host, person)];
    const wish = { siteAddress: host, contactIds, fields: FIELDS };
    const { id, revision } = await this.pitches.add(who, campaignId, wish);
    await this.pitches.move(who, id, { to: 'qualified', revision });
    return id;
  }

  private async begin(past: DemoPast, who: Principal): Promise<{ campaignId: string; sequenceId: string }> {
    const brandId = past.brandIds.get('noordlicht') ?? '';
    const named = { brandId, name: CAMPAIGN, kind: 'guest_blogging', status: 'running' as const };
    const wish = { ...named, ownerMemberId: who.memberId, memberIds: [who.memberId] };
    const { id: campaignId } = await this.campaigns.create(who, wish);
    return { campaignId, sequenceId: await this.parts.sequence(past) };
  }

  /** Lets the mails of an enrolment leave when their time came, until somebody answers or the present is reached. */
  private async follow(
    past: DemoPast,
    { answer, person }: DemoEnrolled,
    { who, enrollmentId }: { readonly who: Principal; readonly enrollmentId: string },
  ): Promise<void> {
    for (let count = 1; ; count += 1) {
      const [mail] = await this.database.manager().query<LeftMail[]>(READY, [enrollmentId]);
      const at = new Date((mail?.notBefore.getTime() ?? 0) + TAKES_MS);
      if (mail === undefined || at >= past.now) return;
      await this.clock.replay(at, () => this.leave(mail, at));
      if (count === 1) await this.clock.replay(at, () => this.pitched(who, mail.pitchId));
      if (answer?.afterMail !== count) continue;
      const came = new Date(
        Math.min(at.getTime() + answer.hoursLater * 3_600_000, past.now.getTime() - TAKES_MS),
      );
      await this.clock.replay(came, () => this.answers.write(past, { mail, answer, person, at: came }));
    }
  }

  private async pitched(who: Principal, pitchId: string): Promise<void> {
    const [pitch] = await this.database
      .manager()
      .query<{ revision: number }[]>('select revision from pitches where id = $1', [pitchId]);
    await this.pitches.move(who, pitchId, { to: 'pitched', revision: pitch?.revision ?? 1 });
  }

  private async leave(mail: LeftMail, at: Date): Promise<void> {
    await this.database
      .manager()
      .query(
        `update outbound_messages set state = 'sent', sent_at = $2, claimed_at = $2, first_try_at = $2, final_reply = '250 2.0.0 queued' where id = $1`,
        [mail.id, at],
      );
    const { id, clientId, mailboxId, enrollmentId, stepNo, pitchId, campaignId, siteId, contactId } = mail;
    await this.events.record({
      kind: 'mail.sent',
      clientId,
      subjects: [
        { kind: 'mail', id },
        { kind: 'mailbox', id: mailboxId },
        { kind: 'enrollment', id: enrollmentId },
        { kind: 'pitch', id: pitchId },
        { kind: 'campaign', id: campaignId },
        { kind: 'site', id: siteId },
        { kind: 'contact', id: contactId },
        { kind: 'client', id: clientId },
      ],
      params: { outboundId: id, mailKind: 'sequence', enrollmentId, stepNo, mailboxId },
    });
  }
}
