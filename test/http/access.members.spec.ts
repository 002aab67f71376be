import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InvitationLetter, InvitationMail } from '../../src/modules/access/invitation-mail.service.js';
import type { RecordedEvent } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { seedClient } from './isolation/seed.js';
import { apiToken, invite, PASSWORD, type Person, setUp, signIn, tokenOf } from './people.js';

let app: TestApp;
let owner: Person;
let manager: Person;
let clientId: string;
const letters: InvitationLetter[] = [];
const departures: RecordedEvent[] = [];
beforeAll(async () => {
  app = await startApp();
  app.get(InvitationMail).register(async (letter) => {
    await Promise.resolve(letters.push(letter));
  });
  app.get(Events).inTransaction('member.left', async (event) => {
    await Promise.resolve(departures.push(event));
    if (event.params['handOverTo'] === owner.memberId && refuse) throw new Error('the hand-over failed');
  });
  owner = await setUp(app);
  manager = await invite(app, owner, { role: 'manager' });
  clientId = '01a1f874-e7a1-70a4-9fa4-c512a3188c67';
  await app.database.asOwner(
    `insert into clients (workspace_id, id, name, created_at) values ($1, $2, 'Client', '2026-11-01T00:00:00Z')`,
    [owner.workspaceId, clientId],
  );
});
afterAll(() => app.close());

let refuse = false;

function guest(token: string, body: object, path = '/accept') {
  const browser = new Browser(app.url);
  return browser.post(`/invitations/by-token/${token}${path}`, body);
}

