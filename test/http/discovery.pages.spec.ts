import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoAddress } from '../../src/platform/fetch/demo-address.js';
import { finished, made } from '../builders/agency.js';
import { type LocalAnswer, LocalServer } from '../builders/local-server.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

const GAP_MS = 60;

/** Sites by host and path. What is not here is 404. */
const SITES: Readonly<Record<string, Readonly<Record<string, LocalAnswer>>>> = {
  'paper.demo.test': {
    '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /team' },
    '/': {
      body: `<nav><a href="/contact">Contact</a> <a href="/over-ons">Over ons</a> <a href="/adverteren">Adverteren</a> <a href="/team">Team</a>
        <a href="https://other.demo.test/contact">Contact elsewhere</a> <a href="/news">News</a></nav><p>Welcome to the paper.</p>`,
    },
    '/contact': {
      body: `<h1>Contact</h1><p>info@paper.demo.test</p><h3>Ann de Vries</h3><p>Hoofdredacteur</p>
        <p>ann [at] paper [punt] demo [punt] test</p><footer>gone@paper.demo.test</footer>`,
    },
    '/over-ons': { body: '<p>Over ons: <a href="mailto:ann@paper.demo.test">Ann</a></p>' },
    '/adverteren': {
      body: '<main><p>Adverteren? Mail Jan Jansen: <a href="mailto:ads@paper.demo.test">Jan Jansen</a></p></main>',
    },
    '/team': { body: '<p>secret@paper.demo.test</p>' },
  },
  'closed.demo.test': {
    '/robots.txt': { type: 'text/plain', body: 'User-agent: LinkledgerBot\nDisallow: /' },
    '/': { body: '<p>hidden@closed.demo.test</p>' },
  },
  'large.demo.test': {
    '/': {
      body: Array.from(
        { length: 30 },
        (_, no) =>
          `<a href="/contact/${no}">Contact ${no}</a><a href="/author/${no}">By</a><a href="/adverteren/${no}">x</a>`,
      ).join(''),
    },
    '/contact/0': { body: '<p>desk@large.demo.test</p>' },
  },
  'moved.demo.test': { '/': { status: 301, headers: { location: 'http://other.demo.test/' } } },
};

let app: TestApp;
let owner: Person;
let web: LocalServer;
beforeAll(async () => {
  web = await LocalServer.start(({ host, path }) => SITES[host]?.[path] ?? { status: 404, body: 'gone' });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_HOST_GAP_MS: String(GAP_MS) },
  });
  app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: web.port };
  owner = await setUp(app);
});
afterAll(async () => {
  await app.close();
  await web.close();
});

/** A site of the workspace, made by a contact at it. */
async function aSite(host: string): Promise<string> {
  const answer = await owner.browser.post('/contacts', {
    name: `Somebody at ${host}`,
    siteAddresses: [`https://${host}`],
  });
  made(answer);
  return answer.body.places[0].siteId;
}

async function find(siteId: string) {
  const job = await finished(app, owner, await owner.browser.post(`/sites/${siteId}/find-contacts`));
  expect(job.state).toBe('done');
  return job.result;
}

const proposals = async (query: string, who = owner) =>
  (await who.browser.get(`/contact-proposals?${query}`)).body;
const asked = (host: string) => web.log.filter((request) => request.host === host).map(({ path }) => path);

