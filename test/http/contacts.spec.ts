import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aNumberedContact } from '../builders/contacts.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const aContact = (wish: object = {}, who = owner) => aNumberedContact(who, wish);
const get = async (id: string) => (await owner.browser.get(`/contacts/${id}`)).body;
const list = async (query: string, who: Person = owner) => (await who.browser.get(`/contacts?${query}`)).body;
const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

describe('a contact', () => {
  it('has addresses, places, a language and a form of address', async () => {
    const contact = await aContact({
      name: 'Ann  de Vries',
      firstName: 'Ann',
      lastName: 'de Vries',
      addresses: [{ address: 'second@Bücher.example' }, { address: 'Ann@Mail.example', isMain: true }],
      siteAddresses: ['https://www.paper.nl/about', 'http://magazine.nl'],
      role: 'Editor',
      language: 'nl',
      formOfAddress: 'informal',
      timeZone: 'Europe/Amsterdam',
    });
    expect(contact).toMatchObject({
      name: 'Ann de Vries',
      mainAddress: 'Ann@mail.example',
      mainAddressStatus: 'unknown',
      addressCount: 2,
      formOfAddress: 'informal',
      placeCount: 2,
      places: [{ label: 'paper.nl', role: 'Editor', isFormer: false }, { label: 'magazine.nl' }],
      hints: { language: null, country: 'NL' },
      mayMail: { answer: 'ask', code: 'country_unknown' },
      warnings: [],
      revision: 1,
    });
    expect(await get(contact.id)).toEqual(contact);
  });

  it.each([
    [{}, 422, 'contact.nameless'],
    [{ name: ' ' }, 422, 'contact.nameless'],
    [{ name: 'A', addresses: [{ address: 'a b@mail.example' }] }, 422, 'contact.address_invalid'],
    [
      { name: 'A', addresses: [{ address: 'a@mail.example, b@mail.example' }] },
      422,
      'contact.address_invalid',
    ],
    [
      { name: 'A', addresses: [{ address: 'a@mail.example\r\nBcc: x@mail.example' }] },
      422,
      'contact.address_invalid',
    ],
    [{ name: 'A', siteIds: ['01930000-0000-7000-8000-000000000000'] }, 422, 'contact.site_not_found'],
    [{ name: 'A', publisherId: '01930000-0000-7000-8000-000000000000' }, 422, 'contact.publisher_not_found'],
    [{ name: 'A', ground: { ground: 'other' } }, 422, 'contact.ground_words_needed'],
    [{ name: 'A', language: 'nld' }, 400, 'request.invalid'],
    [{ name: 'A', timeZone: 'Mars/Olympus' }, 400, 'request.invalid'],
    [{ name: 'A', isFormer: true }, 400, 'request.invalid'],
  ])('is refused: %j', async (wish, status, code) => {
    const answer = await owner.browser.post('/contacts', wish);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('whose address somebody has is refused with that contact', async () => {
    const { id } = await aContact({ addresses: [{ address: 'taken@mail.example' }] });
    const again = await owner.browser.post('/contacts', { addresses: [{ address: 'TAKEN@mail.example' }] });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'contact.address_taken', params: { id } });
    const other = await aContact();
    const added = await owner.browser.post(`/contacts/${other.id}/addresses`, {
      address: 'taken@mail.example',
    });
    expect(added.body).toMatchObject({ code: 'contact.address_taken', params: { id } });
  });

  it('named like another at the same site is added with a warning', async () => {
    const wish = { name: 'Zoë Alike', addresses: [], siteAddresses: ['https://alike.example'] };
    const { id } = await aContact(wish);
    const second = await aContact({ ...wish, name: 'zoe alike' });
    expect(second.id).not.toBe(id);
    expect(second.warnings).toEqual([{ code: 'name_alike', contactId: id, name: 'Zoë Alike' }]);
    expect((await aContact({ ...wish, siteAddresses: ['https://else.example'] })).warnings).toEqual([]);
  });

  it('changes by its revision, and a stale one is refused', async () => {
    const { id } = await aContact({ language: 'nl' });
    const first = await owner.browser.patch(`/contacts/${id}`, {
      revision: 1,
      name: 'Changed',
      language: null,
    });
    expect(first.body).toMatchObject({ name: 'Changed', language: null, revision: 2 });
    const stale = await owner.browser.patch(`/contacts/${id}`, { revision: 1, notes: 'late' });
    expect([stale.status, stale.body.code]).toEqual([409, 'contact.changed_meanwhile']);
    expect(ids(await list('search=changed'))).toContain(id);
  });

  it('keeps one main address, whatever comes and goes', async () => {
    const { id, addresses } = await aContact({ addresses: [{ address: 'main@mail.example' }] });
    const two = await owner.browser.post(`/contacts/${id}/addresses`, {
      address: 'two@mail.example',
      isMain: true,
    });
    expect(two.body).toMatchObject({ mainAddress: 'two@mail.example', addressCount: 2 });
    const [second] = two.body.addresses;
    expect((await owner.browser.delete(`/contact-addresses/${second.id}`)).body).toMatchObject({
      mainAddress: 'main@mail.example',
      addresses: [{ id: addresses[0].id, isMain: true }],
    });
    expect((await owner.browser.delete(`/contact-addresses/${second.id}`)).status).toBe(404);
    expect(ids(await list('search=two@mail.example'))).toEqual([]);
    await aContact({ addresses: [{ address: 'two@mail.example' }] });
  });

  it('leaves a place and comes back to it', async () => {
    const { id, places } = await aContact({ siteAddresses: ['https://leave.example'] });
    const siteId = places[0].siteId;
    const ended = await owner.browser.post(`/contact-places/${places[0].id}/end`);
    expect(ended.body).toMatchObject({ isFormer: true, places: [{ isFormer: true, untilOn: '2026-11-20' }] });
    expect(ids(await list(`siteId=${siteId}&status=former`))).toEqual([id]);
    expect(ids(await list(`siteId=${siteId}&status=current`))).toEqual([]);
    const back = await owner.browser.post(`/contacts/${id}/places`, {
      siteAddress: 'leave.example',
      role: 'Chief',
    });
    expect(back.body).toMatchObject({
      isFormer: false,
      places: [{ id: places[0].id, role: 'Chief', untilOn: null }],
    });
    const twice = await owner.browser.post(`/contacts/${id}/places`, { siteId });
    expect(twice.body.code).toBe('contact.place_known');
  });

  it('is put away and comes back', async () => {
    const { id } = await aContact({ name: 'Archie Putaway' });
    expect((await owner.browser.post(`/contacts/${id}/archive`)).body.archivedAt).not.toBeNull();
    expect(ids(await list('search=putaway'))).toEqual([]);
    expect(ids(await list('search=putaway&archived=true'))).toEqual([id]);
    expect((await owner.browser.patch(`/contacts/${id}`, { revision: 2, notes: 'x' })).body.code).toBe(
      'contact.archived',
    );
    expect((await owner.browser.post(`/contacts/${id}/restore`)).body).toMatchObject({ archivedAt: null });
  });
});

