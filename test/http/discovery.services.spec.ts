import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { finished, made } from '../builders/agency.js';
import { type LocalAnswer, LocalServer, type LoggedRequest } from '../builders/local-server.js';
import { SERVICE_ANSWERS } from '../builders/service-answers.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

/** Keys of this run: none of them may be found anywhere. */
const KEYS = {
  hunter: 'hunter-canary-8d2f61c04b7a',
  ahrefs: 'ahrefs-canary-3b9e70d15c8f',
  moz: 'mozid-canary:moz-secret-canary-51a7',
  search: 'search-canary-c6f0284e9d13',
} as const;
type Service = keyof typeof KEYS;

let app: TestApp;
let owner: Person;
let services: LocalServer;
let answers: (request: LoggedRequest) => LocalAnswer;
let folder: string;
let siteId: string;

const documented = ({ path }: LoggedRequest): LocalAnswer => {
  const body = SERVICE_ANSWERS[path.split('?')[0] ?? ''];
  return body === undefined
    ? { status: 404, body: '{}' }
    : {
        type: 'application/json',
        body: JSON.stringify(body),
        headers: {
          'x-ratelimit-limit': '1, 15000',
          'x-ratelimit-remaining': '1, 14200',
          'x-ratelimit-reset': '1, 1419704',
        },
      };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linkledger-services-'));
  services = await LocalServer.start((request) => answers(request));
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_DATA_DIR: folder } });
  owner = await setUp(app);
  const contact = await owner.browser.post('/contacts', {
    name: 'At paper',
    siteAddresses: ['https://paper.example'],
  });
  made(contact);
  siteId = contact.body.places[0].siteId;
});
beforeEach(() => {
  answers = documented;
  services.log.length = 0;
});
afterAll(async () => {
  await app.close();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

const setKey = (service: Service, who = owner) =>
  who.browser.put(`/service-keys/${service}`, { key: KEYS[service], baseUrl: `${services.url}/${service}` });

describe('keys of services', () => {
  it('are kept sealed and never told again', async () => {
    const set = await setKey('hunter');
    expect(set.body).toEqual({
      service: 'hunter',
      isSet: true,
      hint: '4b7a',
      baseUrl: `${services.url}/hunter`,
      createdAt: '2026-11-20T09:00:00.000Z',
      lastUsedAt: null,
      lastErrorCode: null,
    });
    for (const service of ['ahrefs', 'moz', 'search'] as const) await setKey(service);
    expect(statSync(join(folder, 'keyring.json')).mode & 0o777).toBe(0o600);
    const listed = await owner.browser.get('/service-keys');
    expect(listed.body.items.map((item: { isSet: boolean }) => item.isSet)).toEqual([true, true, true, true]);
    const tables = ['service_keys', 'events', 'audit_events', 'idempotency_keys'];
    for (const table of tables) {
      const found = await app.database.asOwner(
        `select 1 from ${table} t where to_jsonb(t)::text like '%canary%'`,
      );
      expect([table, found]).toEqual([table, []]);
    }
    expect(
      JSON.stringify([set.body, listed.body, (await owner.browser.get('/audit-events')).body]),
    ).not.toContain('canary');
  });

  it('are for managers; others see only which services there are', async () => {
    const member = await invite(app, owner, { role: 'member' });
    expect((await member.browser.get('/service-keys')).status).toBe(403);
    expect((await setKey('moz', member)).status).toBe(403);
    expect((await member.browser.get('/services')).body.items).toContainEqual({
      service: 'moz',
      isSet: true,
    });
    const other = await anotherWorkspace(app, 'Keyless');
    expect((await other.browser.get('/service-keys/hunter')).body.isSet).toBe(false);
    const refused = await other.browser.post('/search', { words: 'locks' });
    expect([refused.status, refused.body.code]).toEqual([409, 'discovery.no_key']);
  });

  it.each([
    ['nobody', 404],
    ['constructor', 404],
  ])('of a service called %s are not there', async (service, status) => {
    expect((await owner.browser.get(`/service-keys/${service}`)).status).toBe(status);
    expect((await owner.browser.post(`/service-keys/${service}/test`)).status).toBe(status);
  });

  it.each([
    ['hunter', { used: 120, limit: 500, remaining: 380, resetsAt: '2026-12-01' }],
    ['ahrefs', { used: 250000, limit: 1000000, remaining: 750000, resetsAt: '2026-12-01T00:00:00Z' }],
    ['moz', null],
    ['search', { used: 800, limit: 15000, remaining: 14200, resetsAt: 'PT1419704S' }],
  ])('of %s are tested, and the quota is told', async (service, quota) => {
    const tested = await owner.browser.post(`/service-keys/${service}/test`);
    expect(tested.body).toEqual({ isAccepted: true, code: null, message: null, quota });
  });

  it('travel in headers alone', async () => {
    for (const service of ['hunter', 'ahrefs', 'moz', 'search'])
      await owner.browser.post(`/service-keys/${service}/test`);
    expect(services.log.map(({ path, body }) => path + body).join(' ')).not.toContain('canary');
    const [hunter, ahrefs, moz, search] = services.log.map(({ headers }) => headers);
    expect(hunter?.['x-api-key']).toBe(KEYS.hunter);
    expect(ahrefs?.['authorization']).toBe(`Bearer ${KEYS.ahrefs}`);
    expect(moz?.['authorization']).toBe(`Basic ${Buffer.from(KEYS.moz).toString('base64')}`);
    expect(search?.['x-subscription-token']).toBe(KEYS.search);
  });
});

describe('a service', () => {
  it.each([
    [
      'ahrefs',
      [
        { metric: 'domain_rating', value: 71.5 },
        { metric: 'ahrefs_rank', value: 15231 },
      ],
    ],
    [
      'moz',
      [
        { metric: 'domain_authority', value: 55 },
        { metric: 'page_authority', value: 48 },
      ],
    ],
  ])('%s measures a site, and the figures are kept', async (service, figures) => {
    const measured = await owner.browser.post(`/sites/${siteId}/measure`, { service });
    expect(measured.body.items).toEqual(
      figures.map((figure) => ({ source: service, measuredOn: '2026-11-20', ...figure })),
    );
    const { latest } = (await owner.browser.get(`/sites/${siteId}/metrics`)).body;
    for (const figure of figures)
      expect(latest).toContainEqual(expect.objectContaining({ source: service, ...figure }));
  });

  it('hunter verifies an address, and its word is kept', async () => {
    const contact = await owner.browser.post('/contacts', {
      name: 'The desk',
      addresses: [{ address: 'desk@paper.example' }],
    });
    const verified = await owner.browser.post(`/contact-addresses/${contact.body.addresses[0].id}/verify`);
    expect(verified.body).toMatchObject({
      status: 'risky',
      findingCode: 'verifier_accept_all',
      checkedBy: 'hunter',
    });
    expect(services.log[0]?.path).toBe('/hunter/email-verifier?email=desk%40paper.example');
  });

  it('searches the web, and says which sites are known', async () => {
    const found = await owner.browser.post('/search', { words: ' lock keepers ' });
    expect(found.body.items).toEqual([
      {
        url: 'https://www.paper.example/locks',
        title: 'A paper',
        description: 'About locks',
        siteKey: 'paper.example',
        displayHost: 'paper.example',
        siteId,
      },
      {
        url: 'https://blog.new.example/',
        title: 'New',
        description: '',
        siteKey: 'new.example',
        displayHost: 'new.example',
        siteId: null,
      },
    ]);
    expect(services.log[0]?.path).toBe('/search/web/search?q=lock+keepers&count=20');
  });

  it('names people of a domain, who are proposed beside those of the pages', async () => {
    const started = await owner.browser.post(`/sites/${siteId}/find-contacts`, { services: ['hunter'] });
    const job = await finished(app, owner, started);
    expect(job).toMatchObject({ state: 'done', result: { hunter: 2, proposed: 1 } });
    const { items } = (await owner.browser.get(`/contact-proposals?siteId=${siteId}`)).body;
    expect(items).toMatchObject([
      {
        name: 'Jane Roe',
        position: 'Editor',
        address: 'Jane@paper.example',
        foundBy: 'hunter',
        confidence: 92,
        pageUrl: 'https://paper.example/team',
        proposedGround: null,
      },
    ]);
  });

  it.each<[string, Service, LocalAnswer, number, string, string | null]>([
    ['a wrong key', 'search', { status: 401 }, 409, 'discovery.key_refused', null],
    ['what was paid for being used up', 'search', { status: 402 }, 409, 'discovery.quota_used_up', null],
    [
      'a pause in seconds',
      'search',
      { status: 429, headers: { 'retry-after': '17' } },
      429,
      'discovery.rate_limited',
      '17',
    ],
    ['a pause without a time', 'search', { status: 429 }, 429, 'discovery.rate_limited', '60'],
    [
      'its own failure',
      'search',
      { status: 503, headers: { 'retry-after': '5' } },
      502,
      'discovery.service_failed',
      '5',
    ],
    ['an answer that is no JSON', 'search', { body: '<html>' }, 502, 'discovery.answer_unknown', null],
    ['an answer of another form', 'search', { body: '[1]' }, 502, 'discovery.answer_unknown', null],
    [
      'a redirect, which is not followed',
      'search',
      { status: 302, headers: { location: 'http://169.254.169.254/' } },
      502,
      'discovery.service_failed',
      null,
    ],
  ])('tells of %s', async (...[, , answer, status, code, retryAfter]) => {
    answers = () => answer;
    const refused = await owner.browser.post('/search', { words: 'locks' });
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      status,
      code,
      retryAfter,
    ]);
    expect(JSON.stringify(refused.body)).not.toContain('canary');
    expect((await owner.browser.get('/service-keys/search')).body.lastErrorCode).toBe(code);
  });

  it.each<[string, LocalAnswer, string]>([
    ['403 is a pause', { status: 403 }, 'discovery.rate_limited'],
    ['429 is the end of what was paid for', { status: 429 }, 'discovery.quota_used_up'],
    [
      '429 with a time is a pause',
      { status: 429, headers: { 'retry-after': '9' } },
      'discovery.rate_limited',
    ],
  ])('Hunter says it its own way: %s', async (_, answer, code) => {
    answers = () => answer;
    const tested = await owner.browser.post('/service-keys/hunter/test');
    expect(tested.body).toMatchObject({ isAccepted: false, code });
    expect(tested.body.message).not.toBe(code);
  });

  it('that nobody listens at is told so, and a private address is never asked', async () => {
    await owner.browser.put('/service-keys/search', { key: KEYS.search, baseUrl: 'http://127.0.0.1:1/' });
    expect((await owner.browser.post('/search', { words: 'locks' })).body.code).toBe(
      'discovery.service_unreachable',
    );
    await owner.browser.put('/service-keys/search', {
      key: KEYS.search,
      baseUrl: 'http://169.254.169.254/latest',
    });
    expect((await owner.browser.post('/search', { words: 'locks' })).body.code).toBe(
      'discovery.service_unreachable',
    );
    await owner.browser.delete('/service-keys/search');
    expect((await owner.browser.post('/search', { words: 'locks' })).body.code).toBe('discovery.no_key');
  });

  it('whose key was sealed by another ring is told so', async () => {
    await app.database.asOwner(
      `update service_keys set sealed_key = (select sealed_key from service_keys where service = 'moz') where service = 'ahrefs' returning 1`,
    );
    const refused = await owner.browser.post(`/sites/${siteId}/measure`, { service: 'ahrefs' });
    expect([refused.status, refused.body.code]).toEqual([409, 'discovery.key_unreadable']);
  });
});
