import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { Doubts } from '../../src/modules/sending/doubts.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { MOST_BYTES } from './exim.js';
import { ReadMails } from './read-mails.js';
import { MILA, NIA, RealDesk } from './real-desk.js';

/** Real servers hand mail on when they come to it; how long that takes fails nothing short of this. */
jest.setTimeout(120_000);

const ann = (site: string) => ({ address: `ann.potter@${site}`, password: 'a password of ann’s own' });
const ANN = ann('kiln.example');
const IDA = ann('idle.example');
const CUT = ann('cut.example');
const LOST = ann('lost.example');
const LATER = { address: 'later@dawn.example', password: 'a password of his own' };
const MOVED = ann('moved.example');
const FILTERED = ann('filtered.example');

let desk: RealDesk;
beforeAll(async () => {
  desk = await RealDesk.open([ANN, IDA, CUT, LOST, LATER, MOVED, FILTERED]);
});
afterAll(() => desk.close());

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *((?:.|\\r\\n[ \\t])*)`, 'im').exec(raw)?.[1]?.trim() ?? '';
const inboxOf = ({ address }: { address: string }) => desk.servers.folder(address);

describe('connecting', () => {
  it('tries both servers with TLS and sign-in, and lists the folders with what they are for', async () => {
    const { signIn: _, ...wish } = desk.servers.connection(MILA.address, 'starttls');
    const { body } = await desk.owner.browser.post('/mailboxes/test', wish);
    expect(body).toMatchObject({ smtp: { isOk: true }, imap: { isOk: true } });
    expect(body.folders).toEqual(
      expect.arrayContaining([
        { path: 'Sent', specialUse: '\\Sent' },
        { path: 'Junk', specialUse: '\\Junk' },
        { path: 'All', specialUse: '\\All' },
      ]),
    );
  });

  it('says of both servers that they refuse a wrong password', async () => {
    const { signIn: _, ...wish } = desk.servers.connection(MILA.address, 'starttls');
    const { body } = await desk.owner.browser.post('/mailboxes/test', { ...wish, password: 'another' });
    const refused = { isOk: false, phase: 'sign_in', code: 'credentials_refused' };
    expect(body).toMatchObject({ smtp: refused, imap: refused });
  });
});

describe('a mail of a sequence', () => {
  it('arrives, is answered, pauses the sequence, and is answered in its thread; no flag is touched', async () => {
    const one = await desk.pitched('Ann Potter', 'kiln.example', MILA);
    const inbox = await inboxOf(ANN);
    const { messageId } = await desk.mail(one.enrollmentId);
    const ours = await inbox.mailWith(messageId);
    const subject = `Re: ${header(ours, 'Subject')}`;
    const theirs = await desk.servers.sendAs(ANN.address, {
      to: MILA.address,
      subject,
      text: 'Please send a draft.',
      inReplyTo: `<${messageId}>`,
      references: [`<${messageId}>`],
    });
    await (await inboxOf(MILA)).mailWith(theirs);
    await (await desk.servers.folder(MILA.address, 'Sent')).mailWith(messageId);
    await desk.read(MILA);

    expect(await desk.enrollment(one)).toMatchObject({ state: 'paused', code: 'replied' });
    const { id, messages } = await desk.conversation(one);
    // Our own copies in Sent and All are no mails of their own.
    expect(messages.map(({ direction }: { direction: string }) => direction)).toEqual(['out', 'in']);
    expect(messages[1]).toMatchObject({
      kind: 'reply',
      matchRule: 'references',
      text: 'Please send a draft.',
    });

    desk.app.clock.advance({ minutes: 10 });
    await desk.owner.browser.post(`/conversations/${String(id)}/reply`, { text: 'Here it is.' });
    await desk.drain();
    const back = await inbox.mailWith('Here it is.');
    expect(header(back, 'In-Reply-To')).toBe(theirs);
    expect(header(back, 'References').split(/\s+/)).toEqual([`<${messageId}>`, theirs]);
    expect(header(back, 'Subject')).toBe(subject);

    await desk.read(MILA);
    for (const folder of ['INBOX', 'Sent', 'All'])
      expect(
        (await desk.servers.dovecot.flags(MILA.address, folder)).filter(
          (flag) => !/^(?:\\Recent)?$/.test(flag),
        ),
      ).toEqual([]);
  });

  it('is answered, and the reader in IDLE is woken; one that was hung up on comes back', async () => {
    const one = await desk.pitched('Ann Potter', 'idle.example', MILA);
    const { messageId } = await desk.mail(one.enrollmentId);
    const reads = await ReadMails.of(desk.app.database);
    const worker = desk.app.get(InboxWorker);
    await worker.start();
    const answer = (text: string) =>
      desk.servers.sendAs(IDA.address, {
        to: MILA.address,
        subject: 'Re: it',
        text,
        inReplyTo: `<${messageId}>`,
      });
    await answer('The first finds the reader anywhere.');
    await reads.with('The first finds');
    // The next look by the clock is minutes away.
    await answer('The second wakes it.');
    await reads.with('The second wakes it.');
    await desk.servers.dovecot.kick(MILA.address);
    await answer('The third comes after the line broke.');
    await reads.with('The third comes');
    await worker.stop();
    await reads.close();
    expect(await desk.count('mailbox_leases')).toBe(0);
    expect((await desk.conversation(one)).messages).toHaveLength(4);
  });
});

describe('an answer that a filter put into Junk', () => {
  it('is found there, and pauses the sequence', async () => {
    const one = await desk.pitched('Ann Potter', 'filtered.example', MILA);
    const { messageId } = await desk.mail(one.enrollmentId);
    const wish = { to: MILA.address.replace('@', '+Junk@'), subject: 'Re: it', text: 'Do send a draft.' };
    await desk.servers.sendAs(FILTERED.address, { ...wish, inReplyTo: `<${messageId}>` });
    await (await desk.servers.folder(MILA.address, 'Junk')).mailWith('Do send a draft.');
    await desk.read(MILA);
    expect(await desk.enrollment(one)).toMatchObject({ state: 'paused', code: 'replied' });
    expect((await desk.conversation(one)).messages.at(-1)).toMatchObject({ kind: 'reply', folder: 'Junk' });
  });
});

describe('a mail in doubt', () => {
  it('whose copy lies in Sent was sent, and does not go again', async () => {
    desk.servers.line.cut = 'at_the_answer';
    const one = await desk.pitched('Ann Potter', 'cut.example', NIA);
    desk.servers.line.cut = 'none';
    expect(await desk.outbox(one)).toMatchObject({ state: 'in_doubt', attempt: 1 });
    const { messageId } = await desk.mail(one.enrollmentId);
    await (await desk.servers.folder(NIA.address, 'Sent')).mailWith(messageId);
    desk.app.clock.advance({ minutes: 16 });
    await desk.app.get(Doubts).round();
    const mail = await desk.outbox(one);
    expect(mail.state).toBe('sent');
    expect(mail.evidence).toMatchObject([{ kind: 'sent_folder', attempt: 1 }]);
    desk.app.clock.advance({ hours: 1 });
    await desk.drain();
    await (await inboxOf(CUT)).mailWith(messageId);
    expect(await (await inboxOf(CUT)).all()).toHaveLength(1);
  });

  it('of which nothing is found is shown, and goes again when a person says so', async () => {
    desk.servers.line.cut = 'before_the_dot';
    const one = await desk.pitched('Ann Potter', 'lost.example', NIA);
    desk.servers.line.cut = 'none';
    for (const minutes of [16, 11]) {
      desk.app.clock.advance({ minutes });
      await desk.app.get(Doubts).round();
    }
    const mail = await desk.outbox(one);
    expect(mail).toMatchObject({ state: 'unknown', attempt: 1 });
    const { items } = (await desk.owner.browser.get('/outbox?state=doubt')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(mail.id);
    expect(await (await inboxOf(LOST)).all()).toEqual([]);
    await desk.owner.browser.post(`/outbox/${String(mail.id)}/settle`, { was: 'not_sent' });
    await desk.drain();
    await (await inboxOf(LOST)).mailWith(mail.messageId);
    expect(await (await inboxOf(LOST)).all()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('of an unknown recipient at once is final, and keeps the address from mail', async () => {
    const one = await desk.pitched('Nobody Here', 'strict.example', MILA);
    expect(await desk.outbox(one)).toMatchObject({ state: 'failed', failureCode: 'address_unknown' });
    await desk.app.get(JobRuntime).drain();
    expect(await addressState(one.contactId)).toBe('bounced');
    expect(await desk.enrollment(one)).toMatchObject({ state: 'stopped', code: 'bounced' });
    const { items } = (await desk.owner.browser.get(`/suppressions?search=${one.address}`)).body;
    expect(items).toMatchObject([{ reason: 'bounced', source: 'bounce' }]);
  });

  it('of an unknown recipient that is reported later is a permanent bounce of its mail', async () => {
    const one = await desk.pitched('Nobody Here', 'unsure.example', MILA);
    expect(await desk.outbox(one)).toMatchObject({ state: 'sent' });
    await (await inboxOf(MILA)).mailWith(`X-Failed-Recipients: ${one.address}`);
    await desk.read(MILA);
    const bounce = (await desk.conversation(one)).messages.at(-1);
    expect(bounce).toMatchObject({ kind: 'bounce', rule: 'dsn' });
    expect(bounce.recipients).toMatchObject([
      { address: one.address, permanent: true, reason: 'user_unknown' },
    ]);
    expect(await addressState(one.contactId)).toBe('bounced');
    expect(await desk.enrollment(one)).toMatchObject({ state: 'stopped', code: 'bounced' });
  });

  it('for now is tried again, and nothing is held against the address', async () => {
    const one = await desk.pitched('Later', 'dawn.example', MILA);
    expect(await desk.outbox(one)).toMatchObject({ state: 'deferred', failureCode: 'smtp_451' });
    expect(await addressState(one.contactId)).toBe('unknown');
    desk.servers.exim.greylist(false);
    desk.app.clock.advance({ minutes: 20 });
    await desk.drain();
    expect(await desk.outbox(one)).toMatchObject({ state: 'sent', attempt: 2 });
    await (await inboxOf(LATER)).mailWith((await desk.mail(one.enrollmentId)).messageId);
  });

  it('of a mail that is too large is final, and says nothing of the address', async () => {
    const large = await desk.aSequenceOf(`${'Herons wade. '.repeat(MOST_BYTES / 10)}\n\n{{sender.name}}`);
    const one = await desk.pitched('Ann Potter', 'narrow.example', MILA, large);
    expect(await desk.outbox(one)).toMatchObject({ state: 'failed', failureCode: 'too_large' });
    expect((await desk.outbox(one)).finalReply).toMatch(/^552 /);
    expect(await addressState(one.contactId)).toBe('unknown');
  });

  it('that is no refusal yet, a report of a delay, changes nothing', async () => {
    const one = await desk.pitched('Busy', 'slow.example', MILA);
    await (await inboxOf(MILA)).mailWith('Action: delayed');
    await desk.read(MILA);
    expect((await desk.conversation(one)).messages.at(-1)).toMatchObject({
      kind: 'other',
      rule: 'dsn_delayed',
    });
    expect(await addressState(one.contactId)).toBe('unknown');
    expect((await desk.enrollment(one)).state).toBe('running');
  });
});

describe('a folder whose numbering changes', () => {
  it('is read again, and nothing is done twice', async () => {
    const one = await desk.pitched('Ann Potter', 'moved.example', MILA);
    const { messageId } = await desk.mail(one.enrollmentId);
    const answer = (text: string) =>
      desk.servers.sendAs(MOVED.address, {
        to: MILA.address,
        subject: 'Re: it',
        text,
        inReplyTo: `<${messageId}>`,
      });
    await answer('Once.');
    await (await inboxOf(MILA)).mailWith('Once.');
    await desk.read(MILA);
    const tables = ['inbound_messages', 'mail_facts_done', 'touches', `events where kind like 'mail.%'`];
    const kept = () => Promise.all(tables.map((table) => desk.count(table)));
    const before = await kept();
    for (const folder of ['INBOX', 'Sent', 'All'])
      await desk.servers.dovecot.renumber(MILA.address, 777_777, folder);
    await desk.read(MILA);
    expect(await kept()).toEqual(before);
    expect(
      await desk.count(`mailbox_folders where mailbox_id = $1 and uid_validity = 777777`, [desk.boxOf(MILA)]),
    ).toBe(3);
    await answer('And once more.');
    await (await inboxOf(MILA)).mailWith('And once more.');
    await desk.read(MILA);
    expect(await desk.count(`inbound_messages where body_text like '%And once more.%'`)).toBe(1);
  });
});

async function addressState(contactId: string): Promise<string> {
  const { body } = await desk.owner.browser.get(`/contacts/${contactId}`);
  return String(body.addresses[0].status);
}
