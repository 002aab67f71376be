import { describe, expect, it } from '@jest/globals';
import { aContact } from '../builders/campaigns.js';
import { aBounce, aMail, type Pitched, standing } from '../builders/outreach.js';
import type { Answer } from '../http/browser.js';
import { answer, InboxDesk, MILA } from './inbox-desk.js';

const desk = InboxDesk.ofThisFile();

/** The first mail to somebody as it lies in Sent, under this Message-ID. */
const ourFirst = ({ address, first: { subject } }: Pitched, messageId: string): string =>
  aMail({ from: MILA.address, to: address, subject, text: 'Hi Ann', messageId });

describe('a reply', () => {
  it('pauses the person, the sites of the conversation and their publisher, and nobody else', async () => {
    const publisher = await desk.owner.browser.post('/publishers', {
      name: 'Pond Media',
      siteAddresses: ['grid0.example', 'grid1.example'],
    });
    expect(publisher.status).toBe(201);
    const answered = await desk.aPitched({ siteAddress: 'grid0.example' });
    const grid: [string, Pitched, string][] = [
      [
        'the person at another site',
        await desk.aPitched({ contactId: answered.contactId }),
        'paused replied',
      ],
      [
        'a colleague at the site',
        await desk.aPitched({
          siteAddress: 'grid0.example',
          contactId: await aContact(desk.owner, 'grid0.example', 'Bo Bell'),
        }),
        'paused replied',
      ],
      [
        'another site of the publisher',
        await desk.aPitched({ siteAddress: 'grid1.example' }),
        'paused replied',
      ],
      ['a namesake elsewhere', await desk.aPitched({ name: 'Ann Potter' }), 'running'],
      ['a site of nobody', await desk.aPitched(), 'running'],
    ];
    await desk.arrives(answer(answered, 'Lovely idea, please send a draft.'));
    expect(await desk.stateOf(answered)).toBe('paused replied');
    const seen = await Promise.all(grid.map(async ([who, one]) => [who, await desk.stateOf(one)]));
    expect(seen).toEqual(grid.map(([who, , state]) => [who, state]));
  });

  it('stands in its conversation with its kind and rules, is a touch of the site, and makes it our turn', async () => {
    const one = await desk.aPitched();
    await desk.arrives(
      answer(
        one,
        `Yes please.\n\nOn Fri, 20 Nov 2026 at 10:00, Mila Berg <${MILA.address}> wrote:\n> Hi Ann`,
      ),
    );
    const conversation = await desk.conversationOf(one);
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
    const pitch = (await desk.owner.browser.get(`/pitches/${one.pitchId}`)).body;
    expect(pitch.status).toBe('waiting_us');
    const touches = (await desk.owner.browser.get(`/sites/${String(pitch.site?.id ?? pitch.siteId)}/touches`))
      .body.items;
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
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'Thank you, go ahead.', changes), folder);
    expect(await desk.stateOf(one)).toBe('paused replied');
    expect((await desk.conversationOf(one)).messages.at(-1)).toMatchObject({
      kind: 'reply',
      matchRule: rule,
      folder,
    });
  });

  it('is kept once when it lies in several folders', async () => {
    const one = await desk.aPitched();
    const raw = answer(one, 'Twice the same.');
    await desk.arrives(raw);
    await desk.arrives(raw, 'Archive');
    expect((await desk.conversationOf(one)).messages).toHaveLength(2);
  });
});

