import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ClaimsRepository } from '../../src/modules/sending/claims.repository.js';
import { HoldsRepository } from '../../src/modules/sending/holds.repository.js';
import { type ClaimedMail, MailClaims } from '../../src/modules/sending/mail-claims.js';
import { MailSettling } from '../../src/modules/sending/mail-settling.js';
import { Orphans } from '../../src/modules/sending/orphans.js';
import type { NewOutbound } from '../../src/modules/sending/outbound.port.js';
import { OutboundMessages } from '../../src/modules/sending/outbound-messages.service.js';
import { RestoreReconciling } from '../../src/modules/sending/restore-reconciling.service.js';
import { SenderLock } from '../../src/modules/sending/sender-lock.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { Database } from '../../src/platform/database/database.js';
import { MailServers } from '../builders/mail-server.js';
import { aMailbox } from '../builders/outreach.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

const BOXES = ['post', 'doubts', 'refused', 'crashes', 'busy'] as const;
const TOMORROW = '2026-11-23T10:00:00Z';

let app: TestApp;
let servers: MailServers;
let owner: Person;
let member: Person;
const boxes = new Map<string, string>();

beforeAll(async () => {
  servers = await MailServers.start(
    BOXES.map((name) => ({ address: `${name}@agency.example`, password: 'a good one' })),
  );
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  for (const name of BOXES) boxes.set(name, await aMailbox(owner, servers, `${name}@agency.example`));
  await app.database.asOwner('update mailboxes set gap_seconds = 0, gap_jitter_seconds = 0');
});
afterAll(async () => {
  await app.close();
  await servers.close();
});

let made = 0;

/** A mail of one of the mailboxes that is due now. */
async function aMail(changes: Partial<NewOutbound> = {}, box: (typeof BOXES)[number] = 'post') {
  made += 1;
  const mail: NewOutbound = {
    kind: 'single',
    mailboxId: boxes.get(box) ?? '',
    isFirst: false,
    isCold: false,
    toAddress: `ann${made}@site${made}.example`,
    subject: `Mail ${made}`,
    text: 'As promised.',
    notBefore: app.clock.now(),
    ...changes,
  };
  const [id = ''] = await within(() => app.get(OutboundMessages).make([mail]));
  return id;
}

const within = <Result>(work: () => Promise<Result>): Promise<Result> =>
  app.get(Database).inWorkspace(owner, work);
const drain = () => app.get(SenderWorker).drain();
const act = (id: string, name: string, body: object = {}, who = owner): Promise<Answer> =>
  who.browser.post(`/outbox/${id}/${name}`, body);
const mail = async (id: string): Promise<Answer['body']> => (await owner.browser.get(`/outbox/${id}`)).body;
const mailbox = async (name: string): Promise<Answer['body']> =>
  (await owner.browser.get(`/mailboxes/${boxes.get(name) ?? ''}`)).body;

/** The mails with this one's Message-ID as the server has them. */
async function arrived(id: string): Promise<Buffer[]> {
  const { messageId } = await mail(id);
  return servers.taken.map(({ raw }) => raw).filter((raw) => raw.includes(messageId));
}

async function claimed(id: string): Promise<ClaimedMail> {
  if (!app.get(SenderLock).isHeld) await app.get(SenderLock).start();
  const candidate = { workspaceId: owner.workspaceId, messageId: id, mailboxId: '' };
  const taken = await app.get(MailClaims).claim(candidate);
  if (taken === null) throw new Error(`not to be had: ${JSON.stringify(await mail(id))}`);
  return taken;
}

/** A mail whose server fell silent after the dot; its bytes. */
async function doubted(id: string): Promise<Buffer> {
  const taken = await claimed(id);
  const { owner: sender } = app.get(SenderLock);
  expect(await within(() => app.get(ClaimsRepository).doubt(taken, sender, app.clock.now()))).toBe(true);
  await app.get(MailSettling).settle(taken, { kind: 'doubt', code: 'timeout' });
  return taken.bytes;
}

