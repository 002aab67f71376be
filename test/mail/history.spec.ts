import { describe, expect, it } from '@jest/globals';
import { aContact } from '../builders/campaigns.js';
import type { Answer } from '../http/browser.js';
import { HostileDesk } from './hostile-desk.js';

const desk = HostileDesk.ofThisFile();

/** A header as a server tells it. */
function header(on: string, from: string, to: string): string {
  const person = (address: string): string => {
    const [box = '', host = ''] = address.split('@');
    return `((NIL NIL "${box}" "${host}"))`;
  };
  const sender = person(from);
  return `("${on}" "Hello" ${sender} ${sender} ${sender} ${person(to)} NIL NIL NIL "<${on.length}@x.example>")`;
}

describe('earlier mail', () => {
  it('is read once it is asked for, its headers alone: it fills the last touch, and offers a ground that a person records', async () => {
    await desk.connected();
    const us = 'team1@agency.example';
    const ann = await aContact(desk.owner, 'pond.example', 'Ann Potter');
    const bo = await aContact(desk.owner, 'lake.example', 'Bo Bell');
    const contact = async (id: string): Promise<Answer['body']> =>
      (await desk.owner.browser.get(`/contacts/${id}`)).body;
    const addressOf = async (id: string): Promise<string> => (await contact(id)).addresses[0].address;
    desk.imap.mails = [
      ['Mon, 02 Mar 2026 10:00:00 +0000', us, await addressOf(ann)],
      ['Tue, 03 Mar 2026 10:00:00 +0000', await addressOf(ann), us],
      ['Wed, 04 Mar 2026 10:00:00 +0000', us, await addressOf(bo)],
      ['Thu, 05 Mar 2026 10:00:00 +0000', 'nobody@known.example', us],
    ].map(([on = '', from = '', to = ''], no) => ({ uid: no + 1, raw: 'x', envelope: header(on, from, to) }));
    desk.imap.script = { uidNext: 1000 };
    const touches = async (siteKey: string): Promise<unknown[]> =>
      desk.app.database.asOwner(
        `select t.direction, t.at::date::text as on from touches t join sites s on s.id = t.site_id where s.site_key = $1 order by t.at`,
        [siteKey],
      );
    const isRead = async (): Promise<boolean> => (await desk.inbox())?.isPolled === true;
    await desk.readUntil(isRead);
    expect(desk.imap.transcript.filter((said) => said.includes('FETCH'))).toEqual([]);
    expect(await touches('pond.example')).toEqual([]);

    const asked = await desk.owner.browser.post(`/mailboxes/${desk.mailboxId}/read-history`, {
      allowed: true,
    });
    expect(asked.status).toBeLessThan(300);
    await desk.readUntil(async () => (await desk.shown()).historyState === 'done');
    const fetched = desk.imap.transcript.filter((said) => said.includes('FETCH'));
    expect(fetched).toEqual([expect.stringMatching(/^UID FETCH 1,2,3,4 \(UID ENVELOPE\)$/)]);
    expect(desk.imap.transcript.filter((said) => said.startsWith('UID SEARCH')).at(-1)).toContain(
      '20-Nov-2024',
    );
    expect(await touches('pond.example')).toEqual([
      { direction: 'out', on: '2026-03-02' },
      { direction: 'in', on: '2026-03-03' },
    ]);

    expect((await contact(bo)).proposedGround).toBeNull();
    const offered = await contact(ann);
    expect(offered.grounds).toEqual([]);
    expect(offered.proposedGround).toEqual({
      ground: 'ongoing_correspondence',
      evidenceOn: '2026-03-03',
      mailboxId: desk.mailboxId,
      mailboxAddress: us,
    });
    const { ground, evidenceOn } = offered.proposedGround;
    const recorded = await desk.owner.browser.post(`/contacts/${ann}/grounds`, {
      ground,
      evidenceOn,
      evidenceText: `Mail with ${us}`,
    });
    expect(recorded.body).toMatchObject({
      proposedGround: null,
      grounds: [{ ground: 'ongoing_correspondence', evidenceOn: '2026-03-03' }],
    });
    await desk.ended();
  });

  it('is not read where somebody said no', async () => {
    await desk.connected();
    desk.imap.mails = [
      {
        uid: 1,
        raw: 'x',
        envelope: header('Mon, 02 Mar 2026 10:00:00 +0000', 'a@pond.example', 'b@x.example'),
      },
    ];
    desk.imap.script = { uidNext: 1000 };
    await desk.owner.browser.post(`/mailboxes/${desk.mailboxId}/read-history`, { allowed: false });
    await desk.readUntil(async () => (await desk.inbox())?.isPolled === true);
    expect(desk.imap.transcript.filter((said) => said.includes('FETCH'))).toEqual([]);
    await desk.ended();
  });
});
