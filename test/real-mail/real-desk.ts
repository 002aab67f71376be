import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { MailGuard } from '../../src/platform/mail/mail-guard.js';
import { aBrand, made } from '../builders/agency.js';
import { aCampaign, aMailableContact, aPitch } from '../builders/campaigns.js';
import type { MailAccount } from '../builders/mail-account.js';
import { plainSteps, read } from '../builders/outreach.js';
import { aSequence, aTemplate, enrolled, mailsOf, type WaitingMail } from '../builders/sequences.js';
import { GOOD } from '../fetch/certificates.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, setUp } from '../http/people.js';
import { DebianServers, HOST } from './debian-servers.js';

const LOOPBACK = ['127.0.0.1/32'];
/** Reads and sends over STARTTLS. */
export const MILA = { address: 'mila@agency.example', password: 'a password of mila’s own' };
/** Sends over the line that can be cut. */
export const NIA = { address: 'nia@agency.example', password: 'a password of nia’s own' };

/** Somebody who is pitched. */
export interface Pitched {
  readonly address: string;
  readonly contactId: string;
  readonly pitchId: string;
  readonly enrollmentId: string;
}

/** A team whose two mailboxes lie on Debian's servers, and a sequence of two mails. */
export class RealDesk {
  private readonly boxes = new Map<string, string>();
  private campaignId = '';
  private sequenceId = '';

  private constructor(
    readonly servers: DebianServers,
    readonly app: TestApp,
    readonly owner: Person,
  ) {}

  /** The people are accounts of the same servers. */
  static async open(people: readonly MailAccount[]): Promise<RealDesk> {
    const servers = await DebianServers.start([MILA, NIA, ...people]);
    const guard = new MailGuard({
      resolve: (name) => Promise.resolve(name === HOST ? ['127.0.0.1'] : []),
      allow: LOOPBACK,
      trusted: [GOOD.cert],
    });
    const settings = { LINKLEDGER_FETCH_ALLOW: LOOPBACK.join() };
    const app = await startApp({ settings, ports: [[MailGuard, guard]] });
    const desk = new RealDesk(servers, app, await setUp(app));
    await desk.settle();
    return desk;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.servers.stop();
  }

  boxOf({ address }: MailAccount): string {
    return this.boxes.get(address) ?? '';
  }

  /** Looks into a mailbox once. */
  read(account: MailAccount): Promise<void> {
    return read(this.app, this.owner, this.boxOf(account));
  }

  /** Sends whatever is due. */
  drain(): Promise<void> {
    return this.app.get(SenderWorker).drain();
  }

  /** Enrols somebody at a site of their own, and lets the first mail try to leave. */
  async pitched(
    name: string,
    siteAddress: string,
    from: MailAccount,
    sequenceId = this.sequenceId,
  ): Promise<Pitched> {
    const { owner, campaignId } = this;
    const contactId = await aMailableContact(owner, siteAddress, name);
    const { addresses } = (await owner.browser.get(`/contacts/${contactId}`)).body;
    const pitchId = String((await aPitch(owner, campaignId, { siteAddress, contactIds: [contactId] })).id);
    const wish = { sequenceId, mailboxId: this.boxOf(from), pitchIds: [pitchId] };
    const enrollmentId = String((await enrolled(owner, wish)).id);
    await this.drain();
    return { address: String(addresses[0].address), contactId, pitchId, enrollmentId };
  }

  /** A sequence of one mail that says this; answers its id. */
  async aSequenceOf(body: string): Promise<string> {
    const templateId = await aTemplate(this.owner, 'first', { body });
    const step = { kind: 'mail', waitWorkingDays: 0, templateId };
    return String((await aSequence(this.owner, [step])).id);
  }

  /** The first mail to somebody as it stands in the outbox. */
  async outbox({ enrollmentId }: Pitched): Promise<Answer['body']> {
    const { id } = await this.mail(enrollmentId);
    return (await this.owner.browser.get(`/outbox/${id}`)).body;
  }

  async mail(enrollmentId: string): Promise<WaitingMail> {
    const [mail] = await mailsOf(this.app, enrollmentId);
    if (mail === undefined) throw new Error('There is no mail.');
    return mail;
  }

  async enrollment({ enrollmentId }: Pitched): Promise<Answer['body']> {
    return (await this.owner.browser.get(`/enrollments/${enrollmentId}`)).body;
  }

  /** The conversation of a pitch with its mails. */
  async conversation({ pitchId }: Pitched): Promise<Answer['body']> {
    const { items } = (await this.owner.browser.get(`/conversations?pitchId=${pitchId}`)).body;
    return (await this.owner.browser.get(`/conversations/${String(items[0]?.id)}`)).body;
  }

  async count(sql: string, values: unknown[] = []): Promise<number> {
    const [row] = await this.app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from ${sql}`,
      values,
    );
    return row?.n ?? -1;
  }

  private async settle(): Promise<void> {
    const { owner, servers } = this;
    await owner.browser.patch('/workspace', { postalAddress: 'Canal 1, Amsterdam' });
    const { brandId } = await aBrand(owner, 'heron');
    this.campaignId = String((await aCampaign(owner, brandId)).id);
    this.sequenceId = String((await aSequence(owner, await plainSteps(owner))).id);
    for (const [{ address }, way] of [
      [MILA, 'starttls'],
      [NIA, 'line'],
    ] as const) {
      const words = { senderName: 'Mila Berg', signature: 'Canal Agency, Canal 1', readHistory: false };
      const pace = { capPerDay: 100, gapSeconds: 0, gapJitterSeconds: 0 };
      const wish = { ...servers.connection(address, way), ...words, ...pace };
      this.boxes.set(address, made(await owner.browser.post('/mailboxes', wish)));
      await this.read({ address });
    }
  }
}
