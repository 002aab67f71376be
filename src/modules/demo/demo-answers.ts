import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { EnrollmentStops } from '../sequences/enrollment-stops.service.js';
import { SitesService } from '../sites/sites.service.js';
import type { DemoPast } from './demo-history.js';
import { type DemoArrival, DemoThreads } from './demo-threads.js';
import type { DemoAnswer } from './outreach-stories.js';

const OUR_ADDRESS = 'mila@bureau.demo.test';
const DAEMON = ['Mail Delivery System', 'mailer-daemon@mx.demo.test'] as const;

/** A mail of a sequence that left. */
export interface LeftMail {
  readonly id: string;
  readonly clientId: string;
  readonly mailboxId: string;
  readonly pitchId: string;
  readonly campaignId: string;
  readonly siteId: string;
  readonly contactId: string;
  readonly stepNo: number;
  readonly subject: string;
  readonly toAddress: string;
  readonly enrollmentId: string;
  readonly notBefore: Date;
}

/** An answer to a mail of a sequence, and when it came. */
interface Answered {
  readonly mail: LeftMail;
  readonly answer: DemoAnswer;
  readonly person: string;
  readonly at: Date;
}

/** Who the demo's sequence writes to, and what they write back: it stops what the program would stop. */
@Injectable()
export class DemoAnswers {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
    private readonly contacts: ContactIntake,
    private readonly threads: DemoThreads,
    private readonly stops: EnrollmentStops,
  ) {}

  /** Makes somebody at a site; answers the id. */
  async contact(host: string, name: string): Promise<string> {
    const siteId = (await this.sites.forAddresses([host])).get(host) ?? '';
    const firstName = name.split(' ')[0] ?? '';
    const address = `${firstName.toLowerCase()}@${host}`;
    const known = { name, firstName, siteIds: [siteId], language: 'en', country: 'GB' };
    await this.contacts.bring([{ ...known, addresses: [{ address }] }], { importId: null }, 'fill');
    const rows = await this.query<{ id: string }>('select id from contacts where main_address = $1', [
      address,
    ]);
    return rows[0]?.id ?? '';
  }

  /** Writes an answer down in the open transaction. */
  async write(past: DemoPast, { mail, answer, person, at }: Answered): Promise<void> {
    const isBounce = answer.mail.kind === 'bounce';
    const arrival: DemoArrival = {
      ...answer.mail,
      at,
      matchRule: isBounce ? 'returned_original' : 'references',
      from: isBounce ? DAEMON : [person, mail.toAddress],
      subject: subjectOf(answer, mail.subject),
    };
    const { clientId, mailboxId, siteId, pitchId, campaignId, contactId } = mail;
    const place = { siteId, pitchId, campaignId, clientId };
    const thread = { mailboxId, place, contactId, subject: mail.subject, state: answer.state };
    const conversationId = await this.threads.open(
      past,
      { ...thread, messageCount: answer.afterMail + 1 },
      arrival,
    );
    await this.query(
      `update outbound_messages set conversation_id = $2 where enrollment_id = $1 and state = 'sent'`,
      [mail.enrollmentId, conversationId],
    );
    const about = { mailboxId, to: OUR_ADDRESS, clientId, conversationId, outboundId: mail.id };
    await this.stop(mail, answer, await this.threads.arrive(past, about, arrival), at);
  }

  private async stop(
    mail: LeftMail,
    { mail: theirs }: DemoAnswer,
    inboundId: string,
    at: Date,
  ): Promise<void> {
    const { toAddress: addressKey, contactId, siteId } = mail;
    if (theirs.kind === 'bounce') {
      await this.query(
        `update contact_addresses set status = 'bounced' where contact_id = $1 and address_key = $2`,
        [contactId, addressKey],
      );
      await this.stops.stopAddress(addressKey, 'bounced');
    } else if (theirs.kind === 'auto_reply') {
      const back = new Date(at.getTime() + (theirs.returnsInDays ?? 1) * 86_400_000);
      await this.stops.delayUntil(addressKey, back.toISOString().slice(0, 10));
    } else if (theirs.optOut !== undefined) await this.stops.stopAddress(addressKey, 'opted_out');
    else
      await this.stops.pauseForReply({
        inboundId,
        contactId,
        addressKey,
        siteIds: [siteId],
        publisherIds: [],
      });
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function subjectOf({ mail }: DemoAnswer, subject: string): string {
  if (mail.kind === 'bounce') return 'Undelivered Mail Returned to Sender';
  return mail.kind === 'auto_reply' ? `Automatic reply: ${subject}` : `Re: ${subject}`;
}
