import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { apiToken, type Person, setUp } from './people.js';

const PUBLIC = 'https://links.agency.example';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const PATHS = {
  POST: '/api-tokens',
  PUT: '/session/workspace',
  PATCH: '/session/user',
  DELETE: '/sessions/x',
} as const;

describe.each(METHODS)('%s with the cookie of somebody signed in', (method) => {
  const send = (headers: Record<string, string>) =>
    owner.browser.send(method, PATHS[method], {
      headers: { 'content-type': 'application/json', ...headers },
      raw: '{}',
    });

  it.each<[string, () => Record<string, string>]>([
    ['another site', () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })],
    ['a sub-domain', () => ({ 'sec-fetch-site': 'same-site', origin: 'http://sub.localhost' })],
    ['a browser without fetch metadata on another site', () => ({ origin: 'https://evil.example' })],
    ['an opaque origin', () => ({ origin: 'null' })],
    ['a sibling port', () => ({ origin: 'http://127.0.0.1:1' })],
    ['nonsense', () => ({ 'sec-fetch-site': 'none of these' })],
  ])('is refused from %s', async (_, headers) => {
    const answer = await send(headers());
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('request.cross_site');
  });

  it.each<[string, () => Record<string, string>]>([
    ['the site itself', () => ({ 'sec-fetch-site': 'same-origin', origin: app.url })],
    ['the site itself in an old browser', () => ({ origin: app.url })],
    ['a program', () => ({})],
  ])('passes from %s', async (_, headers) => {
    expect((await send(headers())).status).not.toBe(403);
  });

  it.each<[string]>([
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['text/plain'],
    ['text/plain; a=application/json'],
    ['application/json; charset=utf-7'],
    ['application/json; charset=utf-8; a=b'],
    ['application/jsonx'],
    ['application/problem+json'],
    ['application/xml'],
  ])('is refused as %s', async (type) => {
    const answer = await send({ 'content-type': type });
    expect(answer.status).toBe(415);
  });

  it('is refused with a body of no type', async () => {
    const raw = new TextEncoder().encode('{}');
    const answer = await owner.browser.send(method, PATHS[method], { raw });
    expect(answer.status).toBe(415);
  });

  it.each<[string]>([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['Application/JSON;charset=UTF-8'],
  ])('is read as %s', async (type) => {
    expect((await send({ 'content-type': type })).status).not.toBe(415);
  });
});

describe('signing in', () => {
  it.each<[Record<string, string>, number]>([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('cannot be done by a page of somebody else: %j', async (headers, expected) => {
    const answer = await new Browser(app.url).send('POST', '/session', {
      headers,
      raw: 'email=a&password=b',
    });
    expect(answer.status).toBe(expected);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('an API token', () => {
  it('needs no check for other sites: no browser sends it by itself', async () => {
    const headers = { ...(await apiToken(owner, 'write')), origin: 'https://evil.example' };
    expect((await new Browser(app.url).send('PATCH', '/workspace', { headers, json: {} })).status).toBe(200);
  });

  it('does not open the door for a cookie beside it', async () => {
    const headers = { authorization: 'Bearer nonsense', origin: 'https://evil.example' };
    expect((await owner.browser.send('PATCH', '/workspace', { headers, json: {} })).status).toBe(401);
  });
});

describe('reading', () => {
  it('is answered without leave for other origins', async () => {
    const answer = await owner.browser.get('/session', { headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the headers of every answer', () => {
  const EXPECTED = {
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'strict-transport-security': null,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-powered-by': null,
  };

  it.each<[number, () => Promise<{ status: number; headers: Headers }>]>([
    [200, () => owner.browser.get('/session')],
    [400, () => owner.browser.get('/members?state=x')],
    [401, () => new Browser(app.url).get('/session')],
    [403, () => owner.browser.send('POST', '/api-tokens', { json: {}, headers: { origin: 'null' } })],
    [404, () => owner.browser.get('/nothing')],
    [413, () => owner.browser.post('/api-tokens', { name: 'x'.repeat(1_100_000), scope: 'read' })],
    [
      415,
      () =>
        owner.browser.send('POST', '/api-tokens', { raw: 'a=b', headers: { 'content-type': 'text/plain' } }),
    ],
  ])('are the same on %d', async (status, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    const seen = Object.fromEntries(Object.keys(EXPECTED).map((name) => [name, answer.headers.get(name)]));
    expect(seen).toEqual(EXPECTED);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('ask for https where the public address has it, and trust that address', async () => {
    const secure = await startApp({ settings: { LINKLEDGER_PUBLIC_URL: PUBLIC } });
    try {
      const answer = await new Browser(secure.url).send('POST', '/setup/demo', {
        json: {},
        headers: { origin: PUBLIC },
      });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(answer.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    } finally {
      await secure.close();
    }
  });
});
