import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DnsMailRoutes, MailRoutes } from '../../src/platform/services/mail-routes.js';
import { finished } from '../builders/agency.js';
import { aNumberedContact } from '../builders/contacts.js';
import { DnsServer } from '../builders/dns-server.js';
import { startApp, type TestApp } from './app.js';
import { rowsOf } from './list-pages.js';
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

const aContact = (wish: object = {}, who = owner) => aNumberedContact(who, wish);
const get = async (id: string) => (await owner.browser.get(`/contacts/${id}`)).body;
const list = async (query: string, who: Person = owner) => (await who.browser.get(`/contacts?${query}`)).body;
const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

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
      const items = await rowsOf(owner, `/contacts?search=sort&sort=${sort}`, 2);
      expect(ids({ items })).toEqual(ids(whole));
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
