import { afterAll, beforeAll } from '@jest/globals';
import { aBrand } from '../builders/agency.js';
import { aCampaign } from '../builders/campaigns.js';
import { MailServers } from '../builders/mail-server.js';
import { aMail, aMailbox, type Pitched, pitched, plainSteps, read } from '../builders/outreach.js';
import { aSequence } from '../builders/sequences.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, setUp } from '../http/people.js';

export const MILA = { address: 'mila@agency.example', password: 'a password of mila’s own' };

/** A team with one mailbox on real servers, and a sequence of two mails. */
export class InboxDesk {
  app!: TestApp;
  owner!: Person;
  mailboxId = '';
  sites = 0;
  private servers!: MailServers;
  private campaignId = '';
  private sequenceId = '';

  /** Opens it before the tests of a file and closes it after them. */
  static ofThisFile(): InboxDesk {
    const desk = new InboxDesk();
    beforeAll(() => desk.open());
    afterAll(() => desk.close());
    return desk;
  }

  /** A pitch whose first mail has left, on a site of its own unless it is named. */
  aPitched(changes: Partial<Parameters<typeof pitched>[2]> = {}): Promise<Pitched> {
    this.sites += 1;
    const { campaignId, sequenceId, mailboxId, sites } = this;
    const siteAddress = `pond${sites}.example`;
    return pitched(this.app, this.owner, { campaignId, sequenceId, mailboxId, siteAddress, ...changes });
  }

  /** Lays a mail into a folder and lets the mailbox be read. */
  async arrives(raw: string, folder = 'INBOX'): Promise<void> {
    this.app.clock.advance({ seconds: 1 });
    this.servers.box(MILA.address).append(raw, folder);
    await read(this.app, this.owner, this.mailboxId);
  }

  async conversationOf({ pitchId }: Pitched): Promise<Answer['body']> {
    const { body } = await this.owner.browser.get(`/conversations?pitchId=${pitchId}`);
    return (await this.owner.browser.get(`/conversations/${String(body.items[0]?.id)}`)).body;
  }

  /** The state of an enrolment with its reason. */
  async stateOf({ enrollmentId }: Pitched): Promise<string> {
    const [row] = await this.app.database.asOwner<{ state: string; code: string | null }>(
      'select state, state_code as code from enrollments where id = $1',
      [enrollmentId],
    );
    return `${row?.state ?? ''} ${row?.code ?? ''}`.trim();
  }

  suppressed(address: string): Promise<{ reason: string; source: string; evidence: string }[]> {
    return this.app.database.asOwner(
      'select reason, source, evidence from suppressions where address = $1 and lifted_at is null',
      [address],
    );
  }

  private async open(): Promise<void> {
    this.servers = await MailServers.start([MILA]);
    this.app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
    this.owner = await setUp(this.app);
    await this.owner.browser.patch('/workspace', { postalAddress: 'Canal 1, Amsterdam' });
    const heron = await aBrand(this.owner, 'heron');
    this.campaignId = String((await aCampaign(this.owner, heron.brandId)).id);
    this.sequenceId = String((await aSequence(this.owner, await plainSteps(this.owner))).id);
    this.mailboxId = await aMailbox(this.owner, this.servers, MILA.address);
    await read(this.app, this.owner, this.mailboxId);
  }

  private async close(): Promise<void> {
    await this.app.close();
    await this.servers.close();
  }
}

/** What the person of a pitch answers, in its thread. */
export function answer(
  to: Pitched,
  text: string,
  changes: Partial<Parameters<typeof aMail>[0]> = {},
): string {
  return aMail({
    from: `Ann Potter <${to.address}>`,
    to: MILA.address,
    subject: `Re: ${to.first.subject}`,
    inReplyTo: to.first.messageId,
    text,
    ...changes,
  });
}
