import { describe, expect, it } from '@jest/globals';
import { Snoozes } from '../../src/modules/inbox/snoozes.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { type StreamNews, StreamService } from '../../src/modules/verifier/stream.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Notify } from '../../src/platform/events/notify.js';
import { type Principal, scopeOf } from '../../src/platform/http/principal.js';
import { aBrand } from '../builders/agency.js';
import { GUEST_POST, walk } from '../builders/campaigns.js';
import type { Pitched } from '../builders/outreach.js';
import type { Answer } from '../http/browser.js';
import { invite } from '../http/people.js';
import { answer, InboxDesk } from './inbox-desk.js';

const desk = InboxDesk.ofThisFile();
const post = (path: string, body: object = {}): Promise<Answer> => desk.owner.browser.post(path, body);
const lastOf = async (one: Pitched): Promise<Answer['body']> =>
  (await desk.conversationOf(one)).messages.at(-1);
const principal = (clientIds: readonly string[] | null = null, who = desk.owner): Principal => ({
  ...{ userId: who.userId, memberId: who.memberId, workspaceId: who.workspaceId, role: 'member', clientIds },
  ...{ locale: 'en', tokenId: null, sessionId: null },
});

describe('a conversation that is put off', () => {
  const putOff = async (): Promise<{ one: Pitched; id: string }> => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'Ask me again in an hour.'));
    const { id } = await desk.conversationOf(one);
    const until = new Date(desk.app.clock.now().getTime() + 3_600_000).toISOString();
    const { body } = await post(`/conversations/${String(id)}/snooze`, { until });
    expect(body.snoozedUntil).toBe(until);
    return { one, id: String(id) };
  };

  it('wakes at its moment, and not a second earlier', async () => {
    const { one } = await putOff();
    desk.app.clock.advance({ seconds: 3_599 });
    await desk.app.get(Snoozes).wake();
    expect((await desk.conversationOf(one)).snoozedUntil).not.toBeNull();
    desk.app.clock.advance({ seconds: 1 });
    await desk.app.get(Snoozes).wake();
    expect(await desk.conversationOf(one)).toMatchObject({ snoozedUntil: null, state: 'to_answer' });
  });

  it('is woken by an answer before', async () => {
    const { one } = await putOff();
    await desk.arrives(answer(one, 'Never mind, do it now.'));
    expect(await desk.conversationOf(one)).toMatchObject({ snoozedUntil: null, state: 'to_answer' });
  });
});