describe('contacts of a site', () => {
  let siteId: string;
  beforeAll(async () => {
    siteId = await aSite('paper.demo.test');
  });

  it('are proposed from its own pages, with the page as evidence', async () => {
    expect(await find(siteId)).toMatchObject({ end: 'read', proposed: 4 });
    const { items, total } = await proposals(`siteId=${siteId}`);
    expect(total).toBe(4);
    const byAddress = Object.fromEntries(items.map((item: { address: string }) => [item.address, item]));
    expect(byAddress['info@paper.demo.test']).toMatchObject({
      name: '',
      isGeneric: true,
      pageKind: 'contact',
      proposedGround: null,
    });
    expect(byAddress['ann@paper.demo.test']).toMatchObject({
      name: 'Ann de Vries',
      position: 'Hoofdredacteur',
      pageUrl: 'http://paper.demo.test/contact',
      isGeneric: false,
      proposedGround: null,
    });
    expect(byAddress['ann@paper.demo.test'].evidenceText).toContain(
      'Ann de Vries Hoofdredacteur ann [at] paper',
    );
    expect(byAddress['ads@paper.demo.test']).toMatchObject({
      name: 'Jan Jansen',
      proposedGround: 'published_for_purpose',
    });
  });

  it('are looked for politely: robots.txt first, one page after the other, no page that is closed', () => {
    expect(asked('paper.demo.test')).toEqual(['/robots.txt', '/', '/contact', '/adverteren', '/over-ons']);
    expect(asked('other.demo.test')).toEqual([]);
    const times = web.log.filter(({ host }) => host === 'paper.demo.test').map(({ at }) => at);
    for (const [no, at] of times.entries())
      if (no > 0) expect(at - (times[no - 1] ?? 0)).toBeGreaterThanOrEqual(GAP_MS - 5);
    expect(web.log[0]?.headers['user-agent']).toContain('LinkledgerBot');
  });

  it('are proposed once, however often one looks', async () => {
    expect(await find(siteId)).toMatchObject({ proposed: 0 });
    expect((await proposals(`siteId=${siteId}`)).total).toBe(4);
  });

  it('become contacts with the ground the page gives, when a person takes it', async () => {
    const { items } = await proposals(`siteId=${siteId}`);
    const ads = items.find((item: { address: string }) => item.address === 'ads@paper.demo.test');
    const accepted = await owner.browser.post(`/contact-proposals/${ads.id}/accept`, {
      takeGround: true,
      country: 'NL',
    });
    expect(accepted.body).toMatchObject({
      name: 'Jan Jansen',
      mainAddress: 'ads@paper.demo.test',
      places: [{ siteId }],
      ground: 'published_for_purpose',
      grounds: [{ evidenceUrl: 'http://paper.demo.test/adverteren', evidenceOn: '2026-11-20' }],
      mayMail: { answer: 'yes' },
    });
    const again = await owner.browser.post(`/contact-proposals/${ads.id}/accept`, {});
    expect(again.body.code).toBe('discovery.proposal_decided');
    const info = items.find((item: { address: string }) => item.address === 'info@paper.demo.test');
    const plain = await owner.browser.post(`/contact-proposals/${info.id}/accept`, {
      name: 'Desk',
      takeGround: true,
    });
    expect(plain.body).toMatchObject({ name: 'Desk', ground: null });
    const other = items.find((item: { address: string }) => item.address === 'gone@paper.demo.test');
    expect((await owner.browser.post(`/contact-proposals/${other.id}/dismiss`)).body).toMatchObject({
      state: 'dismissed',
    });
    expect((await proposals(`siteId=${siteId}`)).total).toBe(1);
    expect((await proposals(`siteId=${siteId}&state=accepted`)).total).toBe(2);
  });

  it('who were erased are never proposed again', async () => {
    const { items } = (await owner.browser.get('/contacts?search=ads@paper')).body;
    await owner.browser.post(`/contacts/${items[0].id}/erase`);
    await find(siteId);
    const states = await Promise.all(
      ['open', 'accepted', 'dismissed'].map((state) => proposals(`siteId=${siteId}&state=${state}`)),
    );
    expect(JSON.stringify(states)).not.toContain('ads@paper');
  });
});

describe('a site', () => {
  it('that lets our agent in nowhere is not read', async () => {
    const siteId = await aSite('closed.demo.test');
    expect(await find(siteId)).toMatchObject({ end: 'robots_denied', proposed: 0 });
    expect(asked('closed.demo.test')).toEqual(['/robots.txt']);
  });

  it('is asked for eight pages at most, and no page is guessed', async () => {
    const siteId = await aSite('large.demo.test');
    expect(await find(siteId)).toMatchObject({ end: 'read', proposed: 1 });
    expect(asked('large.demo.test').filter((path) => path !== '/robots.txt').length).toBeLessThanOrEqual(8);
  });

  it('that leads to another one is left alone', async () => {
    expect(await find(await aSite('moved.demo.test'))).toMatchObject({ end: 'left_site', found: 0 });
    expect(asked('other.demo.test')).toEqual([]);
  });

  it('that is not there is told so', async () => {
    app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: 1 };
    expect(await find(await aSite('down.demo.test'))).toMatchObject({ end: 'unreachable', pages: [] });
    app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: web.port };
  });

  it('of another workspace, or nobody knows, is not found', async () => {
    const siteId = await aSite('paper.demo.test');
    const other = await anotherWorkspace(app, 'Elsewhere');
    expect((await other.browser.post(`/sites/${siteId}/find-contacts`)).status).toBe(404);
    expect((await proposals('state=accepted', other)).items).toEqual([]);
    const viewer = await invite(app, owner, { role: 'viewer' });
    expect((await viewer.browser.post(`/sites/${siteId}/find-contacts`)).status).toBe(403);
  });
});