describe('the ground for mailing', () => {
  it('is asked for where the country says so, and holds with its evidence', async () => {
    const { id } = await aContact({ country: 'NL' });
    expect((await get(id)).mayMail).toEqual({ answer: 'no', code: 'ground_missing' });
    await owner.browser.post(`/contacts/${id}/grounds`, { ground: 'consent' });
    expect((await get(id)).mayMail).toEqual({ answer: 'ask', code: 'evidence_missing' });
    const proven = await owner.browser.post(`/contacts/${id}/grounds`, {
      ground: 'published_for_purpose',
      evidenceUrl: 'https://paper.example/write-for-us',
      evidenceOn: '2026-11-01',
    });
    expect(proven.body).toMatchObject({
      ground: 'published_for_purpose',
      mayMail: { answer: 'yes', code: 'has_ground' },
    });
    const [newest] = proven.body.grounds;
    expect(newest).toMatchObject({ recordedByName: 'Olga Owner', evidenceOn: '2026-11-01' });
    const withdrawn = await owner.browser.post(`/contact-grounds/${newest.id}/withdraw`);
    expect(withdrawn.body).toMatchObject({
      ground: 'consent',
      grounds: [{ withdrawnReason: 'by_hand' }, {}],
    });
    expect(ids(await list('ground=consent'))).toContain(id);
    expect(ids(await list('ground=missing'))).not.toContain(id);
  });

  it('ends for ever with an objection, and the address is kept from mail', async () => {
    const { id } = await aContact({
      addresses: [{ address: 'stop@mail.example' }],
      ground: { ground: 'existing_customer' },
    });
    const answer = await owner.browser.post(`/contacts/${id}/objected`, { note: 'by phone' });
    expect(answer.body).toMatchObject({
      ground: null,
      mayMail: { answer: 'no', code: 'objected' },
      grounds: [{ withdrawnReason: 'objected' }],
    });
    const kept = await app.database.asOwner(
      'select reason, address, note from suppressions where address = $1',
      ['stop@mail.example'],
    );
    expect(kept).toEqual([{ reason: 'objected', address: 'stop@mail.example', note: 'by phone' }]);
  });
});