describe('what is no answer', () => {
  it('an automatic reply delays the next step to the day of return, and pauses nothing', async () => {
    const one = await desk.aPitched();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await desk.arrives(
      answer(one, 'I am out of the office until 7 December 2026.', {
        subject: `Automatic reply: ${one.first.subject}`,
        headers,
      }),
    );
    expect(await desk.stateOf(one)).toMatch(/^running/);
    expect((await desk.conversationOf(one)).messages.at(-1)).toMatchObject({
      kind: 'auto_reply',
      returnsOn: '2026-12-07',
    });
    const { steps } = await standing(desk.owner, one.enrollmentId);
    expect(
      String(steps.find((step: Answer['body']) => step.stepNo === 2).earliestAt ?? steps[1].dueAt),
    ).toMatch(/^2026-12-0[78]/);
  });

  it('the team’s own mail in Sent is none, and a colleague’s by hand stands in its thread', async () => {
    const one = await desk.aPitched();
    await desk.arrives(ourFirst(one, one.first.messageId), 'Sent');
    await desk.arrives(
      aMail({
        from: MILA.address,
        to: one.address,
        subject: `Re: ${one.first.subject}`,
        text: 'By hand',
        inReplyTo: one.first.messageId,
      }),
      'Sent',
    );
    expect(await desk.stateOf(one)).toBe('running');
    const conversation = await desk.conversationOf(one);
    expect(conversation.messages.map((mail: Answer['body']) => [mail.direction, mail.kind])).toEqual([
      ['out', null],
      ['out', 'own'],
    ]);
  });

  it('a provider’s own Message-ID is learned from Sent, and answers to it are ours', async () => {
    const one = await desk.aPitched();
    const renamed = `renamed-${desk.sites}@provider.example`;
    await desk.arrives(ourFirst(one, renamed), 'Sent');
    await desk.arrives(answer(one, 'Yes!', { inReplyTo: renamed, from: 'office@elsewhere.example' }));
    expect(await desk.stateOf(one)).toBe('paused replied');
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
    const one = await desk.aPitched();
    const neighbour = await desk.aPitched({
      siteAddress: one.siteAddress,
      contactId: await aContact(desk.owner, one.siteAddress, 'Cy Cole'),
    });
    await desk.arrives(bounce(one, '5.1.1', '550 5.1.1 User unknown'));
    expect(await desk.stateOf(one)).toBe('stopped bounced');
    expect(await desk.stateOf(neighbour)).toBe('running');
    const { addresses } = (await desk.owner.browser.get(`/contacts/${one.contactId}`)).body;
    expect(addresses[0].status).toBe('bounced');
    expect(await desk.suppressed(one.address)).toMatchObject([{ reason: 'bounced', source: 'bounce' }]);
    expect((await desk.conversationOf(one)).state).toBe('to_answer');
  });

  it('for now changes nothing until the third within thirty days', async () => {
    const one = await desk.aPitched();
    for (const no of [1, 2]) {
      await desk.arrives(bounce(one, '4.2.2', `452 4.2.2 Mailbox full ${no}`));
      expect(await desk.stateOf(one)).toBe('running');
    }
    await desk.arrives(bounce(one, '4.2.2', '452 4.2.2 Mailbox full 3'));
    expect(await desk.stateOf(one)).toBe('stopped bounced');
  });

  it('of an address nobody wrote to, without an original of ours, does nothing', async () => {
    const contactId = await aContact(desk.owner, 'never.example', 'Di Dale');
    await desk.arrives(
      aBounce({
        to: MILA.address,
        recipient: 'di.dale@never.example',
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        originalId: 'made.up@never.example',
      }),
    );
    const { addresses } = (await desk.owner.browser.get(`/contacts/${contactId}`)).body;
    expect(addresses[0].status).toBe('unknown');
    expect(await desk.suppressed('di.dale@never.example')).toEqual([]);
  });

  it('because of us pauses the mailbox, not the recipient', async () => {
    const one = await desk.aPitched();
    await desk.arrives(
      bounce(one, '5.7.26', '550 5.7.26 Unauthenticated email is not accepted due to domain’s DMARC policy'),
    );
    expect((await desk.owner.browser.get(`/mailboxes/${desk.mailboxId}`)).body).toMatchObject({
      state: 'paused',
      pauseCode: 'sender_refused',
    });
    expect(await desk.stateOf(one)).toBe('running');
    expect(await desk.suppressed(one.address)).toEqual([]);
    expect((await desk.owner.browser.post(`/mailboxes/${desk.mailboxId}/resume`, {})).status).toBeLessThan(
      300,
    );
  });
});
