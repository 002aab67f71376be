import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailboxAccess } from '../../src/modules/mailboxes/mailbox-access.service.js';
import { MailboxesService } from '../../src/modules/mailboxes/mailboxes.service.js';
import { Database } from '../../src/platform/database/database.js';
import { openImap } from '../../src/platform/mail/imap-session.js';
import { DnsServer } from '../builders/dns-server.js';
import { MailServers } from '../builders/mail-server.js';
import { startApp, type TestApp } from './app.js';
import { kindsOf, rowsHold } from './mailbox-rows.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

const ANNA = { address: 'anna@agency.example', password: 'a password that is anna’s alone' };
const BO = { address: 'bo@agency.example', password: 'a password that is bo’s alone' };

let app: TestApp;
let mail: MailServers;
let dns: DnsServer;
let owner: Person;
beforeAll(async () => {
  mail = await MailServers.start([ANNA, BO]);
  dns = await DnsServer.start({
    'agency.example': {
      mx: [{ priority: 10, exchange: 'aspmx.l.google.com' }],
      txt: ['v=spf1 include:_spf.agency.example -all', 'other=1'],
    },
    '_spf.agency.example': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] },
    'own._domainkey.agency.example': { txt: ['v=DKIM1; p=MIIB'] },
    '_dmarc.agency.example': { txt: ['v=DMARC1; p=reject; rua=mailto:x@agency.example'] },
    'slow.example': { fails: 'servfail' },
    '_dmarc.slow.example': { fails: 'servfail' },
  });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32', LINKLEDGER_DNS_SERVERS: dns.address },
  });
  owner = await setUp(app);
});
afterAll(async () => {
  await app.close();
  await mail.close();
  await dns.close();
});

describe('connecting a mailbox', () => {
  it('proposes servers by the MX of a domain', async () => {
    const { body } = await owner.browser.post('/mailboxes/guess', { address: 'Anna@Agency.example' });
    expect(body).toMatchObject({
      provider: 'google',
      source: 'by_mx',
      signIn: 'google',
      isAppSet: false,
      smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    });
  });

  it('tells of each server and of the domain what was found', async () => {
    const { body } = await owner.browser.post('/mailboxes/test', {
      ...trial(ANNA),
      dkimSelector: 'own',
    });
    expect(body.smtp).toEqual({ isOk: true, phase: null, code: null });
    expect(body.imap).toEqual({ isOk: true, phase: null, code: null });
    expect(body.folders).toEqual(expect.arrayContaining([{ path: 'Sent', specialUse: '\\Sent' }]));
    expect(body.domain).toEqual({
      spf: { state: 'ok', code: 'in_order', detail: null },
      dkim: { state: 'ok', code: 'found', detail: 'own' },
      dmarc: { state: 'ok', code: 'in_order', detail: 'reject' },
      mx: { state: 'ok', code: 'has_mail_servers', detail: 'aspmx.l.google.com' },
    });
  });

  it('says that it could not tell where name servers do not answer', async () => {
    const { body } = await owner.browser.post('/mailboxes/test', {
      ...trial(ANNA),
      address: 'anna@slow.example',
    });
    expect(body.domain.spf).toEqual({ state: 'could_not_tell', code: 'no_answer', detail: null });
    expect(body.domain.dmarc).toEqual({ state: 'could_not_tell', code: 'no_answer', detail: null });
  });

  it.each([
    ['a private address', { host: '10.0.0.1', port: 465 }, 'address', 'address_refused'],
    ['a metadata address in disguise', { host: '0xa9fea9fe', port: 465 }, 'address', 'address_refused'],
    ['a port of another service', { host: '93.184.216.34', port: 6379 }, 'address', 'port_refused'],
    ['a name that is not there', { host: 'mail.nowhere.invalid', port: 465 }, 'address', 'dns'],
  ])('asks no server at %s', async (_, place, phase, code) => {
    const { body } = await owner.browser.post('/mailboxes/test', {
      ...trial(ANNA),
      smtp: { ...place, security: 'tls' },
    });
    expect(body.smtp).toEqual({ isOk: false, phase, code });
    expect(body.imap.isOk).toBe(true);
  });

  it('keeps nothing when a server refuses the password, and says so in a sentence', async () => {
    const refused = await owner.browser.post('/mailboxes', {
      ...mail.connection(ANNA.address),
      password: 'wrong',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'mailbox.smtp_refused',
      params: { phase: 'sign_in', code: 'credentials_refused' },
    });
    expect(refused.body.detail).toMatch(/user name or password are refused/);
    const { body } = await owner.browser.get('/mailboxes');
    expect(body.items).toEqual([]);
  });

  it('keeps a mailbox whose servers let it in, and never tells its password', async () => {
    const made = await owner.browser.post('/mailboxes', {
      ...mail.connection(ANNA.address),
      senderName: 'Anna of Canal',
      readHistory: true,
      rampFrom: 5,
      dkimSelector: 'own',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      address: ANNA.address,
      state: 'active',
      capPerDay: 30,
      capToday: 5,
      sentToday: 0,
      historyState: 'running',
      timeZone: 'Europe/Amsterdam',
      clientIds: [],
      isMine: true,
      domainChecks: { dkim: { state: 'ok', detail: 'own' } },
    });
    const listed = await owner.browser.get('/mailboxes');
    expect(JSON.stringify([made.body, listed.body])).not.toContain(ANNA.password);
    expect(await rowsHold(app, owner, ANNA.password)).toBe(false);
  });

  it('connects an address once', async () => {
    const { body } = await owner.browser.post('/mailboxes', mail.connection(ANNA.address));
    expect(body.code).toBe('mailbox.address_taken');
  });

  it('gives others a checked server to talk with', async () => {
    const scope = { workspaceId: owner.workspaceId };
    const id = await annasId();
    const access = await app.get(MailboxAccess).imap(scope, id);
    if ('refused' in access) throw new Error(access.refused);
    expect(access).toMatchObject({ host: '127.0.0.1', security: 'none' });
    const session = await openImap(access);
    expect(session.usable).toBe(true);
    await session.logout();
    expect(await app.get(MailboxAccess).smtp({ workspaceId: (await stranger()).workspaceId }, id)).toEqual({
      refused: 'mailbox_unknown',
    });
  });
});