it('sends a mail before its time when somebody asks for it, once', async () => {
  const id = await aMail({ notBefore: new Date(TOMORROW) });
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  expect(await act(id, 'send-now')).toMatchObject({ status: 200, body: { state: 'ready' } });
  await drain();
  expect(await mail(id)).toMatchObject({ state: 'sent', attempt: 1 });
  expect(await arrived(id)).toHaveLength(1);
  expect(await act(id, 'send-now')).toMatchObject({ status: 409, body: { code: 'sending.not_waiting' } });
});

it('holds a mail until it is released', async () => {
  const id = await aMail();
  expect(await act(id, 'release')).toMatchObject({ status: 409, body: { code: 'sending.not_held' } });
  expect((await act(id, 'hold')).body).toMatchObject({ holdCode: 'by_person', heldAt: expect.any(String) });
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  expect((await act(id, 'release')).body).toMatchObject({ holdCode: null, heldAt: null });
  await drain();
  expect(await arrived(id)).toHaveLength(1);
});

it('lets a manager name what may pass, and nobody pass what the recipient or the law forbids', async () => {
  const id = await aMail({ notBefore: new Date(TOMORROW) });
  await within(() => app.get(HoldsRepository).hold(id, 'conflict', {}, app.clock.now()));
  const override = { overrideCodes: ['conflict'] };
  expect((await act(id, 'release', override, member)).status).toBe(403);
  expect(await act(id, 'release', { overrideCodes: ['opted_out'] })).toMatchObject({
    status: 422,
    body: { code: 'sending.override_refused' },
  });
  expect((await mail(id)).heldAt).not.toBeNull();
  expect((await act(id, 'release', override)).body).toMatchObject({ heldAt: null });
  const [row] = await app.database.asOwner('select hold_params from outbound_messages where id = $1', [id]);
  expect(row).toEqual({ hold_params: { overridden: ['conflict'] } });
});

it('never sends what was cancelled', async () => {
  const id = await aMail();
  expect((await act(id, 'cancel')).body).toMatchObject({ state: 'cancelled', failureCode: 'by_person' });
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  expect(await act(id, 'cancel')).toMatchObject({ status: 409, body: { code: 'sending.not_waiting' } });
});

it('sends a doubt again only when a person says so: the same bytes, a new try', async () => {
  const id = await aMail();
  const bytes = await doubted(id);
  await drain();
  expect(await mail(id)).toMatchObject({ state: 'in_doubt', attempt: 1 });
  expect((await act(id, 'cancel')).status).toBe(409);
  expect((await act(id, 'settle', { was: 'not_sent' })).body).toMatchObject({ state: 'ready' });
  await drain();
  expect(await mail(id)).toMatchObject({ state: 'sent', attempt: 2 });
  const [raw, ...more] = await arrived(id);
  expect(more).toEqual([]);
  expect(raw?.toString().trimEnd()).toBe(bytes.toString().trimEnd());
});

it('ends a doubt when a person says that it was sent, and writes down who', async () => {
  const id = await aMail();
  await doubted(id);
  const { body } = await act(id, 'settle', { was: 'sent' });
  expect(body).toMatchObject({ state: 'sent', evidence: [{ kind: 'person', attempt: 1, code: 'sent' }] });
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  expect(await act(id, 'settle', { was: 'not_sent' })).toMatchObject({
    status: 409,
    body: { code: 'sending.not_in_doubt' },
  });
  const told = await app.database.asOwner(
    `select e.kind, e.actor_user_id as by from events e join event_subjects s on s.event_id = e.id
     where s.subject_id = $1 and e.kind in ('mail.doubt_settled', 'mail.sent') order by e.id`,
    [id],
  );
  expect(told).toEqual(['mail.doubt_settled', 'mail.sent'].map((kind) => ({ kind, by: owner.userId })));
});

it('stops all sending and lets it go again', async () => {
  const id = await aMail();
  expect((await member.browser.post('/sending/pause', {})).status).toBe(403);
  expect((await owner.browser.post('/sending/pause', {})).body).toMatchObject({ isPaused: true });
  expect((await owner.browser.post('/sending/pause', {})).body.code).toBe('sending.already_paused');
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  expect((await owner.browser.post('/sending/resume', {})).body).toMatchObject({ isPaused: false });
  await drain();
  expect(await arrived(id)).toHaveLength(1);
});