describe('an invitation', () => {
  it('goes by mail and is shown once to the one who invites', async () => {
    const made = await manager.browser.post('/invitations', { email: 'Ben@Agency.example', role: 'member' });
    expect(made.status).toBe(201);
    expect(made.body.link).toBe(`${app.url}/invitation/${tokenOf(made)}`);
    expect(letters.at(-1)).toMatchObject({
      email: 'ben@agency.example',
      link: made.body.link,
      workspaceName: 'Canal Agency',
    });
    const listed = await manager.browser.get('/invitations');
    expect(listed.body.items).toHaveLength(1);
    expect(JSON.stringify(listed.body)).not.toContain(tokenOf(made));
    const kept = await app.database.asOwner<{ all: string }>(
      `select string_agg(i::text, '') || (select string_agg(e::text, '') from events e) || (select string_agg(a::text, '') from audit_events a) as all
       from invitations i`,
    );
    expect(kept[0]?.all).not.toContain(tokenOf(made).slice(-43));
  });

  it('lets one in, once', async () => {
    const made = await owner.browser.post('/invitations', { email: 'once@agency.example', role: 'viewer' });
    const token = tokenOf(made);
    const seen = await new Browser(app.url).get(`/invitations/by-token/${token}`);
    expect(seen.body).toEqual({
      workspaceName: 'Canal Agency',
      email: 'once@agency.example',
      role: 'viewer',
      userExists: false,
    });
    const answers = await Promise.all([1, 2, 3].map(() => guest(token, { name: 'One', password: PASSWORD })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect((await new Browser(app.url).get(`/invitations/by-token/${token}`)).body.code).toBe(
      'invitation.not_found',
    );
  });

  it.each<[string, object, number, string]>([
    ['no name', { password: PASSWORD }, 422, 'invitation.name_and_password_needed'],
    ['no password', { name: 'Two' }, 422, 'invitation.name_and_password_needed'],
    ['a weak password', { name: 'Two', password: 'qwertyuiop' }, 422, 'access.password_too_common'],
    ['a role of their choice', { name: 'Two', password: PASSWORD, role: 'owner' }, 400, 'request.invalid'],
  ])('refuses a guest with %s', async (_, body, status, code) => {
    const made = await owner.browser.post('/invitations', { email: 'two@agency.example', role: 'viewer' });
    const answer = await guest(tokenOf(made), body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('for somebody known asks for their own password', async () => {
    const person = await invite(app, owner, { role: 'member' });
    await owner.browser.post(`/members/${person.memberId}/leave`, { handOverTo: null });
    const made = await owner.browser.post('/invitations', { email: person.email, role: 'viewer' });
    expect((await guest(tokenOf(made), {})).body.code).toBe('invitation.sign_in_needed');
    expect((await guest(tokenOf(made), { password: 'not the one' })).body.code).toBe(
      'access.wrong_credentials',
    );
    expect((await guest(tokenOf(made), { password: PASSWORD })).body.user.id).toBe(person.userId);
  });

  it('ends when it is taken back, replaced or 7 days old', async () => {
    const invitation = () =>
      owner.browser.post('/invitations', { email: 'three@agency.example', role: 'viewer' });
    const first = await invitation();
    const second = await invitation();
    expect((await guest(tokenOf(first), { name: 'T', password: PASSWORD })).status).toBe(404);
    expect((await owner.browser.delete(`/invitations/${second.body.id}`)).status).toBe(204);
    expect((await guest(tokenOf(second), { name: 'T', password: PASSWORD })).status).toBe(404);
    const third = await invitation();
    app.clock.advance({ days: 7 });
    expect((await guest(tokenOf(third), { name: 'T', password: PASSWORD })).status).toBe(404);
    owner = await signIn(app, owner.email);
    manager = await signIn(app, manager.email);
  });

  it.each<[string, object, string]>([
    ['a manager', { role: 'manager' }, 'access.forbidden'],
    ['an owner', { role: 'owner' }, 'access.forbidden'],
    ['somebody who is here', { role: 'member', email: 'olga@agency.example' }, 'invitation.already_member'],
    [
      'into an unknown client',
      { role: 'member', limitedToClients: true, clientIds: ['01a1f874-e7a1-70a4-9fa4-c512a3188c00'] },
      'member.client_unknown',
    ],
  ])('by a manager cannot bring in %s', async (_, body, code) => {
    const answer = await manager.browser.post('/invitations', { email: 'four@agency.example', ...body });
    expect(answer.body.code).toBe(code);
  });
});

describe('a member', () => {
  it('is limited to clients, and loses other sessions by that', async () => {
    const person = await invite(app, owner, { role: 'member' });
    const limited = await owner.browser.patch(`/members/${person.memberId}`, {
      limitedToClients: true,
      clientIds: [clientId],
    });
    expect(limited.body).toMatchObject({ limitedToClients: true, clientIds: [clientId] });
    expect((await person.browser.get('/session')).status).toBe(401);
    const again = await signIn(app, person.email);
    expect((await again.browser.get('/session')).body.member).toMatchObject({ clientIds: [clientId] });
  });

  it.each<[string, object, number]>([
    ['role', { role: 'manager' }, 403],
    ['limit', { limitedToClients: false }, 403],
    ['role along with the digest', { role: 'owner', digest: false }, 403],
    ['digest', { digest: false }, 200],
  ])('who is a viewer asks to change their own %s', async (_, patch, expected) => {
    const person = await invite(app, owner, { role: 'viewer' });
    expect((await person.browser.patch(`/members/${person.memberId}`, patch)).status).toBe(expected);
  });

  it.each<[string, () => [Person, Person], object, string]>([
    ['the last owner', () => [owner, owner], { role: 'manager' }, 'member.last_owner'],
    ['an owner by a manager', () => [manager, owner], { role: 'viewer' }, 'access.forbidden'],
    ['themselves by a manager', () => [manager, manager], { role: 'owner' }, 'access.forbidden'],
    [
      'a limited manager by an owner',
      () => [owner, manager],
      { limitedToClients: true },
      'member.role_not_limitable',
    ],
  ])('stays as they are: %s', async (_, who, patch, code) => {
    const [actor, target] = who();
    expect((await actor.browser.patch(`/members/${target.memberId}`, patch)).body.code).toBe(code);
  });

  it('renames themselves everywhere', async () => {
    const person = await invite(app, owner, { role: 'viewer' });
    const changed = await person.browser.patch('/session/user', { name: '  Vera ', locale: 'nl' });
    expect(changed.body.user).toMatchObject({ name: 'Vera', locale: 'nl' });
    const { items } = (await owner.browser.get('/members')).body;
    expect(items.map((item: { name: string }) => item.name)).toContain('Vera');
    expect((await person.browser.get('/members?state=x')).body.title).toBe('Het verzoek klopt niet');
  });
});

describe('leaving', () => {
  it('ends sessions and tokens, hands over, and keeps the name', async () => {
    const person = await invite(app, owner, { role: 'member' });
    await seedClient(app.database, person, 'heron');
    const token = await apiToken(person, 'write');
    const preview = await manager.browser.get(`/members/${person.memberId}/leaving`);
    const work = { prospects: 0, campaigns: 0, pitches: 0, tasks: 0, orders: 0 };
    expect(preview.body).toEqual({ placements: 1, ...work, sessions: 1, tokens: 1 });
    const left = await manager.browser.post(`/members/${person.memberId}/leave`, {
      handOverTo: manager.memberId,
    });
    expect(left.body).toMatchObject({
      handedOver: { placements: 1, prospects: 0 },
      endedSessions: 1,
      revokedTokens: 1,
      member: { id: person.memberId },
    });
    expect((await person.browser.get('/session')).status).toBe(401);
    expect((await new Browser(app.url).get('/session', { headers: token })).status).toBe(401);
    expect(
      (await new Browser(app.url).post('/session', { email: person.email, password: PASSWORD })).body.code,
    ).toBe('access.no_workspace');
    expect(departures.at(-1)?.params).toEqual({ memberId: person.memberId, handOverTo: manager.memberId });
    const { items } = (await owner.browser.get('/members?state=left')).body;
    expect(items).toContainEqual(expect.objectContaining({ id: person.memberId, placementCount: 0 }));
    const owned = await app.database.asOwner('select 1 from placements where owner_member_id = $1', [
      manager.memberId,
    ]);
    expect(owned).toHaveLength(1);
  });

  it('does not happen when the hand-over fails', async () => {
    const person = await invite(app, owner, { role: 'member' });
    refuse = true;
    const answer = await manager.browser.post(`/members/${person.memberId}/leave`, {
      handOverTo: owner.memberId,
    });
    refuse = false;
    expect(answer.status).toBe(500);
    expect((await person.browser.get('/session')).status).toBe(200);
  });

  it.each<[string, () => Person, (id: string) => string | null, string]>([
    ['to oneself', () => owner, (id) => id, 'member.hand_over_invalid'],
    [
      'to nobody known',
      () => owner,
      () => '01a1f874-e7a1-70a4-9fa4-c512a3188c00',
      'member.hand_over_invalid',
    ],
  ])('is refused %s', async (_, actor, receiver, code) => {
    const person = await invite(app, owner, { role: 'member' });
    const answer = await actor().browser.post(`/members/${person.memberId}/leave`, {
      handOverTo: receiver(person.memberId),
    });
    expect(answer.body.code).toBe(code);
  });

  it('of the last owner is refused, also when two owners leave at once', async () => {
    expect(
      (await owner.browser.post(`/members/${owner.memberId}/leave`, { handOverTo: null })).body.code,
    ).toBe('member.last_owner');
    const second = await invite(app, owner, { role: 'owner' });
    const answers = await Promise.all([
      owner.browser.post(`/members/${second.memberId}/leave`, { handOverTo: null }),
      second.browser.post(`/members/${owner.memberId}/leave`, { handOverTo: null }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const owners = await app.database.asOwner(
      `select 1 from members where role = 'owner' and left_at is null`,
    );
    expect(owners).toHaveLength(1);
  });
});

describe('how much reaches one recipient', () => {
  it('is a setting of the workspace, and what it was before is kept', async () => {
    const caps = { siteFirstMailsPerWeek: 5, sitePeoplePerWeek: 2, personMailsPerDay: 3 };
    const changed = await owner.browser.patch('/workspace', { settings: caps });
    expect(changed.body.settings).toMatchObject(caps);
    const [event] = await app.database.asOwner<{ params: unknown }>(
      `select params from events where kind = 'workspace.settings_changed' order by id desc limit 1`,
    );
    const before = { siteFirstMailsPerWeek: 2, sitePeoplePerWeek: 1, personMailsPerDay: 1 };
    expect(event?.params).toMatchObject({ before, after: caps });
  });

  it.each([
    [{ siteFirstMailsPerWeek: 0 }],
    [{ siteFirstMailsPerWeek: 51 }],
    [{ sitePeoplePerWeek: 1.5 }],
    [{ personMailsPerDay: 11 }],
    [{ personMailsPerDay: '3' }],
  ])('%j is refused', async (settings) => {
    expect((await owner.browser.patch('/workspace', { settings })).status).toBe(400);
  });
});
