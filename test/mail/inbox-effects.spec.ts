import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand } from '../builders/agency.js';
import { aCampaign, aContact } from '../builders/campaigns.js';
import { MailServers } from '../builders/mail-server.js';
import {
  aBounce,
  aMail,
  aMailbox,
  type Pitched,
  pitched,
  plainSteps,
  read,
  standing,
} from '../builders/outreach.js';
import { aSequence } from '../builders/sequences.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, setUp } from '../http/people.js';

const MILA = { address: 'mila@agency.example', password: 'a password of mila’s own' };

let app: TestApp;
let servers: MailServers;
let owner: Person;
let mailboxId: string;
let campaignId: string;
let sequenceId: string;
let sites = 0;
beforeAll(async () => {
  servers = await MailServers.start([MILA]);
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
  owner = await setUp(app);
  await owner.browser.patch('/workspace', { postalAddress: 'Canal 1, Amsterdam' });
  const heron = await aBrand(owner, 'heron');
  campaignId = String((await aCampaign(owner, heron.brandId)).id);
  sequenceId = String((await aSequence(owner, await plainSteps(owner))).id);
  mailboxId = await aMailbox(owner, servers, MILA.address);
  await read(app, owner, mailboxId);
});
afterAll(async () => {
  await app.close();
  await servers.close();
});

const aPitched = (changes: Partial<Parameters<typeof pitched>[2]> = {}): Promise<Pitched> => {
  sites += 1;
  const siteAddress = `pond${sites}.example`;
  return pitched(app, owner, { campaignId, sequenceId, mailboxId, siteAddress, ...changes });
};
const arrives = async (raw: string, folder = 'INBOX'): Promise<void> => {
  app.clock.advance({ seconds: 1 });
  servers.box(MILA.address).append(raw, folder);
  await read(app, owner, mailboxId);
};
const answer = (to: Pitched, text: string, changes: Partial<Parameters<typeof aMail>[0]> = {}): string =>
  aMail({
    from: `Ann Potter <${to.address}>`,
    to: MILA.address,
    subject: `Re: ${to.first.subject}`,
    inReplyTo: to.first.messageId,
    text,
    ...changes,
  });
const conversationOf = async ({ pitchId }: Pitched): Promise<Answer['body']> => {
  const { body } = await owner.browser.get(`/conversations?pitchId=${pitchId}`);
  return (await owner.browser.get(`/conversations/${String(body.items[0]?.id)}`)).body;
};
const stateOf = async ({ enrollmentId }: Pitched): Promise<string> => {
  const [row] = (await app.database.asOwner('select state, state_code from enrollments where id = $1', [
    enrollmentId,
  ])) as { state: string; state_code: string | null }[];
  return `${row?.state ?? ''} ${row?.state_code ?? ''}`.trim();
};
const suppressed = async (address: string): Promise<Answer['body'][]> =>
  app.database.asOwner(
    'select reason, source, evidence from suppressions where address = $1 and lifted_at is null',
    [address],
  ) as Promise<Answer['body'][]>;

