import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cleaning } from '../../src/modules/access/cleaning.js';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { PASSWORD, setUp } from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ settings: { LINKLEDGER_TRUST_PROXY: '1' } });
  await setUp(app, 'olga@agency.example');
});
afterAll(() => app.close());

/** One try to sign in, from an address the trusted proxy names. */
function guess(
  email: string,
  from: string,
  password = 'not this one',
): Promise<{ status: number; headers: Headers; body: { code: string } }> {
  return new Browser(app.url).send('POST', '/session', {
    json: { email, password },
    headers: { 'x-forwarded-for': from },
  });
}

describe('guessing passwords', () => {
  it('of one account from a thousand addresses is stopped, all at once or one by one', async () => {
    const together = await Promise.all(
      Array.from({ length: 40 }, (_, no) => guess('olga@agency.example', `192.0.2.${no}`)),
    );
    const tried = together.filter((answer) => answer.status === 401);
    expect(tried).toHaveLength(8);
    expect(together.filter((answer) => answer.status === 429)).toHaveLength(32);
    expect((await guess('olga@agency.example', '198.51.100.1', PASSWORD)).status).toBe(429);
  });

  it('says how long to wait, and never longer than 15 minutes', async () => {
    for (let no = 0; no < 6; no += 1) {
      app.clock.advance({ minutes: 15 });
      expect((await guess('olga@agency.example', `198.51.100.${no}`)).status).toBe(401);
    }
    const refused = await guess('olga@agency.example', '198.51.100.99');
    expect(refused.body.code).toBe('access.too_many_tries');
    expect(Number(refused.headers.get('retry-after'))).toBe(900);
    app.clock.advance({ minutes: 15 });
    expect((await guess('olga@agency.example', '198.51.100.99', PASSWORD)).status).toBe(201);
  });

  it('begins anew after signing in', async () => {
    expect((await guess('olga@agency.example', '198.51.100.98')).status).toBe(401);
    expect((await guess('olga@agency.example', '198.51.100.98', PASSWORD)).status).toBe(201);
  });

  it('of many accounts from one network is stopped, known or not', async () => {
    const statuses: number[] = [];
    for (let no = 0; no < 12; no += 1)
      statuses.push((await guess(`guest${no}@agency.example`, '203.0.113.7')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect((await guess('somebody@agency.example', '203.0.113.8')).status).toBe(401);
  });

  it('counts the /64 of an IPv6 address as one network', async () => {
    const statuses: number[] = [];
    for (let no = 0; no < 12; no += 1)
      statuses.push((await guess(`six${no}@agency.example`, `2001:db8:7:7::${no}`)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect((await guess('six@agency.example', '2001:db8:7:8::1')).status).toBe(401);
  });

  it('believes only the address the trusted proxy added', async () => {
    const statuses: number[] = [];
    for (let no = 0; no < 12; no += 1) {
      statuses.push((await guess(`forged${no}@agency.example`, `10.0.0.${no}, 203.0.113.9`)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
  });

  it('is remembered over a restart, and forgotten a day later', async () => {
    const rows = () => app.database.asOwner('select 1 from limits');
    expect((await rows()).length).toBeGreaterThan(10);
    app.clock.advance({ days: 2 });
    await app.get(Cleaning).clean();
    expect(await rows()).toHaveLength(0);
    expect(await app.database.asOwner('select 1 from sessions')).toHaveLength(0);
  });
});
