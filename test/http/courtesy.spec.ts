import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, type MadeBrand, made } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let shop: MadeBrand;
let other: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  shop = await aBrand(owner, 'shop');
  other = await aBrand(owner, 'other');
});
afterAll(() => app.close());

const list = async (query = '', who: Person = owner): Promise<Answer['body']> =>
  (await who.browser.get(`/suppressions?${query}`)).body;
const suppress = (wish: Record<string, unknown>, who: Person = owner): Promise<Answer> =>
  who.browser.post('/suppressions', { reason: 'own_choice', ...wish });
const upload = (text: string, fields: Record<string, string> = {}): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ provenance: 'Export of the old tool', ...fields }))
    form.set(name, value);
  form.set('file', new Blob([text]), 'list.csv');
  return member.browser.send('POST', '/suppressions/import', { raw: form });
};

describe('the do-not-contact list', () => {
  it('says where an entry comes from, what it rests on and for whom it holds', async () => {
    const words = { evidence: 'Please no mail about shoes.', note: 'by phone' };
    const entry = await suppress({ address: 'Ed@Paper.example', clientId: shop.clientId, ...words }, member);
    expect(entry.body).toMatchObject({
      address: 'ed@paper.example',
      clientId: shop.clientId,
      clientName: 'Client shop',
      source: 'by_hand',
      createdByName: expect.stringContaining('member'),
      liftNeedsManager: false,
      ...words,
    });
    expect((await list(`clientId=${shop.clientId}`)).items).toHaveLength(1);
    expect((await list('clientId=none&search=ed@paper')).items).toEqual([]);
  });

  it('holds for one client alone where it says so', async () => {
    const site = made(await suppress({ siteAddress: 'shy.example', clientId: shop.clientId }));
    expect(site).toEqual(expect.any(String));
    const { siteId } = (await list('search=shy.example')).items[0];
    const asked = async (clientId: string): Promise<string[]> =>
      (await owner.browser.get(`/sites/${String(siteId)}/conflict?clientId=${clientId}`)).body.reasons;
    expect(await asked(shop.clientId)).toContain('do_not_contact');
    expect(await asked(other.clientId)).not.toContain('do_not_contact');
    const prospect = await owner.browser.post('/prospects', { address: 'shy.example' });
    expect((await owner.browser.get(`/prospects/${made(prospect)}`)).body.doNotContact).toBe(false);
    made(await suppress({ siteAddress: 'shy.example' }));
    expect((await owner.browser.get(`/prospects/${made(prospect)}`)).body.doNotContact).toBe(true);
  });

  it('is not shown to members of other clients where it holds for one', async () => {
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    expect((await list('search=ed@paper', limited)).items).toEqual([]);
    const wish = { address: 'x@paper.example', clientId: shop.clientId };
    expect((await suppress(wish, limited)).status).toBe(404);
  });

  it.each(['gmail.com', 'https://www.outlook.com/mail'])(
    'takes no whole domain of free mail: %s',
    async (siteAddress) => {
      const refused = await suppress({ siteAddress });
      expect([refused.status, refused.body.code]).toEqual([422, 'suppression.free_mail']);
      expect((await list('search=gmail')).items).toEqual([]);
    },
  );

  it.each([
    ['bounced', 204],
    ['asked', 403],
    ['objected', 403],
  ])(
    'an entry because of "%s" is answered %i when a member lifts it, and a reason is needed',
    async (reason, status) => {
      const id = made(await suppress({ address: `${reason}@paper.example`, reason }));
      expect((await member.browser.post(`/suppressions/${id}/lift`, {})).status).toBe(400);
      expect(
        (await member.browser.post(`/suppressions/${id}/lift`, { reason: 'They answered.' })).status,
      ).toBe(status);
      if (status === 403)
        expect(
          (await owner.browser.post(`/suppressions/${id}/lift`, { reason: 'They asked for it.' })).status,
        ).toBe(204);
      const [row] = await app.database.asOwner<{ lift_reason: string }>(
        'select lift_reason from suppressions where id = $1',
        [id],
      );
      expect(row?.lift_reason).toMatch(/^They/);
    },
  );

  it('gets the person’s own wish where an entry stood for another reason', async () => {
    const contact = await owner.browser.post('/contacts', {
      name: 'Ob',
      addresses: [{ address: 'ob@paper.example' }],
    });
    made(await suppress({ address: 'ob@paper.example', reason: 'bounced' }));
    await owner.browser.post(`/contacts/${made(contact)}/objected`, { note: 'letter' });
    expect((await list('search=ob@paper')).items).toMatchObject([
      { reason: 'objected', liftNeedsManager: true },
    ]);
  });

  it('is told on the timeline of the contact', async () => {
    const id = made(
      await owner.browser.post('/contacts', { name: 'Tim', addresses: [{ address: 'tim@paper.example' }] }),
    );
    made(await suppress({ address: 'tim@paper.example' }));
    const { items } = (await owner.browser.get(`/timelines/contact/${id}`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('suppression.added');
  });
});

describe('a list of another tool', () => {
  const LINES = [
    'email;reason;note',
    'One@Old.example;unsubscribed;in March',
    'two@old.example;bounce;',
    'nonsense;;',
    'domain.example;;',
    'gmail.com;;',
    'three@old.example;whim;',
    'one@old.example;;again',
  ];

  it('is taken with its provenance, and what cannot be taken is named by its line', async () => {
    const { status, body } = await upload(LINES.join('\r\n'));
    expect([status, body]).toMatchObject([
      200,
      {
        rows: 7,
        added: 3,
        known: 1,
        refused: 3,
        errors: [
          { lineNo: 4, code: 'not_an_address', text: 'nonsense' },
          { lineNo: 6, code: 'free_mail_domain', text: 'gmail.com' },
          { lineNo: 7, code: 'unknown_reason', text: 'whim' },
        ],
      },
    ]);
    const { items } = await list('source=imported');
    expect(items).toHaveLength(3);
    expect(items.find(({ address }: { address: string }) => address === 'one@old.example')).toMatchObject({
      reason: 'asked',
      note: 'in March',
      evidence: 'Export of the old tool',
    });
    expect((await upload(LINES.join('\n'))).body).toMatchObject({ added: 0, known: 4 });
  });

  it.each([
    ['a picture', '\u0000\u0001PNG'],
    ['nothing', ''],
  ])('is refused when it is %s', async (_, text) => {
    expect((await upload(text)).body.code).toMatch(/suppression\.file_unreadable|request\.invalid/);
  });

  it('needs to say where it comes from', async () => {
    expect((await upload('a@old.example', { provenance: ' ' })).status).toBe(400);
  });
});

describe('whether somebody may be mailed', () => {
  it('is the do-not-contact list first, then ground and country, in words', async () => {
    const address = 'may@paper.example';
    const id = made(
      await owner.browser.post('/contacts', { name: 'May', country: 'NL', addresses: [{ address }] }),
    );
    const ask = async (query = ''): Promise<Answer['body']> =>
      (await owner.browser.get(`/contacts/${id}/may-mail${query}`)).body;
    expect(await ask()).toMatchObject({ answer: 'no', code: 'ground_missing', ground: null, country: 'NL' });
    const ground = {
      ground: 'published_for_purpose',
      evidenceUrl: 'https://paper.example/write-for-us',
      evidenceOn: '2026-11-01',
    };
    await owner.browser.post(`/contacts/${id}/grounds`, ground);
    expect(await ask()).toMatchObject({ answer: 'yes', code: 'has_ground', ground });
    made(await suppress({ address, clientId: shop.clientId }));
    expect(await ask(`?clientId=${other.clientId}`)).toMatchObject({ answer: 'yes' });
    expect(await ask(`?clientId=${shop.clientId}`)).toMatchObject({
      answer: 'no',
      code: 'suppressed',
      suppressionReason: 'own_choice',
    });
  });

  it('is no for every address at a site that is on the list', async () => {
    made(await suppress({ siteAddress: 'closed.example' }));
    const wish = { name: 'In', addresses: [{ address: 'in@mail.closed.example' }] };
    const id = made(await owner.browser.post('/contacts', wish));
    expect((await owner.browser.get(`/contacts/${id}/may-mail`)).body.code).toBe('suppressed');
  });
});