describe('a reply', () => {
  it('pauses the person, the sites of the conversation and their publisher, and nobody else', async () => {
    const publisher = await owner.browser.post('/publishers', {
      name: 'Pond Media',
      siteAddresses: ['grid0.example', 'grid1.example'],
    });
    expect(publisher.status).toBe(201);
    const answered = await aPitched({ siteAddress: 'grid0.example' });
    const grid: [string, Pitched, string][] = [
      ['the person at another site', await aPitched({ contactId: answered.contactId }), 'paused replied'],
      [
        'a colleague at the site',
        await aPitched({
          siteAddress: 'grid0.example',
          contactId: await aContact(owner, 'grid0.example', 'Bo Bell'),
        }),
        'paused replied',
      ],
      ['another site of the publisher', await aPitched({ siteAddress: 'grid1.example' }), 'paused replied'],
      ['a namesake elsewhere', await aPitched({ name: 'Ann Potter' }), 'running'],
      ['a site of nobody', await aPitched(), 'running'],
    ];
    await arrives(answer(answered, 'Lovely idea, please send a draft.'));
    expect(await stateOf(answered)).toBe('paused replied');
    const seen = await Promise.all(grid.map(async ([who, one]) => [who, await stateOf(one)]));
    expect(seen).toEqual(grid.map(([who, , state]) => [who, state]));
  });

  it('stands in its conversation with its kind and rules, is a touch of the site, and makes it our turn', async () => {
    const one = await aPitched();
    await arrives(
      answer(
        one,
        `Yes please.\n\nOn Fri, 20 Nov 2026 at 10:00, Mila Berg <${MILA.address}> wrote:\n> Hi Ann`,
      ),
    );
    const conversation = await conversationOf(one);
    expect(conversation).toMatchObject({ state: 'to_answer', lastKind: 'reply', pitchIds: [one.pitchId] });
    const [ours, theirs] = conversation.messages;
    expect(ours).toMatchObject({ direction: 'out', outboundState: 'sent' });
    expect(theirs).toMatchObject({
      direction: 'in',
      kind: 'reply',
      matchRule: 'references',
      text: 'Yes please.',
    });
    expect(theirs.matchSentence).toBe('It answers a mail of this conversation.');
    const pitch = (await owner.browser.get(`/pitches/${one.pitchId}`)).body;
    expect(pitch.status).toBe('waiting_us');
    const touches = (await owner.browser.get(`/sites/${String(pitch.site?.id ?? pitch.siteId)}/touches`)).body
      .items;
    expect(touches).toEqual(
      expect.arrayContaining([expect.objectContaining({ direction: 'in', result: 'answered' })]),
    );
  });

  it.each([
    ['in Junk', 'Junk', {}, 'references'],
    ['with a broken thread', 'INBOX', { inReplyTo: 'unknown@elsewhere.example' }, 'sender_and_subject'],
    [
      'with a broken thread and another subject',
      'INBOX',
      { inReplyTo: 'no@where.example', subject: 'Your mail' },
      'sender',
    ],
    [
      'from another address that quotes our id',
      'INBOX',
      { from: 'Ann at home <ann@home.example>' },
      'references',
    ],
  ])('%s is found and stops what would follow', async (_, folder, changes, rule) => {
    const one = await aPitched();
    await arrives(answer(one, 'Thank you, go ahead.', changes), folder);
    expect(await stateOf(one)).toBe('paused replied');
    expect((await conversationOf(one)).messages.at(-1)).toMatchObject({
      kind: 'reply',
      matchRule: rule,
      folder,
    });
  });

  it('is kept once when it lies in several folders', async () => {
    const one = await aPitched();
    const raw = answer(one, 'Twice the same.');
    await arrives(raw);
    await arrives(raw, 'Archive');
    expect((await conversationOf(one)).messages).toHaveLength(2);
  });
});

describe('what is no answer', () => {
  it('an automatic reply delays the next step to the day of return, and pauses nothing', async () => {
    const one = await aPitched();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await arrives(
      answer(one, 'I am out of the office until 7 December 2026.', {
        subject: `Automatic reply: ${one.first.subject}`,
        headers,
      }),
    );
    expect(await stateOf(one)).toMatch(/^running/);
    expect((await conversationOf(one)).messages.at(-1)).toMatchObject({
      kind: 'auto_reply',
      returnsOn: '2026-12-07',
    });
    const { steps } = await standing(owner, one.enrollmentId);
    expect(
      String(steps.find((step: Answer['body']) => step.stepNo === 2).earliestAt ?? steps[1].dueAt),
    ).toMatch(/^2026-12-0[78]/);
  });

  it('the team’s own mail in Sent is none, and a colleague’s by hand stands in its thread', async () => {
    const one = await aPitched();
    await arrives(
      aMail({
        from: MILA.address,
        to: one.address,
        subject: one.first.subject,
        text: 'Hi Ann',
        messageId: one.first.messageId,
      }),
      'Sent',
    );
    await arrives(
      aMail({
        from: MILA.address,
        to: one.address,
        subject: `Re: ${one.first.subject}`,
        text: 'By hand',
        inReplyTo: one.first.messageId,
      }),
      'Sent',
    );
    expect(await stateOf(one)).toBe('running');
    const conversation = await conversationOf(one);
    expect(conversation.messages.map((mail: Answer['body']) => [mail.direction, mail.kind])).toEqual([
      ['out', null],
      ['out', 'own'],
    ]);
  });

  it('a provider’s own Message-ID is learned from Sent, and answers to it are ours', async () => {
    const one = await aPitched();
    const renamed = `renamed-${sites}@provider.example`;
    await arrives(
      aMail({
        from: MILA.address,
        to: one.address,
        subject: one.first.subject,
        text: 'Hi Ann',
        messageId: renamed,
      }),
      'Sent',
    );
    await arrives(answer(one, 'Yes!', { inReplyTo: renamed, from: 'office@elsewhere.example' }));
    expect(await stateOf(one)).toBe('paused replied');
  });
});

