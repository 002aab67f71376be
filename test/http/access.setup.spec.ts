import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoFillers, type DemoWorkspace } from '../../src/modules/access/demo-fillers.service.js';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { PASSWORD } from './people.js';

const FIRST = {
  workspaceName: 'Canal Agency',
  ownerName: 'Olga Owner',
  email: 'Olga@Agency.example',
  password: PASSWORD,
  locale: 'nl',
  timeZone: 'Europe/Amsterdam',
};

describe('the first set-up', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('is needed once and asks for no token on loopback', async () => {
    const answer = await new Browser(app.url).get('/setup');
    expect(answer.body).toEqual({ needed: true, tokenNeeded: false });
  });

  it.each<[string, object, string]>([
    ['a short password', { password: 'k7w-tr2-q' }, 'access.password_too_short'],
    ['a common password', { password: 'Welcome2026!' }, 'access.password_too_common'],
    ['no address', { email: 'olga' }, 'request.invalid'],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'request.invalid'],
    ['an empty name', { workspaceName: '  ' }, 'request.invalid'],
    ['an unknown language', { locale: 'fr' }, 'request.invalid'],
    ['a field nobody asked for', { role: 'owner' }, 'request.invalid'],
  ])('refuses %s', async (_, wrong, code) => {
    const answer = await new Browser(app.url).post('/setup', { ...FIRST, ...wrong });
    expect(answer.body.code).toBe(code);
    expect(await app.database.asOwner('select 1 from users')).toHaveLength(0);
  });

  it('lets one of ten at once win, and signs that one in', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, no) =>
        new Browser(app.url).post('/setup', { ...FIRST, email: `owner${no}@agency.example` }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    expect(await app.database.asOwner('select 1 from workspaces')).toHaveLength(1);
    expect(await app.database.asOwner('select 1 from users')).toHaveLength(1);
    const [won] = answers.filter((answer) => answer.status === 201);
    expect(won?.body).toMatchObject({
      workspace: { name: 'Canal Agency', locale: 'nl', timeZone: 'Europe/Amsterdam', isDemo: false },
      member: { role: 'owner', limitedToClients: false, clientIds: [] },
      rights: ['self', 'read', 'write', 'manage', 'own'],
    });
  });

  it('is over then', async () => {
    const browser = new Browser(app.url);
    expect((await browser.get('/setup')).body).toEqual({ needed: false, tokenNeeded: false });
    expect((await browser.post('/setup', FIRST)).body.code).toBe('setup.done');
    expect((await browser.post('/setup/demo', {})).body.code).toBe('setup.done');
  });
});

describe('a look around', () => {
  let app: TestApp;
  const filled: DemoWorkspace[] = [];
  beforeAll(async () => {
    app = await startApp();
    app.get(DemoFillers).register(async (demo) => {
      filled.push(demo);
      await Promise.resolve();
    });
  });
  afterAll(() => app.close());

  it('makes a demo workspace once, and comes back to it', async () => {
    const first = await new Browser(app.url).post('/setup/demo', { locale: 'nl' });
    const second = await new Browser(app.url).post('/setup/demo', {});
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body).toMatchObject({
      user: { email: 'demo@linkledger.test', locale: 'nl' },
      workspace: { isDemo: true },
      member: { role: 'owner' },
    });
    expect(second.body.workspace.id).toBe(first.body.workspace.id);
    expect(filled.map((demo) => demo.workspaceId)).toEqual([first.body.workspace.id]);
  });

  it('leaves the real set-up open, and ends with it', async () => {
    const browser = new Browser(app.url);
    expect((await browser.get('/setup')).body.needed).toBe(true);
    expect((await browser.post('/setup', FIRST)).status).toBe(201);
    expect((await browser.post('/setup/demo', {})).body.code).toBe('setup.done');
  });

  it('has an owner nobody can sign in as', async () => {
    const answer = await new Browser(app.url).post('/session', {
      email: 'demo@linkledger.test',
      password: PASSWORD,
    });
    expect(answer.body.code).toBe('access.wrong_credentials');
  });
});

describe('set-up on a host others can reach', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: { HOST: '0.0.0.0', LINKLEDGER_SETUP_TOKEN: 'printed-at-the-start' } });
  });
  afterAll(() => app.close());

  it('asks for the token', async () => {
    const browser = new Browser(app.url);
    expect((await browser.get('/setup')).body).toEqual({ needed: true, tokenNeeded: true });
    expect((await browser.post('/setup', FIRST)).body.code).toBe('setup.token_wrong');
    expect((await browser.post('/setup', { ...FIRST, setupToken: 'guess' })).status).toBe(403);
    expect((await browser.post('/setup/demo', {})).status).toBe(403);
  });

  it('stops guesses', async () => {
    const guesses = [];
    for (let no = 0; no < 12; no += 1) {
      guesses.push(
        (await new Browser(app.url).post('/setup', { ...FIRST, setupToken: `guess ${no}` })).status,
      );
    }
    expect(guesses).toContain(429);
  });

  it('passes with the token once the wait is over', async () => {
    app.clock.advance({ minutes: 15 });
    const answer = await new Browser(app.url).post('/setup', {
      ...FIRST,
      setupToken: 'printed-at-the-start',
    });
    expect(answer.status).toBe(201);
  });
});