describe('a new owner of a site', () => {
  it('makes its contacts former and asks their grounds anew, and an undo puts all back', async () => {
    const ground = { ground: 'existing_customer' };
    const only = await aContact({ siteAddresses: ['https://sold.example'], ground });
    const both = await aContact({ siteAddresses: ['https://sold.example', 'https://kept.example'], ground });
    const siteId = only.places[0].siteId;
    const changed = await owner.browser.post(`/sites/${siteId}/new-owner`, {
      publisherName: 'Big Media',
      sinceOn: '2026-11-01',
    });
    expect(changed.status).toBeLessThan(300);
    expect(await get(only.id)).toMatchObject({
      isFormer: true,
      ground: null,
      places: [{ isFormer: true, untilOn: '2026-11-01' }],
      grounds: [{ withdrawnReason: 'new_owner' }],
    });
    expect(await get(both.id)).toMatchObject({
      isFormer: false,
      ground: 'existing_customer',
      places: [{ label: 'kept.example' }, { isFormer: true }],
    });
    await owner.browser.post(`/sites/${siteId}/new-owner/undo`);
    const plain = ({ revision: _, updatedAt: __, ...contact }: Record<string, unknown>) => contact;
    expect(plain(await get(only.id))).toEqual(plain(only));
    expect(plain(await get(both.id))).toEqual(plain(both));
  });
});

describe('an erased person', () => {
  it('is gone from everywhere but a hash, and never comes back', async () => {
    const { id } = await aContact({
      name: 'Erasmus Canary',
      position: 'Canary keeper',
      notes: 'canary notes',
      addresses: [{ address: 'canary@mail.example' }, { address: 'canary2@mail.example' }],
      ground: { ground: 'other', evidenceText: 'canary words' },
    });
    const gone = await owner.browser.post(`/contacts/${id}/erase`);
    expect(gone.body).toMatchObject({
      name: '',
      notes: '',
      addresses: [],
      grounds: [],
      mayMail: { code: 'erased' },
    });
    const tables = [
      'contacts',
      'contact_addresses',
      'contact_grounds',
      'contact_places',
      'suppressions',
      'events',
      'audit_events',
    ];
    for (const table of tables) {
      const found = await app.database.asOwner(
        `select 1 from ${table} t where to_jsonb(t)::text ilike '%canary%'`,
      );
      expect([table, found]).toEqual([table, []]);
    }
    expect(
      await app.database.asOwner('select 1 from suppressions where address is null and lifted_at is null'),
    ).toHaveLength(2);
    const again = await owner.browser.post('/contacts', { addresses: [{ address: 'Canary2@mail.example' }] });
    expect(again.body.code).toBe('contact.address_erased');
    expect(
      (await owner.browser.post(`/contacts/${id}/addresses`, { address: 'new@mail.example' })).body.code,
    ).toBe('contact.erased');
    expect((await owner.browser.post(`/contacts/${id}/erase`)).status).toBe(200);
  });
});