describe('a mail that came back', () => {
  const bounce = (one: Pitched, status: string, diagnostic: string): string =>
    aBounce({
      to: MILA.address,
      recipient: one.address,
      status,
      diagnostic,
      originalId: one.first.messageId,
    });

  it('for good marks that address alone, ends its sequence, and keeps it from mail', async () => {
    const one = await aPitched();
    const neighbour = await aPitched({
      siteAddress: one.siteAddress,
      contactId: await aContact(owner, one.siteAddress, 'Cy Cole'),
    });
    await arrives(bounce(one, '5.1.1', '550 5.1.1 User unknown'));
    expect(await stateOf(one)).toBe('stopped bounced');
    expect(await stateOf(neighbour)).toBe('running');
    const { addresses } = (await owner.browser.get(`/contacts/${one.contactId}`)).body;
    expect(addresses[0].status).toBe('bounced');
    expect(await suppressed(one.address)).toMatchObject([{ reason: 'bounced', source: 'bounce' }]);
    expect((await conversationOf(one)).state).toBe('to_answer');
  });

  it('for now changes nothing until the third within thirty days', async () => {
    const one = await aPitched();
    for (const no of [1, 2]) {
      await arrives(bounce(one, '4.2.2', `452 4.2.2 Mailbox full ${no}`));
      expect(await stateOf(one)).toBe('running');
    }
    await arrives(bounce(one, '4.2.2', '452 4.2.2 Mailbox full 3'));
    expect(await stateOf(one)).toBe('stopped bounced');
  });

  it('of an address nobody wrote to, without an original of ours, does nothing', async () => {
    const contactId = await aContact(owner, 'never.example', 'Di Dale');
    await arrives(
      aBounce({
        to: MILA.address,
        recipient: 'di.dale@never.example',
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        originalId: 'made.up@never.example',
      }),
    );
    const { addresses } = (await owner.browser.get(`/contacts/${contactId}`)).body;
    expect(addresses[0].status).toBe('unknown');
    expect(await suppressed('di.dale@never.example')).toEqual([]);
  });

  it('because of us pauses the mailbox, not the recipient', async () => {
    const one = await aPitched();
    await arrives(
      bounce(one, '5.7.26', '550 5.7.26 Unauthenticated email is not accepted due to domain’s DMARC policy'),
    );
    expect((await owner.browser.get(`/mailboxes/${mailboxId}`)).body).toMatchObject({
      state: 'paused',
      pauseCode: 'sender_refused',
    });
    expect(await stateOf(one)).toBe('running');
    expect(await suppressed(one.address)).toEqual([]);
    expect((await owner.browser.post(`/mailboxes/${mailboxId}/resume`, {})).status).toBeLessThan(300);
  });
});

