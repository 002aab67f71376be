import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cleaning } from '../../src/modules/access/cleaning.js';
import { startApp, type TestApp } from './app.js';
import { tableHash } from './authorisation/table-hash.js';
import { Browser } from './browser.js';
import { rowsOf } from './list-pages.js';
import { apiToken, invite, type Person, setUp, signIn } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const send = (raw: string | Buffer) =>
  owner.browser.send('PATCH', '/workspace', { raw, headers: { 'content-type': 'application/json' } });

describe('a body', () => {
  it.each<[string, string | Buffer]>([
    ['no JSON', '{"name": '],
    ['a list', '[]'],
    ['a text', '"name"'],
    ['null', 'null'],
    ['a key twice', '{"name":"A","name":"B"}'],
    ['a key twice, spelt otherwise', '{"name":"A","n\\u0061me":"B"}'],
    ['a prototype', '{"__proto__":{"role":"owner"}}'],
    ['a prototype, spelt otherwise', '{"\\u005f_proto__":{"role":"owner"}}'],
    ['a constructor deep inside', '{"settings":{"constructor":{"prototype":{}}}}'],
    ['nesting without end', `{"settings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a NUL character', '{"name":"a\\u0000b"}'],
    ['bytes that are no UTF-8', Buffer.from('{"name":"\xff"}', 'latin1')],
  ])('with %s is refused and changes nothing', async (_, raw) => {
    const before = await tableHash(app.database);
    const answer = await send(raw);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.malformed']);
    expect(await tableHash(app.database)).toBe(before);
  });

  it('may hold those words as values', async () => {
    expect((await send('{"name":"__proto__ \\" : {"}')).body.name).toBe('__proto__ " : {');
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    await send('{"name":"Canal Agency"}');
  });

  const FORBIDDEN = [
    'id',
    'workspaceId',
    'role',
    'ownerId',
    'createdAt',
    'passwordHash',
    'isAdmin',
    'isDemo',
    'tokenHash',
  ];
  const OPERATIONS: [method: string, path: string, body: object][] = [
    ['PATCH', '/workspace', { name: 'X' }],
    ['PATCH', '/session/user', { name: 'X' }],
    ['POST', '/invitations', { email: 'x@agency.example', role: 'viewer' }],
    ['POST', '/api-tokens', { name: 'X', scope: 'read' }],
    ['POST', '/session/password', { current: 'x', next: 'y' }],
    ['PATCH', '/members/SELF', { digest: true }],
  ];
  it.each(OPERATIONS)('of %s %s takes no field its operation does not name', async (method, path, body) => {
    const before = await tableHash(app.database);
    for (const field of FORBIDDEN.filter((name) => !(name in body))) {
      if (field === 'role' && path.startsWith('/members')) continue;
      const json = { ...body, [field]: 'owner' };
      const answer = await owner.browser.send(method, path.replace('SELF', owner.memberId), { json });
      expect([field, answer.status, answer.body.errors]).toEqual([
        field,
        400,
        [{ field, code: 'unknown_field', message: 'This field does not exist here.', params: {} }],
      ]);
    }
    expect(await tableHash(app.database)).toBe(before);
  });

  it('tells each wrong field with its path, a code and a sentence in the language asked for', async () => {
    await owner.browser.patch('/session/user', { locale: 'nl' });
    const answer = await owner.browser.patch('/workspace', {
      name: 7,
      settings: { downAfterDays: 0, goneAfterDays: 'x' },
    });
    await owner.browser.patch('/session/user', { locale: 'en' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      title: 'Het verzoek klopt niet',
      status: 400,
      code: 'request.invalid',
    });
    const told = answer.body.errors.map(({ field, code, message }: Record<string, string>) => [
      field,
      code,
      message,
    ]);
    expect(told).toContainEqual(['settings.downAfterDays', 'min', 'Dit moet minstens 1 zijn.']);
    expect(told.map(([field]: string[]) => field)).toEqual([
      'name',
      'settings.downAfterDays',
      'settings.goneAfterDays',
    ]);
  });

  it.each<[string, string]>([
    ['en', 'Not signed in'],
    ['nl-BE, en;q=0.5', 'Niet aangemeld'],
    ['fr, nl;q=0.2, en;q=0.1', 'Niet aangemeld'],
    ['nl;q=0', 'Not signed in'],
  ])('without a session is answered as Accept-Language %s asks', async (wished, title) => {
    const answer = await new Browser(app.url).get('/session', { headers: { 'accept-language': wished } });
    expect(answer.body.title).toBe(title);
  });
});

describe('null', () => {
  it.each<[string, object]>([
    ['/workspace', { name: null }],
    ['/workspace', { settings: null }],
    ['/workspace', { settings: { downAfterDays: null } }],
    ['/session/user', { locale: null }],
  ])('is not taken for "not sent": %s %j', async (path, body) => {
    expect((await owner.browser.patch(path, body)).body.code).toBe('request.invalid');
  });
});

describe('a query', () => {
  it.each([
    '/audit-events?limit=0',
    '/audit-events?limit=201',
    '/audit-events?limit=1e2',
    '/audit-events?limit=5&limit=6',
    '/audit-events?cursor=nonsense',
    '/audit-events?cursor=WyJjMSIsImF1ZGl0Iiwib3IgMT0xIl0',
    "/audit-events?action=a.b'--",
    '/audit-events?actor=me',
    '/audit-events?unknown=1',
    '/members?state[]=left',
    '/members?state=%00',
    '/members?__proto__=1',
  ])('%s is refused', async (path) => {
    expect((await owner.browser.get(path)).status).toBe(400);
  });
});

describe('settings of the workspace', () => {
  it('are kept over the defaults, and must fit', async () => {
    const changed = await owner.browser.patch('/workspace', { settings: { downAfterDays: 3 } });
    expect(changed.body.settings).toEqual({
      hostGapMs: null,
      downAfterDays: 3,
      goneAfterDays: 30,
      unverifiableInARow: 5,
      removedAfterHours: 48,
      coolDownDays: 90,
      coolDownScope: 'client',
      postalAddress: '',
      siteFirstMailsPerWeek: 2,
      sitePeoplePerWeek: 1,
      personMailsPerDay: 1,
    });
    const unfit = await owner.browser.patch('/workspace', { settings: { downAfterDays: 30 } });
    expect(unfit.body.code).toBe('workspace.settings_do_not_fit');
    expect((await owner.browser.get('/workspace')).body.settings.downAfterDays).toBe(3);
  });
});

describe('an Idempotency-Key', () => {
  const make = (key: string, name: string, who = owner) =>
    who.browser.post('/api-tokens', { name, scope: 'read' }, { headers: { 'idempotency-key': key } });
  const tokens = async (name: string) =>
    app.database.asOwner('select 1 from api_tokens where name = $1', [name]);

  it('makes many requests at once happen once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => make('one', 'once')));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await tokens('once')).toHaveLength(1);
  });

  it('gives a repeated request the same answer, without what is shown once', async () => {
    const first = await make('two', 'twice');
    const second = await make('two', 'twice');
    expect(second.status).toBe(201);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual({ ...first.body, token: null });
    const kept = await app.database.asOwner<{ all: string }>(
      `select string_agg(k::text, '') as all from idempotency_keys k`,
    );
    expect(kept[0]?.all).not.toContain(String(first.body.token).slice(-43));
  });

  it('refuses another body', async () => {
    await make('three', 'first');
    expect((await make('three', 'second')).body.code).toBe('idempotency.other_body');
    expect(await tokens('second')).toHaveLength(0);
  });

  it('belongs to one member', async () => {
    const member = await invite(app, owner, { role: 'member' });
    await make('four', 'mine');
    expect((await make('four', 'theirs', member)).status).toBe(201);
  });

  it('does not remember a refusal', async () => {
    expect(
      (
        await owner.browser.post(
          '/invitations',
          { email: owner.email, role: 'viewer' },
          { headers: { 'idempotency-key': 'five' } },
        )
      ).status,
    ).toBe(409);
    const other = { email: 'five@agency.example', role: 'viewer' };
    expect(
      (await owner.browser.post('/invitations', other, { headers: { 'idempotency-key': 'five' } })).status,
    ).toBe(201);
  });

  it.each(['', 'a b', 'ü', 'x'.repeat(256)])('is not %j', async (key) => {
    expect((await make(key, 'never')).body.code).toBe('idempotency.key_invalid');
  });

  it('is forgotten after a day', async () => {
    await make('six', 'day one');
    app.clock.advance({ days: 1 });
    owner = await signIn(app, owner.email);
    expect((await make('six', 'day two')).status).toBe(201);
    app.clock.advance({ days: 1 });
    await app.get(Cleaning).clean();
    expect(await app.database.asOwner('select 1 from idempotency_keys')).toHaveLength(0);
    owner = await signIn(app, owner.email);
  });
});

describe('the audit', () => {
  it('holds each change and each refusal once, in ids and codes', async () => {
    const viewer = await invite(app, owner, { role: 'viewer' });
    const since = await app.database.asOwner<{ n: number }>('select count(*)::int as n from audit_events');
    app.clock.advance({ seconds: 1 });
    await viewer.browser.patch('/workspace', { name: 'Mine' });
    app.clock.advance({ seconds: 1 });
    await viewer.browser.patch(`/members/${owner.memberId}`, { role: 'viewer' });
    app.clock.advance({ seconds: 1 });
    const changed = await owner.browser.patch('/workspace', { name: 'Canal Agency' });
    await owner.browser.get('/members');
    const { items, total } = (await owner.browser.get('/audit-events?limit=3')).body;
    expect(total).toBe((since[0]?.n ?? 0) + 3);
    expect(
      items.map(({ action, outcome, params }: Record<string, unknown>) => [action, outcome, params]),
    ).toEqual([
      ['workspace.change_workspace', 'done', {}],
      ['members.change_member', 'denied', { code: 'access.forbidden' }],
      ['workspace.change_workspace', 'denied', { code: 'access.forbidden' }],
    ]);
    expect(items[0]).toMatchObject({
      actorName: 'Olga Owner',
      actorKind: 'user',
      requestId: changed.headers.get('x-request-id'),
    });
    expect(items[1]).toMatchObject({ subjectKind: 'members', subjectId: owner.memberId });
  });

  it('is read page by page without a gap', async () => {
    const all = (await owner.browser.get('/audit-events?limit=200')).body;
    const ids = (await rowsOf(owner, '/audit-events', 7)).map((item) => item.id);
    expect(ids).toEqual(all.items.map((item: { id: string }) => item.id));
    expect(ids).toHaveLength(all.total);
  });

  it('names a token as a token, and cannot be changed by the program', async () => {
    const headers = await apiToken(owner, 'write');
    app.clock.advance({ seconds: 1 });
    await new Browser(app.url).send('PATCH', '/workspace', { headers, json: {} });
    const { items } = (await owner.browser.get('/audit-events?limit=1')).body;
    expect(items[0]).toMatchObject({ actorKind: 'token', actorUserId: owner.userId });
    await expect(app.database.asApp('delete from audit_events')).rejects.toThrow('permission denied');
    await expect(app.database.asApp(`update audit_events set outcome = 'done'`)).rejects.toThrow(
      'permission denied',
    );
  });
});
