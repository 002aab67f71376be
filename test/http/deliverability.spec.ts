import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { type PlantedMail, plantMails } from '../builders/mail-month.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

/** The clock stands at Friday 20 November 2026, 10:00 in Amsterdam. */
let app: TestApp;
let owner: Person;
let shoes: MadeBrand;
let lamps: MadeBrand;
let mails: PlantedMail[];

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shoes = await aBrand(owner, 'shoes');
  lamps = await aBrand(owner, 'lamps');
  const ground = { workspaceId: owner.workspaceId, clientIds: [shoes.clientId, lamps.clientId] };
  mails = await plantMails(app, ground, 1_200);
});
afterAll(() => app.close());

const asked = async (query: string, who = owner): Promise<Answer['body']> => {
  const { status, body } = await who.browser.get(`/deliverability${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
};

const became = ({ answers }: PlantedMail, ...kinds: string[]) =>
  answers.some(({ kind, corrected }) => kinds.includes(corrected ?? kind));
const isHard = (mail: PlantedMail) =>
  mail.answers.some((one) => (one.corrected ?? one.kind) === 'bounce' && one.permanent);

/** Counts what was planted one by one, knowing nothing of how the program counts. */
function counted(chosen: readonly PlantedMail[]) {
  const outreach = chosen.filter(({ kind, finalReply }) => kind !== 'reply' && finalReply !== 'caught');
  const sent = outreach.filter(({ state }) => state === 'sent');
  return {
    sent: sent.length,
    bouncedHard: sent.filter(isHard).length,
    bouncedSoft: sent.filter((mail) => became(mail, 'bounce') && !isHard(mail)).length,
    replies: sent.filter((mail) => became(mail, 'reply')).length,
    autoReplies: sent.filter((mail) => became(mail, 'auto_reply', 'left_company')).length,
    optOuts: sent.filter((mail) => mail.oneClick || became(mail, 'unsubscribe')).length,
    complaints: sent.filter((mail) => became(mail, 'complaint')).length,
    doubts: outreach.filter(({ state }) => state === 'in_doubt' || state === 'unknown').length,
  };
}

/** Mails from one moment up to another. */
const between = (from: string, to: string, of = mails) =>
  of.filter(({ at }) => at >= new Date(from) && at < new Date(to));

it.each([
  ['the last thirty days', '', '2026-10-21T22:00Z', '2026-11-20T23:00Z'],
  [
    'over the change of the clocks',
    '?from=2026-10-20&to=2026-10-25',
    '2026-10-19T22:00Z',
    '2026-10-25T23:00Z',
  ],
  ['a single day', '?from=2026-11-10&to=2026-11-10', '2026-11-09T23:00Z', '2026-11-10T23:00Z'],
])('counts as one who counts by hand: %s', async (_period, query, from, to) => {
  const { items, all } = await asked(query);
  const chosen = between(from, to);
  expect(all).toMatchObject(counted(chosen));
  for (const item of items)
    expect(item).toMatchObject({
      name: item.name,
      ...counted(chosen.filter(({ mailbox }) => mailbox === item.name)),
    });
  const sending = chosen.filter(({ kind, finalReply, state }) => {
    return kind !== 'reply' && finalReply !== 'caught' && ['sent', 'in_doubt', 'unknown'].includes(state);
  });
  expect(items.map((item: { name: string }) => item.name).sort()).toEqual(
    [...new Set(sending.map(({ mailbox }) => mailbox))].sort(),
  );
});

it('tells no share of fewer than twenty mails, and n beside every share', async () => {
  const { items } = await asked('');
  const few = items.filter((item: { n: number }) => item.n < 20);
  expect(few.map((item: { name: string }) => item.name)).toEqual(['quiet@agency.example']);
  for (const { n, sent, shares, replies } of items) {
    expect(n).toBe(sent);
    expect(shares.replied).toEqual(n < 20 ? null : replies / n);
    if (n < 20) expect(Object.values(shares)).toEqual([null, null, null, null]);
  }
});

it('counts one client alone, and shows a limited member nothing else', async () => {
  const chosen = between('2026-10-21T22:00Z', '2026-11-20T23:00Z').filter(
    ({ clientId }) => clientId === lamps.clientId,
  );
  const limited = await invite(app, owner, { role: 'member', clientIds: [lamps.clientId] });
  expect((await asked(`?clientId=${lamps.clientId}`)).all).toMatchObject(counted(chosen));
  const { all } = await asked('', limited);
  expect([all.sent, all.replies, all.doubts]).toEqual([
    counted(chosen).sent,
    counted(chosen).replies,
    counted(chosen).doubts,
  ]);
});

it('says what it does not know', async () => {
  const { notKnown } = await asked('');
  const chosen = between('2026-10-21T22:00Z', '2026-11-20T23:00Z');
  const known = Object.fromEntries(
    notKnown.map((one: { code: string; count: number }) => [one.code, one.count]),
  );
  const late = between('2026-11-17T09:00Z', '2026-11-20T23:00Z');
  expect(known).toEqual({
    still_coming: counted(late).sent,
    doubts: counted(chosen).doubts,
    caught: chosen.filter((m) => m.finalReply === 'caught' && m.state === 'sent' && m.kind !== 'reply')
      .length,
  });
});

it('puts mails without a template on a line of their own, and refuses a period that ends before it begins', async () => {
  const { items } = await asked('?groupBy=template');
  expect(items.map((item: { id: string | null; name: string }) => [item.id, item.name])).toEqual([
    [null, ''],
  ]);
  const refused = await owner.browser.get('/deliverability?from=2026-11-21&to=2026-11-20');
  expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
});

type WaitingLists = Record<'doubts' | 'held' | 'to_answer' | 'mailboxes_paused', Answer['body']>;

it('Today names the mail that waits for whoever looks: doubts, what is theirs to answer, what is held, paused mailboxes', async () => {
  const limited = await invite(app, owner, { role: 'member', clientIds: [lamps.clientId] });
  const now = app.clock.now();
  const held = mails.find(({ state, clientId }) => state === 'ready' && clientId === shoes.clientId);
  await app.database.asOwner(
    `update outbound_messages set hold_code = 'ground_missing', held_at = $2 where id = $1`,
    [held?.id, now],
  );
  await app.database.asOwner(
    `update mailboxes set state = 'paused', pause_code = 'refused', paused_at = $1 where address like 'quiet@%'`,
    [now],
  );
  const [mine, free, theirs, snoozed] = [newId(), newId(), newId(), newId()];
  await app.database.asOwner(
    `insert into conversations (workspace_id, id, client_id, subject, state, assignee_member_id, snoozed_until, last_at, created_at, updated_at)
     select $1, c.id, $2, 'A subject', 'to_answer', c.member, c.until, $3, $3, $3
     from unnest($4::uuid[], $5::uuid[], $6::timestamptz[]) as c (id, member, until)`,
    [
      owner.workspaceId,
      lamps.clientId,
      now,
      [mine, free, theirs, snoozed],
      [owner.memberId, null, limited.memberId, null],
      [null, null, null, new Date(now.getTime() + 1)],
    ],
  );
  const waiting = async (who: Person, query = '') => {
    const { body } = await who.browser.get(`/today${query}`);
    return Object.fromEntries(body.mail.map((list: { key: string }) => [list.key, list])) as WaitingLists;
  };
  const doubts = (of: readonly PlantedMail[]) =>
    of.filter(({ state }) => state === 'in_doubt' || state === 'unknown').length;
  const ids = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id).sort();
  const all = await waiting(owner);
  expect([all.doubts.total, all.doubts.items.length, all.held.total, all.to_answer.total]).toEqual([
    doubts(mails),
    10,
    1,
    2,
  ]);
  expect(ids(all.to_answer)).toEqual([mine, free].sort());
  expect(all.held.items[0]).toMatchObject({
    state: 'ground_missing',
    address: `/outbox?state=held&m=${held?.id}`,
  });
  expect(all.mailboxes_paused.items[0]).toMatchObject({ title: 'quiet@agency.example', state: 'refused' });
  const ofLamps = await waiting(limited);
  expect([ofLamps.doubts.total, ofLamps.held, ids(ofLamps.to_answer)]).toEqual([
    doubts(mails.filter(({ clientId }) => clientId === lamps.clientId)),
    undefined,
    [free, theirs].sort(),
  ]);
  expect((await waiting(owner, `?clientId=${shoes.clientId}`)).to_answer).toBeUndefined();
  expect((await waiting(owner, `?brandId=${lamps.brandId}`)).to_answer.total).toBe(2);
});
