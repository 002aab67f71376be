import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { AlertRounds } from '../../src/modules/alerts/rounds.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { linking, reading } from '../builders/judged.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp, signIn } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

let pages = 0;
const place = (changes: Record<string, unknown> = {}) =>
  aPlacement(owner, brand.brandId, { sourceUrl: `https://told${++pages}.example/post`, ...changes });

/** Lets hours pass; a session does not last over days, so the owner signs in again. */
async function later(hours: number): Promise<void> {
  app.clock.advance({ hours });
  owner = await signIn(app, owner.email);
}

/** A placement that was live and then found without its link until it was removed. */
async function lose(changes: Record<string, unknown> = {}): Promise<string> {
  const { id } = await place(changes);
  await check(app, owner, id, linking({}));
  for (const hours of [24, 3, 12, 12, 24]) {
    await later(hours);
    await check(app, owner, id, reading({ occurrences: [] }));
  }
  await app.get(JobRuntime).drain();
  return id;
}

const bell = async (who: Person): Promise<Answer['body']> => (await who.browser.get('/notifications')).body;
const told = async (who: Person): Promise<string[]> =>
  (await bell(who)).items.map((line: { kind: string }) => line.kind);
const mails = async (): Promise<Answer['body'][]> => (await owner.browser.get('/mail?limit=200')).body.items;
const round = async (): Promise<void> => {
  await app.get(AlertRounds).round();
  await app.get(JobRuntime).drain();
};

describe('the bell', () => {
  it('tells the owner of a placement of a lost link once, in their language, and forgets nothing when read', async () => {
    const id = await lose({ ownerMemberId: owner.memberId });
    const { items, unread } = await bell(owner);
    expect(items[0]).toMatchObject({ kind: 'lost', subjectKind: 'placement', subjectId: id, readAt: null });
    expect(items[0].text).toBe(`The link on told${pages}.example to https://shop.example/guide was removed.`);
    expect(unread).toBeGreaterThan(0);
    expect((await owner.browser.post('/notifications/read', { all: true })).body).toEqual({ unread: 0 });
    expect((await bell(owner)).items[0].readAt).not.toBeNull();
  });

  it('does not ring for one bad check', async () => {
    const before = await told(owner);
    const { id } = await place({ ownerMemberId: owner.memberId });
    await check(app, owner, id, linking({}));
    await later(24);
    await check(app, owner, id, reading({ occurrences: [] }));
    await app.get(JobRuntime).drain();
    expect(await told(owner)).toEqual(before);
  });

  it('rings for nobody but the one who looks after it', async () => {
    const colleague = await invite(app, owner, { role: 'member' });
    const before = await told(owner);
    await lose({ ownerMemberId: colleague.memberId });
    expect(await told(owner)).toEqual(before);
    expect(await told(await signIn(app, colleague.email))).toContain('lost');
  });

  it('tells an overdue placement once, however many rounds come', async () => {
    await place({
      sourceUrl: undefined,
      site: 'awaited.example',
      dueOn: app.clock.now().toISOString().slice(0, 10),
      ownerMemberId: owner.memberId,
    });
    await later(48);
    await round();
    await round();
    expect((await told(owner)).filter((kind) => kind === 'overdue')).toHaveLength(1);
  });
});

