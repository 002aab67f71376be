import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DnsMailRoutes, MailRoutes } from '../../src/platform/services/mail-routes.js';
import { finished, made } from '../builders/agency.js';
import { DnsServer } from '../builders/dns-server.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let dns: DnsServer;
beforeAll(async () => {
  dns = await DnsServer.start({
    'mail.example': { mx: [{ priority: 10, exchange: 'mx.mail.example' }] },
    'null.example': { mx: [{ priority: 0, exchange: '.' }] },
    'web.example': { a: ['203.0.113.7'] },
    'bare.example': {},
    'broken.example': { fails: 'servfail' },
    'xn--bcher-kva.example': { mx: [{ priority: 1, exchange: 'mx.mail.example' }] },
    'mailinator.com': { mx: [{ priority: 1, exchange: 'mx.mailinator.com' }] },
  });
  const routes = new DnsMailRoutes({ servers: [dns.address], timeoutMs: 500, tries: 1 });
  app = await startApp({ ports: [[MailRoutes, routes]] });
  owner = await setUp(app);
});
afterAll(async () => {
  await app.close();
  await dns.close();
});

let people = 0;
/** Adds a contact; answers its detail. */
async function aContact(wish: Record<string, unknown> = {}, who: Person = owner) {
  people += 1;
  const address = `person${people}@mail.example`;
  const answer = await who.browser.post('/contacts', {
    name: `Person ${people}`,
    addresses: [{ address }],
    ...wish,
  });
  made(answer);
  return answer.body;
}

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

describe('addresses', () => {
  it.each([
    ['a@mail.example', 'valid', 'takes_mail'],
    ['b@null.example', 'invalid', 'null_mx'],
    ['c@web.example', 'risky', 'no_mx'],
    ['d@bare.example', 'invalid', 'no_mail_server'],
    ['e@nowhere.example', 'invalid', 'no_mail_server'],
    ['f@broken.example', 'unknown', 'could_not_tell'],
    ['g@bücher.example', 'valid', 'takes_mail'],
    ['h@mailinator.com', 'risky', 'disposable'],
  ])('%s: %s, %s', async (address, status, findingCode) => {
    const { id, addresses } = await aContact({ addresses: [{ address }] });
    const checked = await owner.browser.post(`/contact-addresses/${addresses[0].id}/check`);
    expect(checked.body).toMatchObject({ status, findingCode, checkedBy: 'check' });
    expect(await get(id)).toMatchObject({ mainAddressStatus: status, revision: 1 });
  });

  it('that bounced stay so until somebody says otherwise', async () => {
    const { addresses } = await aContact();
    const { id } = addresses[0];
    await owner.browser.patch(`/contact-addresses/${id}`, { status: 'bounced' });
    expect((await owner.browser.post(`/contact-addresses/${id}/check`)).body).toMatchObject({
      status: 'bounced',
      findingCode: 'takes_mail',
    });
  });

  it('of many contacts are checked in the background, each domain asked once', async () => {
    const site = { siteAddresses: ['https://many.example'] };
    const first = await aContact({ ...site, addresses: [{ address: 'x@null.example' }] });
    for (let no = 0; no < 3; no += 1) await aContact(site);
    const nobody = await aContact({ ...site, addresses: [] });
    dns.asked.length = 0;
    const filter = { siteId: first.places[0].siteId };
    const started = await owner.browser.post('/contacts/check-addresses', { filter });
    expect(started.status).toBe(202);
    expect(await finished(app, owner, started)).toMatchObject({
      state: 'done',
      total: 5,
      finished: 5,
    });
    expect(dns.asked.sort()).toEqual(['15 mail.example', '15 null.example']);
    expect(ids(await list(`siteId=${filter.siteId}&addressStatus=valid`))).toHaveLength(3);
    expect(ids(await list(`siteId=${filter.siteId}&addressStatus=invalid`))).toEqual([first.id]);
    expect(ids(await list(`siteId=${filter.siteId}&addressStatus=none`))).toEqual([nobody.id]);
    expect((await owner.browser.post('/contacts/check-addresses', {})).status).toBe(400);
  });
});

describe('the list of contacts', () => {
  it('is sorted and paged in every order', async () => {
    const names = ['Çelik Sort', 'anders sort', 'Bo Sort', 'Dee Sort', 'bo sort'];
    for (const name of names) await aContact({ name, siteAddresses: ['https://sorted.example'] });
    for (const sort of ['name', 'newest', 'updated']) {
      const whole = await list(`search=sort&sort=${sort}`);
      expect(whole).toMatchObject({ total: 5, totalIsExact: true, nextCursor: null });
      let cursor = '';
      const seen: string[] = [];
      do {
        const page = await list(`search=sort&sort=${sort}&limit=2${cursor}`);
        seen.push(...ids(page));
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(seen).toEqual(ids(whole));
    }
    const byName = (await list('search=sort&sort=name')).items.map((item: { name: string }) =>
      item.name.toLowerCase(),
    );
    expect(byName).toEqual(['anders sort', 'bo sort', 'bo sort', 'çelik sort', 'dee sort']);
    expect(ids(await list('search=%C3%A7elik'))).toEqual(ids(await list('search=celik%20s')));
    expect((await list('search=%25%25%25')).items).toEqual([]);
    expect((await owner.browser.get('/contacts?cursor=abc')).status).toBe(400);
  });

  it('is exported as CSV and XLSX, and no cell runs', async () => {
    await aContact({ name: '=HYPERLINK("x")', position: '+1', siteAddresses: ['https://export.example'] });
    const csv = await owner.browser.get('/contacts/export?search=hyperlink');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(String(csv.body)).toContain(`'=HYPERLINK`);
    const xlsx = await owner.browser.head('/contacts/export?search=hyperlink&format=xlsx');
    expect(xlsx.headers.get('content-disposition')).toContain('contacts.xlsx');
  });

  it('belongs to the whole workspace and to no other', async () => {
    const { id } = await aContact({ name: 'Private Person' });
    const other = await anotherWorkspace(app, 'Next Door');
    expect((await list('search=private', other)).items).toEqual([]);
    expect((await other.browser.get(`/contacts/${id}`)).status).toBe(404);
    const limited = await invite(app, owner, { role: 'member', clientIds: [] });
    expect(ids(await list('search=private', limited))).toEqual([id]);
  });
});