it('goes on after a restore when the mailboxes were looked into, or when an owner says why not', async () => {
  const restored = () =>
    app.database.asOwner(
      `update sending_control set is_paused = true, pause_code = 'restored', paused_at = $1, reconciled_at = null`,
      [app.clock.now()],
    );
  const resume = (path: string, body: object = {}, who = owner) => who.browser.post(`/sending/${path}`, body);
  const manager = await invite(app, owner, { role: 'manager' });
  const reason = 'The data folder is new; nothing was put back.';
  await restored();
  expect((await owner.browser.get('/sending')).body).toMatchObject({ needsReconciling: true });
  expect((await resume('resume')).body).toMatchObject({ code: 'sending.not_reconciled' });
  expect((await resume('resume-unreconciled', { reason }, manager)).status).toBe(403);
  expect((await resume('resume-unreconciled', { reason: ' because ' })).status).toBe(400);
  expect((await resume('resume-unreconciled', { reason })).body).toMatchObject({ isPaused: false });
  const told = await app.database.asOwner(
    `select params ->> 'reason' as reason, actor_user_id as by from events where kind = 'sending.resumed_unreconciled'`,
  );
  expect(told).toEqual([{ reason, by: owner.userId }]);

  await restored();
  await app.get(RestoreReconciling).run();
  expect((await resume('resume', {}, manager)).body).toMatchObject({
    isPaused: false,
    needsReconciling: false,
    reconciledAt: app.clock.now().toISOString(),
  });
});

it('gives a program nothing that speaks an older protocol than the database was told', async () => {
  const id = await aMail();
  await app.database.asOwner('update sending_control set protocol = 2');
  await drain();
  await expect(claimed(id)).rejects.toThrow('not to be had');
  await app.database.asOwner('update sending_control set protocol = 1');
  await drain();
  expect(await arrived(id)).toHaveLength(1);
});

it('pauses a mailbox at the fourth doubt in ten minutes, not at the third', async () => {
  for (let count = 1; count <= 3; count += 1) await doubted(await aMail({}, 'doubts'));
  expect(await mailbox('doubts')).toMatchObject({ state: 'active' });
  await doubted(await aMail({}, 'doubts'));
  expect(await mailbox('doubts')).toMatchObject({ state: 'paused', pauseCode: 'too_many_doubts' });
});

it('pauses a mailbox at a 535, so that its password is not tried again', async () => {
  let tries = 0;
  servers.refuse = ({ at, user }) => {
    if (at !== 'auth' || !user.startsWith('refused@')) return null;
    tries += 1;
    return 535;
  };
  const ids = [await aMail({}, 'refused'), await aMail({}, 'refused'), await aMail({}, 'refused')];
  await app.get(SenderWorker).drain();
  expect(await mailbox('refused')).toMatchObject({ state: 'paused', pauseCode: 'sign_in_refused' });
  // Two may be on their way to the server at the same moment, as two looks at one mailbox are.
  expect(tries).toBeLessThanOrEqual(2);
  const before = tries;
  await drain();
  expect(tries).toBe(before);
  for (const id of ids) expect(['ready', 'deferred']).toContain((await mail(id)).state);
});

it('holds a mail back that was in hand at three crashes, until somebody has read it', async () => {
  const id = await aMail({}, 'crashes');
  for (let crash = 1; crash <= 3; crash += 1) {
    expect((await mail(id)).heldAt).toBeNull();
    await claimed(id);
    await app.get(SenderLock).stop();
    await app.get(Orphans).bury();
  }
  expect(await mail(id)).toMatchObject({ state: 'ready', holdCode: 'quarantined' });
  await drain();
  expect(await arrived(id)).toHaveLength(0);
  await act(id, 'release');
  await drain();
  expect(await arrived(id)).toHaveLength(1);
});

it('sends what a person writes at once from a mailbox that rests between steps of sequences', async () => {
  await app.database.asOwner('update mailboxes set next_slot_at = $2 where id = $1', [
    boxes.get('busy'),
    new Date(TOMORROW),
  ]);
  for (const id of [await aMail({}, 'busy'), await aMail({ kind: 'reply' }, 'busy')]) {
    await drain();
    expect(await mail(id)).toMatchObject({ state: 'sent' });
    expect(await arrived(id)).toHaveLength(1);
  }
});