describe('words about being written to', () => {
  it('a clear request keeps the address from mail at once, with the sentence', async () => {
    const one = await aPitched();
    await arrives(answer(one, 'Please remove me from your list.'));
    expect(await stateOf(one)).toBe('stopped opted_out');
    expect(await suppressed(one.address)).toMatchObject([
      { reason: 'asked', source: 'reply', evidence: 'Please remove me from your list.' },
    ]);
  });

  it('no interest closes this pitch as declined and suppresses nobody', async () => {
    const one = await aPitched();
    await arrives(answer(one, 'We are not interested.'));
    expect((await owner.browser.get(`/pitches/${one.pitchId}`)).body).toMatchObject({
      outcome: 'lost',
      lossReason: 'declined',
    });
    expect(await suppressed(one.address)).toEqual([]);
  });

  it('a complaint keeps the address from mail', async () => {
    const one = await aPitched();
    const report = [
      'From: feedback@isp.example',
      `To: ${MILA.address}`,
      'Subject: Complaint',
      'Message-ID: <arf@isp.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=f',
      '',
      '--f',
      'Content-Type: text/plain',
      '',
      'An abuse report.',
      '--f',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Isp/1',
      'Version: 1',
      '',
      '--f',
      'Content-Type: message/rfc822',
      '',
      `From: ${MILA.address}`,
      `To: ${one.address}`,
      `Message-ID: <${one.first.messageId}>`,
      'Subject: hello',
      '',
      'text',
      '--f--',
      '',
    ];
    await arrives(report.join('\r\n'));
    expect(await suppressed(one.address)).toMatchObject([{ reason: 'complained', source: 'complaint' }]);
    expect(await stateOf(one)).toBe('stopped complained');
  });
});

describe('a correction', () => {
  it('of a bounce to an automatic reply takes back what it did, and that back again', async () => {
    const one = await aPitched();
    await arrives(
      aBounce({
        to: MILA.address,
        recipient: one.address,
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        originalId: one.first.messageId,
      }),
    );
    const mail = (await conversationOf(one)).messages.at(-1);
    const corrected = await owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, {
      kind: 'other',
    });
    expect(corrected.status).toBe(200);
    expect(corrected.body.messages.at(-1).correctedKind).toBe('other');
    expect(await suppressed(one.address)).toEqual([]);
    expect((await owner.browser.get(`/contacts/${one.contactId}`)).body.addresses[0].status).toBe('unknown');
    await owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, { kind: 'bounce' });
    expect(await suppressed(one.address)).toHaveLength(1);
  });

  it('of a reply lets the sequence go on that stood still', async () => {
    const one = await aPitched();
    await arrives(answer(one, 'Beep, this is a machine.'));
    const mail = (await conversationOf(one)).messages.at(-1);
    await owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, { kind: 'other' });
    expect(await stateOf(one)).toMatch(/^running/);
  });
});

describe('what nothing matches', () => {
  it('waits with suggestions, and a person’s match does what the mail means and teaches the sender', async () => {
    const one = await aPitched();
    const stranger = 'desk@herald.example';
    await arrives(
      aMail({
        from: stranger,
        to: MILA.address,
        subject: `Re: ${one.first.subject}`,
        text: 'We like it, says the desk.',
      }),
    );
    const { body } = await owner.browser.get('/conversations?state=unmatched');
    const unmatched = body.items.find((item: Answer['body']) => item.from.address === stranger);
    const { items } = (await owner.browser.get(`/conversations/${String(unmatched.id)}/suggestions`)).body;
    expect(items.length).toBeGreaterThan(0);
    expect(items[0].reasons).toContain('same_subject');
    expect(await stateOf(one)).toBe('running');
    const matched = await owner.browser.post(`/conversations/${String(unmatched.id)}/match`, {
      pitchId: one.pitchId,
      teach: true,
    });
    expect(matched.body).toMatchObject({ state: 'to_answer', pitchIds: [one.pitchId] });
    expect(await stateOf(one)).toBe('paused replied');
    await arrives(aMail({ from: stranger, to: MILA.address, subject: 'Another matter', text: 'And more.' }));
    const later = (await owner.browser.get('/conversations?search=another%20matter')).body.items[0];
    expect(later).toMatchObject({ state: 'to_answer' });
  });
});
