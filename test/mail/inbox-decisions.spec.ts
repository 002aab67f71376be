import { describe, expect, it } from '@jest/globals';
import { aBounce, aMail } from '../builders/outreach.js';
import type { Answer } from '../http/browser.js';
import { answer, InboxDesk, MILA } from './inbox-desk.js';

const desk = InboxDesk.ofThisFile();

describe('words about being written to', () => {
  it('a clear request keeps the address from mail at once, with the sentence', async () => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'Please remove me from your list.'));
    expect(await desk.stateOf(one)).toBe('stopped opted_out');
    expect(await desk.suppressed(one.address)).toMatchObject([
      { reason: 'asked', source: 'reply', evidence: 'Please remove me from your list.' },
    ]);
  });

  it('the words our opt-out line asks for keep the address from mail, as it promises', async () => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'No thanks.'));
    expect(await desk.stateOf(one)).toBe('stopped opted_out');
    expect(await desk.suppressed(one.address)).toMatchObject([
      { reason: 'asked', source: 'reply', evidence: 'No thanks.' },
    ]);
    expect((await desk.conversationOf(one)).messages.at(-1).optOut.answer).toBe('clear');
  });

  it('no interest closes this pitch as declined and suppresses nobody', async () => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'We are not interested.'));
    expect((await desk.owner.browser.get(`/pitches/${one.pitchId}`)).body).toMatchObject({
      outcome: 'lost',
      lossReason: 'declined',
    });
    expect(await desk.suppressed(one.address)).toEqual([]);
  });

  it('a complaint keeps the address from mail', async () => {
    const one = await desk.aPitched();
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
    await desk.arrives(report.join('\r\n'));
    expect(await desk.suppressed(one.address)).toMatchObject([{ reason: 'complained', source: 'complaint' }]);
    expect(await desk.stateOf(one)).toBe('stopped complained');
  });
});

describe('a correction', () => {
  it('of a bounce to an automatic reply takes back what it did, and that back again', async () => {
    const one = await desk.aPitched();
    await desk.arrives(
      aBounce({
        to: MILA.address,
        recipient: one.address,
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        originalId: one.first.messageId,
      }),
    );
    const mail = (await desk.conversationOf(one)).messages.at(-1);
    const corrected = await desk.owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, {
      kind: 'other',
    });
    expect(corrected.status).toBe(200);
    expect(corrected.body.messages.at(-1).correctedKind).toBe('other');
    expect(await desk.suppressed(one.address)).toEqual([]);
    expect((await desk.owner.browser.get(`/contacts/${one.contactId}`)).body.addresses[0].status).toBe(
      'unknown',
    );
    await desk.owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, { kind: 'bounce' });
    expect(await desk.suppressed(one.address)).toHaveLength(1);
  });

  it('of a reply lets the sequence go on that stood still', async () => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'Beep, this is a machine.'));
    const mail = (await desk.conversationOf(one)).messages.at(-1);
    await desk.owner.browser.post(`/inbound-messages/${String(mail.id)}/correct`, { kind: 'other' });
    expect(await desk.stateOf(one)).toMatch(/^running/);
  });
});

describe('what nothing matches', () => {
  it('waits with suggestions, and a person’s match does what the mail means and teaches the sender', async () => {
    const one = await desk.aPitched();
    const stranger = 'desk@herald.example';
    await desk.arrives(
      aMail({
        from: stranger,
        to: MILA.address,
        subject: `Re: ${one.first.subject}`,
        text: 'We like it, says the desk.',
      }),
    );
    const { body } = await desk.owner.browser.get('/conversations?state=unmatched');
    const unmatched = body.items.find((item: Answer['body']) => item.from.address === stranger);
    const { items } = (await desk.owner.browser.get(`/conversations/${String(unmatched.id)}/suggestions`))
      .body;
    expect(items.length).toBeGreaterThan(0);
    expect(items[0].reasons).toContain('same_subject');
    expect(await desk.stateOf(one)).toBe('running');
    const matched = await desk.owner.browser.post(`/conversations/${String(unmatched.id)}/match`, {
      pitchId: one.pitchId,
      teach: true,
    });
    expect(matched.body).toMatchObject({ state: 'to_answer', pitchIds: [one.pitchId] });
    expect(await desk.stateOf(one)).toBe('paused replied');
    await desk.arrives(
      aMail({ from: stranger, to: MILA.address, subject: 'Another matter', text: 'And more.' }),
    );
    const later = (await desk.owner.browser.get('/conversations?search=another%20matter')).body.items[0];
    expect(later).toMatchObject({ state: 'to_answer' });
  });
});