describe('a connected mailbox', () => {
  it('is changed by its owner with the revision that was read', async () => {
    const id = await annasId();
    const { body: before } = await owner.browser.get(`/mailboxes/${id}`);
    const change = {
      revision: before.revision,
      capPerDay: 12,
      workDays: [5, 1],
      windowFrom: '10:30',
      rampFrom: null,
    };
    const { body } = await owner.browser.patch(`/mailboxes/${id}`, change);
    expect(body).toMatchObject({
      capPerDay: 12,
      capToday: 12,
      workDays: [1, 5],
      windowFrom: '10:30',
      rampFrom: null,
    });
    const stale = await owner.browser.patch(`/mailboxes/${id}`, change);
    expect(stale.body.code).toBe('mailbox.changed_meanwhile');
  });

  it.each([
    [{ windowUntil: '08:00' }, 'mailbox.window_reversed'],
    [{ workDays: [] }, 'mailbox.no_days'],
    [{ clientIds: ['00000000-0000-4000-8000-000000000001'] }, 'mailbox.client_unknown'],
    [{ ownerMemberId: '00000000-0000-4000-8000-000000000001' }, 'mailbox.member_unknown'],
    [{ timeZone: 'Mars/Olympus' }, 'request.invalid'],
    [{ senderName: 'Anna\r\nBcc: x@y.example' }, 'request.invalid'],
  ])('is not changed by %j', async (wish, code) => {
    const id = await annasId();
    const { body: before } = await owner.browser.get(`/mailboxes/${id}`);
    const { body } = await owner.browser.patch(`/mailboxes/${id}`, { revision: before.revision, ...wish });
    expect(body.code).toBe(code);
  });

  it('takes another connection only when its servers let it in', async () => {
    const id = await annasId();
    const { body: before } = await owner.browser.get(`/mailboxes/${id}`);
    const connection = trialConnection(ANNA);
    const wrong = await owner.browser.patch(`/mailboxes/${id}`, {
      revision: before.revision,
      connection: { ...connection, password: 'wrong' },
    });
    expect(wrong.body.code).toBe('mailbox.smtp_refused');
    const good = await owner.browser.patch(`/mailboxes/${id}`, { revision: before.revision, connection });
    expect(good.status).toBe(200);
    const tried = await owner.browser.post(`/mailboxes/${id}/test`, {});
    expect(tried.body).toMatchObject({ smtp: { isOk: true }, imap: { isOk: true } });
  });

  it('is stopped by anybody who writes, and started again by its owner or a manager alone', async () => {
    const member = await invite(app, owner, { role: 'member' });
    const id = await annasId();
    const paused = await member.browser.post(`/mailboxes/${id}/pause`, { reason: 'On holiday' });
    expect(paused.body).toMatchObject({
      state: 'paused',
      pauseCode: 'by_hand',
      pauseReason: 'On holiday',
      isMine: false,
    });
    const again = await member.browser.post(`/mailboxes/${id}/pause`, { reason: 'Once more' });
    expect(again.body.pauseReason).toBe('On holiday');
    expect((await member.browser.post(`/mailboxes/${id}/resume`, {})).body.code).toBe('mailbox.not_yours');
    expect((await owner.browser.post(`/mailboxes/${id}/resume`, {})).body).toMatchObject({
      state: 'active',
      pauseCode: null,
    });
    expect(await kindsOf(app, owner, id)).toEqual(['mailbox.connected', 'mailbox.paused', 'mailbox.resumed']);
  });

  it('is seen by who is limited to clients only when it may send for one of them', async () => {
    const { body: fern } = await owner.browser.post('/clients', { name: 'Fern' });
    const { body: hill } = await owner.browser.post('/clients', { name: 'Hill' });
    const limited = await invite(app, owner, { role: 'member', clientIds: [fern.id] });
    const id = await annasId();
    const set = async (clientIds: string[]) => {
      const { body: before } = await owner.browser.get(`/mailboxes/${id}`);
      await owner.browser.patch(`/mailboxes/${id}`, { revision: before.revision, clientIds });
      return limited.browser.get(`/mailboxes/${id}`);
    };
    expect((await set([hill.id])).status).toBe(404);
    expect((await set([hill.id, fern.id])).body.clientIds).toEqual([fern.id]);
    const box = await app
      .get(Database)
      .inWorkspace({ workspaceId: owner.workspaceId }, () => app.get(MailboxesService).forClient(hill.id));
    expect(box.map(({ address }) => address)).toEqual([ANNA.address]);
    expect((await set([])).status).toBe(200);
  });

  it('is handed over and stops when its owner leaves', async () => {
    const member = await invite(app, owner, { role: 'member' });
    const { body } = await member.browser.post('/mailboxes', mail.connection(BO.address));
    const left = await owner.browser.post(`/members/${member.memberId}/leave`, {
      handOverTo: owner.memberId,
    });
    expect(left.status).toBeLessThan(300);
    const { body: after } = await owner.browser.get(`/mailboxes/${body.id}`);
    expect(after).toMatchObject({ state: 'paused', pauseCode: 'owner_left', ownerMemberId: owner.memberId });
  });

  it('is taken away with its password, and its address can be connected anew', async () => {
    const id = await annasId();
    const gone = await owner.browser.post(`/mailboxes/${id}/archive`, {});
    expect(gone.body.archivedAt).not.toBeNull();
    expect(await app.get(MailboxAccess).smtp({ workspaceId: owner.workspaceId }, id)).toEqual({
      refused: 'mailbox_unknown',
    });
    expect((await owner.browser.post(`/mailboxes/${id}/resume`, {})).body.code).toBe('mailbox.archived');
    expect((await owner.browser.post('/mailboxes', mail.connection(ANNA.address))).status).toBe(201);
  });
});

function trialConnection(account: { address: string; password: string }) {
  const { smtp, imap, userName, password } = mail.connection(account.address);
  return { smtp, imap, userName, password };
}

function trial(account: { address: string; password: string }) {
  return { address: account.address, ...trialConnection(account) };
}

async function annasId(): Promise<string> {
  const { body } = await owner.browser.get('/mailboxes');
  return body.items.find(({ address }: { address: string }) => address === ANNA.address).id;
}

let other: Person | null = null;
async function stranger(): Promise<Person> {
  other ??= await anotherWorkspace(app, 'Elsewhere');
  return other;
}
