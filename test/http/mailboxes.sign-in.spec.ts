import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { MailboxAccess } from '../../src/modules/mailboxes/mailbox-access.service.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { openImap } from '../../src/platform/mail/imap-session.js';
import { FakeOauth } from '../builders/fake-oauth.js';
import { MailServers } from '../builders/mail-server.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { rowsHold } from './mailbox-rows.js';
import { invite, type Person, setUp } from './people.js';

const ADDRESS = 'anna@agency.example';

let app: TestApp;
let mail: MailServers;
let provider: FakeOauth;
let owner: Person;
const clock = new FixedClock(TEST_NOW);
beforeAll(async () => {
  provider = await FakeOauth.start();
  mail = await MailServers.start([{ address: ADDRESS, token: () => provider.tokenOf(ADDRESS) }]);
  app = await startApp({ clock, settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
  owner = await setUp(app);
  const { clientId, clientSecret, authorizeUrl, tokenUrl } = provider;
  await owner.browser.put('/oauth-apps/custom', { clientId, clientSecret, authorizeUrl, tokenUrl });
});
afterAll(async () => {
  await app.close();
  await mail.close();
  await provider.close();
});
beforeEach(() => {
  provider.mood = 'good';
});

describe('signing in with a provider', () => {
  it('tells of an app, and never its secret', async () => {
    const { body } = await owner.browser.get('/oauth-apps/custom');
    expect(body).toMatchObject({ isSet: true, clientId: provider.clientId });
    expect(body.redirectUri).toMatch(/^http:\/\/.*\/api\/v1\/mailboxes\/oauth\/callback$/);
    expect(JSON.stringify((await owner.browser.get('/oauth-apps')).body)).not.toContain(
      provider.clientSecret,
    );
  });

  it.each([
    ['an own provider without addresses', 'custom', {}, 'mailbox.app_incomplete'],
    [
      'a token address in the own network',
      'custom',
      { authorizeUrl: 'https://a.example/', tokenUrl: 'https://10.0.0.1/' },
      'mailbox.app_incomplete',
    ],
    [
      'a token address without https',
      'custom',
      { authorizeUrl: 'https://a.example/', tokenUrl: 'http://93.184.216.34/' },
      'mailbox.app_incomplete',
    ],
    ['a provider nobody knows', 'yahoo', {}, 'mailbox.provider_unknown'],
  ])('takes no app of %s', async (_, name, more, code) => {
    const wish = { clientId: 'x', clientSecret: 'y', ...more };
    expect((await owner.browser.put(`/oauth-apps/${name}`, wish)).body.code).toBe(code);
  });

  it('needs an app', async () => {
    const { body } = await owner.browser.post('/mailboxes/oauth/start', {
      provider: 'google',
      address: ADDRESS,
    });
    expect(body.code).toBe('mailbox.app_missing');
  });

  it('sends a person to the provider with state and challenge, and connects the mailbox when they come back', async () => {
    const place = await cameBack(owner);
    expect(place).toMatch(/^\/settings\/mailboxes\/[0-9a-f-]{36}\?signedIn=yes$/);
    const { body } = await owner.browser.get(`/mailboxes/${idIn(place)}`);
    expect(body).toMatchObject({
      address: ADDRESS,
      signIn: 'custom',
      state: 'active',
      historyState: 'refused',
    });
    expect(await rowsHold(app, owner, provider.tokenOf(ADDRESS) ?? '?')).toBe(false);
  });

  it('lets a real mail go and a real box be read with its tokens', async () => {
    const id = await annasId();
    const sending = await accessOf(id, 'smtp');
    const { host, port, auth } = sending;
    if (!('accessToken' in auth)) throw new Error('no token');
    const transport = createTransport({
      host,
      port,
      ignoreTLS: true,
      auth: { type: 'OAuth2', user: auth.user, accessToken: auth.accessToken },
    });
    await transport.sendMail({ from: ADDRESS, to: ADDRESS, subject: 'By token', text: 'Hello' });
    transport.close();
    const session = await openImap(await accessOf(id, 'imap'));
    await session.mailboxOpen('INBOX', { readOnly: true });
    const read = await session.fetchOne('*', { envelope: true });
    await session.logout();
    expect(read).toMatchObject({ envelope: { subject: 'By token' } });
  });

  it('renews a token that runs out, once for all who ask at the same moment', async () => {
    const id = await annasId();
    provider.expire();
    clock.advance({ hours: 1 });
    const before = provider.asked.length;
    const all = await Promise.all([1, 2, 3, 4].map(() => accessOf(id, 'smtp')));
    expect(provider.asked.slice(before)).toEqual(['refresh_token']);
    const tokens = all.map(({ auth }) => ('accessToken' in auth ? auth.accessToken : ''));
    expect(new Set(tokens)).toEqual(new Set([provider.tokenOf(ADDRESS)]));
  });

  it('waits out a provider that is down, and pauses nothing', async () => {
    const id = await annasId();
    clock.advance({ hours: 1 });
    provider.mood = 'down';
    expect(await accessed(id)).toEqual({ refused: 'token_unavailable' });
    expect((await owner.browser.get(`/mailboxes/${id}`)).body.state).toBe('active');
    provider.mood = 'good';
    expect(await accessed(id)).toMatchObject({ host: '127.0.0.1' });
  });

  it('pauses the mailbox when the provider takes the sign-in no more, and goes on after a new one', async () => {
    const id = await annasId();
    clock.advance({ hours: 1 });
    provider.mood = 'revoked';
    expect(await accessed(id)).toEqual({ refused: 'token_refused' });
    expect((await owner.browser.get(`/mailboxes/${id}`)).body).toMatchObject({
      state: 'paused',
      pauseCode: 'token_refused',
    });
    provider.mood = 'good';
    const place = await cameBack(owner, { mailboxId: id });
    expect(idIn(place)).toBe(id);
    expect((await owner.browser.get(`/mailboxes/${id}`)).body).toMatchObject({
      state: 'active',
      pauseCode: null,
    });
    expect(await accessed(id)).toMatchObject({ host: '127.0.0.1' });
  });

  it.each<[string, (back: string) => string, string]>([
    [
      'a state nobody gave',
      (back) => back.replace(/state=[^&]+/, `state=${'a'.repeat(43)}`),
      'mailbox.sign_in_expired',
    ],
    ['a code that is not good', (back) => back.replace(/code=[^&]+/, 'code=other'), 'mailbox.token_refused'],
    [
      'a refusal at the provider',
      (back) => back.replace(/code=[^&]+/, 'error=access_denied'),
      'mailbox.sign_in_refused',
    ],
  ])('comes to nothing with %s', async (_, spoil, code) => {
    const back = provider.allow(await started(owner), 'other@agency.example');
    expect(await returned(owner, spoil(back))).toBe(`/settings/mailboxes?failed=${code}`);
  });

  it('is good once, for ten minutes, and for who started it', async () => {
    const member = await invite(app, owner, { role: 'member' });
    const theirs = provider.allow(await started(owner), ADDRESS);
    expect(await returned(member, theirs)).toBe('/settings/mailboxes?failed=mailbox.sign_in_expired');
    expect(await returned(owner, theirs)).toBe('/settings/mailboxes?failed=mailbox.sign_in_expired');
    const late = provider.allow(await started(owner), ADDRESS);
    clock.advance({ minutes: 10 });
    expect(await returned(owner, late)).toBe('/settings/mailboxes?failed=mailbox.sign_in_expired');
  });

  it('keeps nothing when the mail servers do not take the token', async () => {
    const back = provider.allow(
      await started(owner, { address: 'nobody@agency.example' }),
      'nobody@agency.example',
    );
    expect(await returned(owner, back)).toBe(
      '/settings/mailboxes?failed=mailbox.smtp_refused&fault=credentials_refused',
    );
  });
});

describe('the catcher', () => {
  it('is made once for each member, with their address', async () => {
    const first = await owner.browser.post('/mailboxes/catcher', {});
    const second = await owner.browser.post('/mailboxes/catcher', {});
    expect(first.body).toMatchObject({
      signIn: 'catcher',
      address: owner.email,
      historyState: 'done',
      state: 'active',
    });
    expect(second.body.id).toBe(first.body.id);
    expect((await owner.browser.post(`/mailboxes/${first.body.id}/test`, {})).body.code).toBe(
      'mailbox.has_no_server',
    );
    expect(await app.get(MailboxAccess).smtp({ workspaceId: owner.workspaceId }, first.body.id)).toEqual({
      refused: 'catcher',
    });
  });

  it('shows what it kept, newest first, a page at a time', async () => {
    const { body: box } = await owner.browser.post('/mailboxes/catcher', {});
    await app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, () =>
      app
        .get(Database)
        .manager()
        .query(
          `insert into outbound_messages (workspace_id, id, mailbox_id, kind, message_id, from_address, to_address, to_address_key,
           to_domain, subject, body_text, state, not_before, sent_at, final_reply, created_at, updated_at)
         select $1, gen_random_uuid(), $2, 'single', '<' || n || '@agency.example>', 'olga@agency.example', 'ann@paper.example',
           'ann@paper.example', 'paper.example', 'Mail ' || n, 'Text', 'sent', $3::timestamptz, $3::timestamptz + n * interval '1 minute', 'caught', $3, $3
         from generate_series(1, 3) n`,
          [owner.workspaceId, box.id, app.clock.now()],
        ),
    );
    const first = await owner.browser.get('/mail-catcher?limit=2');
    expect(first.body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 3', 'Mail 2']);
    const next = await owner.browser.get(`/mail-catcher?limit=2&cursor=${first.body.nextCursor}`);
    expect(next.body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 1']);
    expect(next.body).toMatchObject({ nextCursor: null, total: 3 });
  });
});

async function started(person: Person, more: object = {}): Promise<string> {
  const { smtp, imap } = mail.connection(ADDRESS);
  const { body } = await person.browser.post('/mailboxes/oauth/start', {
    provider: 'custom',
    smtp,
    imap,
    readHistory: false,
    ...more,
  });
  return body.url;
}

/** Where the program sends a person who comes back from the provider. */
async function returned(person: Person, back: string): Promise<string> {
  const url = new URL(back);
  const answer = await person.browser.get(`${url.pathname.replace('/api/v1', '')}${url.search}`);
  return answer.headers.get('location') ?? `no redirect: ${answer.status}`;
}

async function cameBack(person: Person, more: object = {}): Promise<string> {
  return returned(person, provider.allow(await started(person, more), ADDRESS));
}

function idIn(place: string): string {
  return /[0-9a-f-]{36}/.exec(place)?.[0] ?? place;
}

async function annasId(): Promise<string> {
  const { body } = await owner.browser.get('/mailboxes');
  return body.items.find(({ address }: { address: string }) => address === ADDRESS).id;
}

function accessed(id: string, way: 'smtp' | 'imap' = 'smtp') {
  return app.get(MailboxAccess)[way]({ workspaceId: owner.workspaceId }, id);
}

async function accessOf(id: string, way: 'smtp' | 'imap') {
  const access = await accessed(id, way);
  if ('refused' in access) throw new Error(access.refused);
  return access;
}