describe('the daily digest', () => {
  it('is one mail a person and day, kept by the catcher, and says how things stand now', async () => {
    const lost = await lose({ ownerMemberId: owner.memberId });
    app.clock.setTo('2026-12-20T05:30:00Z');
    owner = await signIn(app, owner.email);
    await round();
    const mine = async () =>
      (await mails()).filter(({ kind, toAddress }) => kind === 'digest' && toAddress === owner.email);
    const before = await mine();
    app.clock.setTo('2026-12-20T06:10:00Z');
    await round();
    await round();
    const digests = await mine();
    expect(digests).toHaveLength(before.length + 1);
    expect(digests[0]).toMatchObject({ state: 'caught' });
    const { body } = await owner.browser.get(`/mail/${digests[0].id}`);
    expect(body.text).toContain('removed');
    expect(body.html).toContain(`/placements/${lost}`);
  });

  it('is not written when nothing changed', async () => {
    app.clock.setTo('2026-12-21T09:00:00Z');
    owner = await signIn(app, owner.email);
    const before = (await mails()).length;
    await round();
    expect(await mails()).toHaveLength(before);
  });

  it('leaves out a link that was lost and is back', async () => {
    const id = await lose({ ownerMemberId: owner.memberId });
    await later(24);
    await check(app, owner, id, linking({}));
    await app.get(JobRuntime).drain();
    const before = (await mails()).length;
    app.clock.setTo('2026-12-30T09:00:00Z');
    owner = await signIn(app, owner.email);
    await round();
    expect(await mails()).toHaveLength(before);
  });

  it('leaves out the links of a client that the person may no longer see', async () => {
    const colleague = await invite(app, owner, { role: 'member' });
    await lose({ ownerMemberId: colleague.memberId });
    const limit = { limitedToClients: true, clientIds: [] };
    expect((await owner.browser.patch(`/members/${colleague.memberId}`, limit)).status).toBe(200);
    app.clock.advance({ hours: 24 });
    owner = await signIn(app, owner.email);
    await round();
    const told = (await mails()).filter(({ toAddress }) => toAddress === colleague.email);
    expect(told.map(({ kind }) => kind)).toEqual(['invitation']);
  });
});

describe('system mail', () => {
  it('goes to the operator’s server, and a server that says later is tried again', async () => {
    const taken: string[] = [];
    let refusals = 1;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        refusals -= 1;
        done(refusals >= 0 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
      },
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          taken.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const mailing = await startApp({
      settings: {
        LINKLEDGER_SMTP_URL: `smtp://127.0.0.1:${port}`,
        LINKLEDGER_MAIL_FROM: 'Ledger <ledger@agency.example>',
      },
    });
    try {
      const manager = await setUp(mailing, 'mo@agency.example');
      const { body } = await manager.browser.post('/mail/test');
      await mailing.get(JobRuntime).drain();
      expect((await manager.browser.get(`/mail/${body.id}`)).body).toMatchObject({
        state: 'ready',
        lastError: expect.stringContaining('try later'),
      });
      await mailing.database.asApp(`update graphile_worker._private_jobs set run_at = '-infinity'`);
      await mailing.get(JobRuntime).drain();
      expect((await manager.browser.get(`/mail/${body.id}`)).body).toMatchObject({
        state: 'sent',
        lastError: null,
      });
      expect(taken).toHaveLength(1);
      expect(taken[0]).toContain('To: ');
    } finally {
      await mailing.close();
      await new Promise<void>((resolve) => server.close(resolve));
    }
  });

  it('carries an invitation to whom it is for', async () => {
    const wish = { email: 'ina@agency.example', role: 'member', limitedToClients: false, clientIds: [] };
    const { body } = await owner.browser.post('/invitations', wish);
    await app.get(JobRuntime).drain();
    const [mail] = (await mails()).filter(({ toAddress }) => toAddress === 'ina@agency.example');
    expect(mail).toMatchObject({ kind: 'invitation', state: 'caught' });
    expect((await owner.browser.get(`/mail/${mail.id}`)).body.text).toContain(body.link);
  });

  it('is for managers to read', async () => {
    const viewer = await invite(app, owner, { role: 'viewer' });
    expect((await viewer.browser.get('/mail')).status).toBe(403);
  });
});

describe('today', () => {
  it('lists what was lost this week with its rows, and the first steps until they are done', async () => {
    const lost = await lose();
    const { body } = await owner.browser.get('/today');
    const list = body.lists.find(({ key }: { key: string }) => key === 'lost');
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(lost);
    expect(body.firstSteps).toEqual({ client: true, brand: true, placement: true, done: true });
  });
});