it('of two people who answer somebody at once who must not be mailed, one answers', async () => {
  const one = await desk.aPitched();
  await desk.arrives(answer(one, 'Please remove me from your list.'));
  const { id } = await desk.conversationOf(one);
  const answers = await Promise.all(
    ['Sorry, we will.', 'Done, sorry.'].map((text) => post(`/conversations/${String(id)}/reply`, { text })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('conversation.answered_once');
  const out = (await desk.conversationOf(one)).messages.filter(
    ({ direction }: Answer['body']) => direction === 'out',
  );
  expect(out).toHaveLength(2);
});

describe('words that look like terms', () => {
  const offered = async (): Promise<{ one: Pitched; mail: Answer['body'] }> => {
    const one = await desk.aPitched();
    await desk.arrives(
      answer(one, 'Fine. We will give you a dofollow link, and it goes live on 1 December 2026.'),
    );
    return { one, mail: await lastOf(one) };
  };
  /** Everything is done that comes before an agreement. */
  const handedIn = async ({ pitchId }: Pitched): Promise<void> => {
    const { revision } = (await desk.owner.browser.get(`/pitches/${pitchId}`)).body;
    const { body } = await desk.owner.browser.patch(`/pitches/${pitchId}`, { revision, fields: GUEST_POST });
    await walk(desk.owner, body, ['qualified', 'pitched', 'topic_agreed', 'drafting', 'submitted']);
  };
  const placements = async ({ pitchId }: Pitched): Promise<Answer['body'][]> =>
    (await desk.owner.browser.get(`/pitches/${pitchId}`)).body.placements;

  it('are offered, and recorded by nobody but a person, the mail being the source', async () => {
    const { one, mail } = await offered();
    expect(mail).toMatchObject({ termsState: 'offered' });
    expect(mail.terms.map(({ term }: Answer['body']) => term)).toContain('rel');
    expect(await placements(one)).toEqual([]);
    await handedIn(one);
    const path = `/inbound-messages/${String(mail.id)}/terms/record`;
    const recorded = await post(path, { rel: 'follow', targetUrl: 'https://heron.example/guide' });
    expect(recorded.status).toBe(200);
    expect((await lastOf(one)).termsState).toBe('recorded');
    const [placement] = await placements(one);
    const { termSources } = (await desk.owner.browser.get(`/placements/${String(placement?.id)}`)).body;
    expect(termSources).toMatchObject([
      {
        kind: 'mail',
        conversationId: (await desk.conversationOf(one)).id,
        agreedOn: '2026-11-20',
        recordedBy: 'Olga Owner',
      },
    ]);
    expect((await post(path, { rel: 'follow' })).body.code).toBe('inbound.no_terms');
  });

  it('are laid aside, and then offered no more', async () => {
    const { one, mail } = await offered();
    const path = `/inbound-messages/${String(mail.id)}/terms/dismiss`;
    expect((await post(path)).status).toBe(200);
    expect((await lastOf(one)).termsState).toBe('dismissed');
    expect(await placements(one)).toEqual([]);
    expect((await post(path)).body.code).toBe('inbound.no_terms');
  });
});

describe('a doubtful request for no more mail', () => {
  const doubtful = async (): Promise<{ one: Pitched; path: string }> => {
    const one = await desk.aPitched();
    await desk.arrives(answer(one, 'Please stop emailing me unless you pay for it.'));
    const mail = await lastOf(one);
    expect(mail.optOut).toMatchObject({ answer: 'doubtful', decided: null });
    expect(await desk.suppressed(one.address)).toEqual([]);
    return { one, path: `/inbound-messages/${String(mail.id)}/opt-out/decide` };
  };

  it('keeps the address from mail when a person says that it is one, and is decided once', async () => {
    const { one, path } = await doubtful();
    expect((await post(path, { answer: 'suppress' })).status).toBe(200);
    expect(await desk.suppressed(one.address)).toMatchObject([{ reason: 'asked', source: 'reply' }]);
    expect(await desk.stateOf(one)).toBe('stopped opted_out');
    expect((await post(path, { answer: 'ignore' })).body.code).toBe('inbound.no_opt_out');
  });

  it('keeps it from nothing when a person says that it is none; the sequence waits for a person all the same', async () => {
    const { one, path } = await doubtful();
    expect((await post(path, { answer: 'ignore' })).status).toBe(200);
    expect(await desk.suppressed(one.address)).toEqual([]);
    expect(await desk.stateOf(one)).toMatch(/^paused/);
    expect((await lastOf(one)).optOut.decided).toBe('ignore');
  });
});

it('asking who follows somebody who has left is a task in the language of the workspace', async () => {
  const titles: string[] = [];
  for (const locale of ['en', 'nl']) {
    await desk.owner.browser.patch('/workspace', { locale });
    const one = await desk.aPitched({ name: `Bo ${locale}` });
    await desk.arrives(
      answer(one, 'Bo is no longer with the company.', {
        subject: `Automatic reply: ${one.first.subject}`,
        headers: { 'Auto-Submitted': 'auto-replied' },
      }),
    );
    const [task] = await desk.app.database.asOwner<{ title: string }>(
      'select title from tasks where pitch_id = $1',
      [one.pitchId],
    );
    titles.push(task?.title ?? '');
  }
  await desk.owner.browser.patch('/workspace', { locale: 'en' });
  expect(titles).toEqual(['Ask who follows Bo en', 'Vraag wie Bo nl opvolgt']);
});

it('what happened to a mailbox is read on its timeline', async () => {
  const { status, body } = await desk.owner.browser.get(`/timelines/mailbox/${desk.mailboxId}`);
  expect(status).toBe(200);
  expect(body.items.map(({ kind }: Answer['body']) => kind)).toContain('mailbox.connected');
  const nowhere = await desk.owner.browser.get(`/timelines/mailbox/${desk.owner.memberId}`);
  expect(nowhere.body.code).toBe('timeline.not_found');
});

describe('the stream of a workspace', () => {
  /** What is heard while something is done: news come in the order they were sent, so the last one ends it. */
  async function heard(who: Principal, work: () => Promise<unknown>): Promise<StreamNews[]> {
    const news: StreamNews[] = [];
    let isOver = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    const listening = desk.app
      .get(StreamService)
      .watch(who)
      .subscribe(({ type, data }) => {
        if (type !== undefined) return;
        const one = data as StreamNews;
        if (one.type === 'notification') isOver();
        else news.push(one);
      });
    const notify = desk.app.get(Notify);
    await notify.subscribe('notification', () => undefined);
    await work();
    const { workspaceId, memberId: id } = who;
    await desk.app
      .get(Database)
      .inWorkspace(scopeOf(who), () => notify.publish('notification', { workspaceId, id }));
    await over;
    listening.unsubscribe();
    return news;
  }

  it('tells of mail that came in, of a conversation that was moved, and of a mail that left, to those who may see them', async () => {
    const one = await desk.aPitched();
    const came = await heard(principal(), () => desk.arrives(answer(one, 'Tell me more.')));
    const { id } = await desk.conversationOf(one);
    expect(came).toContainEqual({ type: 'conversation', id, phase: null });
    const done = await heard(principal(), () => post(`/conversations/${String(id)}/done`));
    expect(done).toContainEqual({ type: 'conversation', id, phase: null });
    const { outboundId } = (await post(`/conversations/${String(id)}/reply`, { text: 'Here it is.' })).body;
    const left = await heard(principal(), () => desk.app.get(SenderWorker).drain());
    expect(left).toContainEqual({ type: 'mail', id: outboundId, phase: null });

    const other = await aBrand(desk.owner, 'elsewhere');
    const limited = await invite(desk.app, desk.owner, { role: 'member', clientIds: [other.clientId] });
    const unseen = await heard(principal([other.clientId], limited), () =>
      desk.arrives(answer(one, 'And more.')),
    );
    expect(unseen.filter((news) => news.id === id)).toEqual([]);
  });
});
