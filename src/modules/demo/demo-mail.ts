import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { DemoFoundSites } from './demo-found-sites.js';
import type { DemoPast } from './demo-history.js';
import { DemoOutreach } from './demo-outreach.js';
import { DemoSequences } from './demo-sequences.js';
import { type DemoArrival, type DemoPlace, DemoThreads } from './demo-threads.js';
import {
  DEMO_CONVERSATIONS,
  DEMO_OUTGOING,
  type DemoConversation,
  type DemoMailOfOurs,
  type DemoMailOfTheirs,
  type DemoOutgoing,
} from './mail-stories.js';
import { hostOf } from './people.js';

const HOUR = 3_600_000;
const OUR_NAME = 'Mila Prins';
const OUR_ADDRESS = 'mila@bureau.demo.test';

const NOWHERE: DemoPlace = { siteId: null, pitchId: null, campaignId: null, clientId: null };

/** What mails of ours are written with. */
interface Outgoing {
  readonly id: string;
  readonly place: DemoPlace;
  readonly contactId: string | null;
  readonly to: readonly [name: string, address: string];
  readonly subject: string;
  readonly text: string;
}

/** An afternoon of mail in the demo. Its mailbox belongs to the built-in catcher: nothing of it ever leaves. */
@Injectable()
export class DemoMail {
  constructor(
    private readonly database: Database,
    private readonly sequences: DemoSequences,
    private readonly outreach: DemoOutreach,
    private readonly foundSites: DemoFoundSites,
    private readonly threads: DemoThreads,
  ) {}

  /** Writes it down in the open transaction. */
  async write(past: DemoPast): Promise<void> {
    const mailboxId = await this.mailbox(past);
    for (const story of DEMO_CONVERSATIONS) await this.conversation(past, mailboxId, story);
    for (const story of DEMO_OUTGOING) await this.outgoing(past, mailboxId, story);
    await this.outreach.write(past, mailboxId);
    await this.foundSites.write(past);
    await this.sequences.write(past, mailboxId);
  }

  private async mailbox({ scope, now, ownerMemberId }: DemoPast): Promise<string> {
    const id = newId();
    await this.query(
      `insert into mailboxes (workspace_id, id, address, address_key, sender_name, owner_member_id, sign_in, history_state, connected_at, created_at, updated_at)
       values ($1, $2, $3, $3, $4, $5, 'catcher', 'done', $6, $6, $6)`,
      [scope.workspaceId, id, OUR_ADDRESS, OUR_NAME, ownerMemberId, now],
    );
    return id;
  }

  private async conversation(past: DemoPast, mailboxId: string, story: DemoConversation): Promise<void> {
    const last = story.mails.findLast((mail): mail is DemoMailOfTheirs => !mail.ours);
    if (last === undefined) return;
    const place = await this.place(story.site);
    const contactId = await this.contact(last.from[1]);
    const { state, isMine = false, mails } = story;
    const thread = { mailboxId, place, contactId, state, isMine, messageCount: mails.length };
    const subject = mails[0]?.subject ?? '';
    const conversationId = await this.threads.open(past, { ...thread, subject }, arrivalOf(past, last));
    const to = story.to ?? last.from;
    let outboundId: string | null = null;
    for (const mail of story.mails) {
      if (mail.ours)
        outboundId = await this.ours(past, { mailboxId, place, to, contactId, conversationId }, mail);
      else {
        const about = { mailboxId, to: OUR_ADDRESS, clientId: place.clientId, conversationId, outboundId };
        await this.threads.arrive(past, about, arrivalOf(past, mail));
      }
    }
    if (story.note !== undefined)
      await this.query(
        'insert into conversation_notes (workspace_id, id, conversation_id, client_id, text, created_at) values ($1, $2, $3, $4, $5, $6)',
        [past.scope.workspaceId, newId(), conversationId, place.clientId, story.note, past.now],
      );
  }

