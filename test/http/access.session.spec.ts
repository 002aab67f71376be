import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { anotherWorkspace, apiToken, invite, PASSWORD, type Person, setUp, signIn } from './people.js';

const NEXT = 'another heron by another lock';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

/** A browser with a secret of somebody else. */
function thief(secret: string | undefined): Browser {
  const browser = new Browser(app.url);
  browser.plant('linkledger', String(secret));
  return browser;
}

describe('signing in', () => {
  it('answers who is in, where, and what they may do', async () => {
    const answer = await new Browser(app.url).post('/session', {
      email: ' OLGA@agency.example ',
      password: PASSWORD,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toEqual({
      id: owner.userId,
      name: 'Olga Owner',
      email: owner.email,
      locale: 'en',
    });
    expect(answer.body.workspaces).toEqual([{ id: owner.workspaceId, name: 'Canal Agency', role: 'owner' }]);
  });

  it('gives an http browser a cookie no script can read', async () => {
    const answer = await new Browser(app.url).post('/session', { email: owner.email, password: PASSWORD });
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^linkledger=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('keeps only the hash of the secret', async () => {
    const { browser } = await signIn(app, owner.email);
    const rows = await app.database.asOwner<{ all: string }>(
      'select string_agg(s::text, $1) as all from sessions s',
      ['\n'],
    );
    expect(rows[0]?.all).not.toContain(browser.cookie('linkledger'));
  });

  it('says the same to a wrong password and an unknown address', async () => {
    const wrong = await new Browser(app.url).post('/session', { email: owner.email, password: NEXT });
    const unknown = await new Browser(app.url).post('/session', {
      email: 'nobody@agency.example',
      password: NEXT,
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('never takes over a secret the browser brought along', async () => {
    const planted = 'A'.repeat(43);
    const browser = thief(planted);
    await browser.post('/session', { email: owner.email, password: PASSWORD });
    expect(browser.cookie('linkledger')).not.toBe(planted);
    expect((await thief(planted).get('/session')).status).toBe(401);
  });

  it('ends the session the browser had', async () => {
    const { browser } = await signIn(app, owner.email);
    const before = browser.cookie('linkledger');
    await browser.post('/session', { email: owner.email, password: PASSWORD });
    expect((await thief(before).get('/session')).status).toBe(401);
    expect((await browser.get('/session')).status).toBe(200);
  });

  it('refuses a disabled person, and ends what they had', async () => {
    const person = await invite(app, owner, { role: 'member' });
    await app.database.asOwner('update users set disabled_at = created_at where id = $1', [person.userId]);
    expect((await person.browser.get('/session')).status).toBe(401);
    const again = await new Browser(app.url).post('/session', { email: person.email, password: PASSWORD });
    expect(again.body.code).toBe('access.wrong_credentials');
  });
});

describe('a session', () => {
  it('ends at signing out, for whoever copied it too', async () => {
    const { browser } = await signIn(app, owner.email);
    const secret = browser.cookie('linkledger');
    expect((await browser.delete('/session')).status).toBe(204);
    expect(browser.cookie('linkledger')).toBeUndefined();
    expect((await thief(secret).get('/session')).status).toBe(401);
  });

  it('ends after 12 hours without use, and lives on with it', async () => {
    const idle = await signIn(app, owner.email);
    const used = await signIn(app, owner.email);
    for (let hour = 0; hour < 12; hour += 4) {
      app.clock.advance({ hours: 4 });
      expect((await used.browser.get('/session')).status).toBe(200);
    }
    expect((await idle.browser.get('/session')).status).toBe(401);
  });

  it('ends after 14 days whatever happens', async () => {
    const { browser } = await signIn(app, owner.email);
    for (let hour = 0; hour < 14 * 24 - 6; hour += 6) {
      app.clock.advance({ hours: 6 });
      await browser.get('/session');
    }
    expect((await browser.get('/session')).status).toBe(200);
    app.clock.advance({ hours: 6 });
    expect((await browser.get('/session')).status).toBe(401);
  });

  it('is listed and can be ended from another browser', async () => {
    const here = await signIn(app, owner.email);
    const there = await signIn(app, owner.email);
    const { items } = (await here.browser.get('/sessions')).body;
    const current = items.filter((item: { isCurrent: boolean }) => item.isCurrent);
    expect(current).toHaveLength(1);
    const [other] = items.filter((item: { isCurrent: boolean }) => !item.isCurrent);
    expect((await here.browser.delete(`/sessions/${other.id}`)).status).toBe(204);
    expect((await there.browser.get('/session')).status).toBe(401);
    expect((await here.browser.delete(`/sessions/${other.id}`)).body.code).toBe('session.not_found');
  });

  it('of somebody else cannot be ended', async () => {
    const here = await signIn(app, owner.email);
    const member = await invite(app, here, { role: 'member' });
    const { items } = (await member.browser.get('/sessions')).body;
    expect((await here.browser.delete(`/sessions/${items[0].id}`)).status).toBe(404);
    expect((await member.browser.get('/session')).status).toBe(200);
  });
});

describe('a new password', () => {
  it('ends all other sessions and gives this one a new secret', async () => {
    const here = await signIn(app, owner.email);
    const there = await signIn(app, owner.email);
    const before = here.browser.cookie('linkledger');
    expect((await here.browser.post('/session/password', { current: PASSWORD, next: NEXT })).status).toBe(
      200,
    );
    expect((await there.browser.get('/session')).status).toBe(401);
    expect((await thief(before).get('/session')).status).toBe(401);
    expect((await here.browser.get('/session')).status).toBe(200);
    await here.browser.post('/session/password', { current: NEXT, next: PASSWORD });
  });

  it.each<[string, object, string]>([
    ['without the present one', { current: 'not my password', next: NEXT }, 'access.password_wrong'],
    ['that is too short', { current: PASSWORD, next: 'short' }, 'access.password_too_short'],
    ['that everybody tries first', { current: PASSWORD, next: 'Welcome2026!' }, 'access.password_too_common'],
  ])('is refused %s', async (_, body, code) => {
    const { browser } = await signIn(app, owner.email);
    expect((await browser.post('/session/password', body)).body.code).toBe(code);
    expect((await browser.get('/session')).status).toBe(200);
  });
});

describe('another workspace', () => {
  it('is entered with a new secret by its members only', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    const { browser } = await signIn(app, owner.email);
    expect((await browser.put('/session/workspace', { workspaceId: stranger.workspaceId })).status).toBe(404);
    const made = await stranger.browser.post('/invitations', { email: owner.email, role: 'viewer' });
    const token = String(made.body.link).split('/').at(-1);
    expect((await browser.get(`/invitations/by-token/${token}`)).body.userExists).toBe(true);
    const joined = await browser.post(`/invitations/by-token/${token}/accept`, {});
    expect(joined.body).toMatchObject({
      workspace: { name: 'Osprey' },
      member: { role: 'viewer' },
      rights: ['self', 'read'],
    });
    const before = browser.cookie('linkledger');
    const back = await browser.put('/session/workspace', { workspaceId: owner.workspaceId });
    expect(back.body).toMatchObject({ workspace: { id: owner.workspaceId }, member: { role: 'owner' } });
    expect((await thief(before).get('/session')).status).toBe(401);
  });
});

describe('behind https', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['by the public address', { LINKLEDGER_PUBLIC_URL: 'https://links.agency.example' }, {}],
    ['by the word of a trusted proxy', { LINKLEDGER_TRUST_PROXY: '1' }, { 'x-forwarded-proto': 'https' }],
  ])('%s the cookie is Secure and bound to the host', async (_, settings, headers) => {
    const secure = await startApp({ settings });
    try {
      const answer = await new Browser(secure.url).send('POST', '/setup/demo', { json: {}, headers });
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^__Host-linkledger=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      const plain = new Browser(secure.url);
      plain.plant('linkledger', /=([\w-]{43});/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '');
      expect((await plain.send('GET', '/session', { headers })).status).toBe(401);
    } finally {
      await secure.close();
    }
  });

  it('is not believed from a proxy nobody trusts', async () => {
    const answer = await new Browser(app.url).send('POST', '/session', {
      json: { email: owner.email, password: PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^linkledger=/);
  });
});

describe('an API token', () => {
  it('acts for its member until it is taken back', async () => {
    const person = await signIn(app, owner.email);
    const headers = await apiToken(person, 'write');
    const caller = new Browser(app.url);
    expect((await caller.get('/session', { headers })).body.member.id).toBe(person.memberId);
    const { items } = (await person.browser.get('/api-tokens')).body;
    expect(JSON.stringify(items)).not.toContain(headers.authorization.slice(-30));
    for (const { id } of items) await person.browser.delete(`/api-tokens/${id}`);
    expect((await caller.get('/session', { headers })).status).toBe(401);
  });

  it('ends with its last day in the zone of the workspace', async () => {
    const person = await signIn(app, owner.email);
    const today = app.clock.now().toISOString().slice(0, 10);
    const made = await person.browser.post('/api-tokens', {
      name: 'one day',
      scope: 'read',
      expiresOn: today,
    });
    expect(made.body).toMatchObject({ expiresOn: today, scope: 'read' });
    const headers = { authorization: `Bearer ${made.body.token}` };
    const caller = new Browser(app.url);
    expect((await caller.get('/session', { headers })).body.rights).toEqual(['self', 'read']);
    app.clock.setTo(made.body.expiresAt);
    expect((await caller.get('/session', { headers })).status).toBe(401);
    const late = await signIn(app, owner.email);
    const refused = await late.browser.post('/api-tokens', { name: 'late', scope: 'read', expiresOn: today });
    expect(refused.body.code).toBe('api_token.expired_already');
  });

  it.each<[string, string]>([
    ['nonsense', 'Bearer nonsense'],
    ['one of another workspace id', `Bearer llk_${'0'.repeat(32)}_${'A'.repeat(43)}`],
    ['basic authentication', 'Basic b2xnYTpwYXNz'],
  ])('is not %s, even beside a good cookie', async (_, authorization) => {
    const { browser } = await signIn(app, owner.email);
    expect((await browser.get('/session', { headers: { authorization } })).status).toBe(401);
  });
});