  private async ours(
    past: DemoPast,
    {
      mailboxId,
      conversationId,
      ...about
    }: Pick<Outgoing, 'place' | 'contactId' | 'to'> & {
      readonly mailboxId: string;
      readonly conversationId: string;
    },
    mail: DemoMailOfOurs,
  ): Promise<string> {
    const id = newId();
    const at = new Date(past.now.getTime() - mail.hoursAgo * HOUR);
    await this.outbound(past, mailboxId, { id, ...about, subject: mail.subject, text: mail.text }, at);
    await this.query(
      `update outbound_messages set state = 'sent', sent_at = $2, claimed_at = $2, first_try_at = $2, final_reply = 'caught', conversation_id = $3 where id = $1`,
      [id, at, conversationId],
    );
    return id;
  }

  private async outgoing(past: DemoPast, mailboxId: string, story: DemoOutgoing): Promise<void> {
    const id = newId();
    const at = new Date(past.now.getTime() + story.inHours * HOUR);
    const place = await this.place(story.site);
    const contactId = await this.contact(story.to[1]);
    await this.outbound(past, mailboxId, { ...story, id, place, contactId }, at);
    if (story.hold)
      await this.query(
        'update outbound_messages set hold_code = $2, hold_params = $3, held_at = $4 where id = $1',
        [id, story.hold[0], JSON.stringify(story.hold[1]), at],
      );
    if (story.isDoubt) {
      const evidence = [{ kind: 'not_found', at: new Date(past.now.getTime() - HOUR / 2), attempt: 1 }];
      await this.query(
        `update outbound_messages set state = 'unknown', attempt = 1, claimed_at = $2, first_try_at = $2, in_doubt_at = $2, looks = 5, looked_at = $3, evidence = $4 where id = $1`,
        [id, at, past.now, JSON.stringify(evidence)],
      );
    }
  }

  private async outbound(
    { scope, now, ownerMemberId }: DemoPast,
    mailboxId: string,
    mail: Outgoing,
    at: Date,
  ): Promise<void> {
    const { id, place, contactId, to, subject, text } = mail;
    const [name, address] = to;
    await this.query(
      `insert into outbound_messages (workspace_id, id, client_id, mailbox_id, kind, pitch_id, campaign_id, site_id, contact_id, member_id, is_first, message_id,
         from_address, from_name, to_address, to_address_key, to_name, to_domain, subject, body_text, not_before, created_at, updated_at)
       values ($1, $2, $3, $4, 'single', $5, $6, $7, $8, $9, true, $10, $11, $12, $13, $13, $14, $15, $16, $17, $18, $19, $19)`,
      [
        scope.workspaceId,
        id,
        place.clientId,
        mailboxId,
        place.pitchId,
        place.campaignId,
        place.siteId,
        contactId,
        ownerMemberId,
        `${id}@bureau.demo.test`,
        OUR_ADDRESS,
        OUR_NAME,
        address,
        name,
        address.split('@')[1] ?? '',
        subject,
        text,
        at,
        now,
      ],
    );
  }

  private async place(site: string | undefined): Promise<DemoPlace> {
    if (site === undefined) return NOWHERE;
    const rows = await this.query<DemoPlace>(
      `select s.id as "siteId", p.id as "pitchId", p.campaign_id as "campaignId", p.client_id as "clientId"
       from sites s left join pitches p on p.site_id = s.id where s.host = $1 order by p.created_at desc limit 1`,
      [hostOf(site)],
    );
    return rows[0] ?? NOWHERE;
  }

  private async contact(address: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>('select id from contacts where main_address = $1 limit 1', [
      address,
    ]);
    return rows[0]?.id ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function arrivalOf({ now }: DemoPast, { hoursAgo, ...mail }: DemoMailOfTheirs): DemoArrival {
  return { ...mail, at: new Date(now.getTime() - hoursAgo * HOUR) };
}
