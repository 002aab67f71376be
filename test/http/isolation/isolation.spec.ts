import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { putInbound } from '../../builders/inbound-mail.js';
import { putOutbound } from '../../builders/outbound-mail.js';
import { startApp, type TestApp } from '../app.js';
import { call, queryOf, sendingOf } from '../authorisation/requests.js';
import { type Route, routesOf } from '../authorisation/routes.js';
import { tableHash } from '../authorisation/table-hash.js';
import type { Answer, Browser } from '../browser.js';
import { anotherWorkspace, invite, type Person, setUp } from '../people.js';
import { Difference, overhear } from './consulted.js';
import { idsOf, type SeededClient, seedClient, seedProposal, seedWorkspace } from './seed.js';
import { seedLinks, seedRecords } from './seed-records.js';
import { withoutWorkspaceConditions } from './without-conditions.js';

const CANARY = 'heron-canary';
const OTHER_CANARY = 'osprey-canary';

/** Some thousand requests; a busy machine takes its time. */
jest.setTimeout(900_000);

let app: TestApp;
let owner: Person;
let stranger: Person;
let hidden: SeededClient;
let limited: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app, `olga@${CANARY}.example`);
  stranger = await anotherWorkspace(app, 'Osprey');
  const seeded = await seedClient(app.database, owner, `${CANARY}-hidden`);
  const links = await seedLinks(owner, seeded, `${CANARY}-hidden`);
  const words = `${CANARY}-hidden`;
  const mail = await putOutbound(app.database, { ...owner, clientId: seeded.clientId, words });
  const came = await putInbound(app.database, { ...owner, clientId: seeded.clientId, words, html: words });
  const ids = [...seeded.ids, ...links, mail, came.conversationId, came.inboundId];
  hidden = { ...seeded, ids };
  const shown = await seedClient(app.database, owner, 'shown');
  await seedWorkspace(app.database, owner, CANARY);
  await seedRecords(owner, CANARY);
  await seedProposal(app.database, owner, CANARY);
  await seedClient(app.database, stranger, OTHER_CANARY);
  limited = await invite(app, owner, {
    role: 'member',
    clientIds: [shown.clientId],
    email: 'lea@agency.example',
  });
});
afterAll(() => app.close());

/** Operations that take an id, in the path, the query or the body. */
function routesWithIds(): Route[] {
  return routesOf(app.nest).filter((route) => {
    const sent = JSON.stringify(sendingOf(route, 'AN-ID').json ?? '') + queryOf(route, 'AN-ID');
    const mentions = sent.includes('AN-ID');
    return (/:(?!token|service)/.test(route.path) || mentions) && route.name !== 'POST /api/v1/clients';
  });
}

/** An answer without what differs from request to request. */
function comparable(answer: Answer, id: string): string {
  const body = JSON.stringify(answer.body)
    .replaceAll(id, 'ID')
    .replace(/"requestId":"[^"]*"/, '');
  return `${answer.status} ${body}`;
}

/** Ids tried of those that can make no difference: other ones at each operation. */
const OTHERS = 2;

/** What an operation answers for somebody else's ids and would not answer for an id nobody has. */
async function leaks(
  browser: Browser,
  ids: readonly string[],
  canary: string,
  routes = routesWithIds(),
): Promise<string[]> {
  const found: string[] = [];
  const difference = await Difference.of(app.database, ids);
  const overheard = overhear(app.nest.get(DataSource));
  for (const [at, route] of routes.entries()) {
    const nobody = randomUUID();
    const expected = comparable(await call(browser, route, nobody), nobody);
    const tried = new Set(difference.after(overheard.with(nobody)));
    for (let other = 0; other < OTHERS; other += 1) tried.add(ids[(at * OTHERS + other) % ids.length] ?? '');
    const answers = await Promise.all(
      [...tried].map(async (id) => comparable(await call(browser, route, id), id)),
    );
    for (const given of answers) {
      if (given !== expected) found.push(`${route.name}: ${given}, not ${expected}`);
      if (given.includes(canary)) found.push(`${route.name} tells ${given}`);
    }
  }
  overheard.undo();
  return found;
}

/** Lists, counts and exports that hold a word of somebody else. */
async function listsWith(browser: Browser, canary: string): Promise<string[]> {
  const found: string[] = [];
  for (const route of routesOf(app.nest).filter(
    ({ method, path }) => method === 'GET' && !path.includes(':'),
  )) {
    const answers = [await browser.head(route.path), await call(browser, route)];
    if (JSON.stringify(answers.map(({ body }) => body)).includes(canary)) found.push(route.name);
  }
  return found;
}

describe('another workspace', () => {
  it('is as if it did not exist, and stays as it is', async () => {
    const ids = await idsOf(app.database, owner.workspaceId);
    expect(ids.length).toBeGreaterThan(30);
    const before = await tableHash(app.database, owner.workspaceId);
    expect(await leaks(stranger.browser, ids, CANARY)).toEqual([]);
    expect(await listsWith(stranger.browser, CANARY)).toEqual([]);
    expect(await tableHash(app.database, owner.workspaceId)).toBe(before);
  });

  it('answers its own people about each of their ids, which the same questions notice', async () => {
    const ids = await idsOf(app.database, owner.workspaceId);
    const routes = routesWithIds().filter(({ method, path }) => method === 'GET' && path.includes(':'));
    const noticed = await leaks(owner.browser, ids, CANARY, routes);
    expect(
      routes.filter(({ name }) => noticed.some((leak) => leak.startsWith(`${name}:`))).length,
    ).toBeGreaterThan(50);
  });

  it('shows in the lists of its own people', async () => {
    const lists = ['members', 'contacts', 'contact-proposals', 'doubles', 'merges', 'prospects', 'tags'];
    const more = ['custom-fields', 'suppressions', 'saved-views', 'publishers', 'relationships', 'imports'];
    const outreach = ['enrollments', 'sequences', 'outbox', 'conversations', 'mailboxes'];
    const names = [...lists, ...more, ...outreach].map((list) => `GET /api/v1/${list}`);
    const shown = await listsWith(owner.browser, CANARY);
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('stays apart with the workspace condition taken out of every query', async () => {
    const ids = await idsOf(app.database, owner.workspaceId);
    const before = await tableHash(app.database, owner.workspaceId);
    const mutation = withoutWorkspaceConditions(app.nest.get(DataSource));
    try {
      expect(await leaks(stranger.browser, ids, CANARY)).toEqual([]);
      expect(await listsWith(stranger.browser, CANARY)).toEqual([]);
      expect(mutation.taken()).toBeGreaterThan(20);
    } finally {
      mutation.undo();
    }
    expect(await tableHash(app.database, owner.workspaceId)).toBe(before);
  });
});

describe('a client that a member is not limited to', () => {
  it('is as if it did not exist', async () => {
    expect(await leaks(limited.browser, hidden.ids, `${CANARY}-hidden`)).toEqual([]);
    expect(await listsWith(limited.browser, `${CANARY}-hidden`)).toEqual([]);
  });

  it('is held back by the database, too', async () => {
    const tables = [
      ...['clients', 'brands', 'target_pages', 'placements'],
      ...['relationships', 'links', 'client_exclusions', 'imports'],
      ...['enrollments', 'outbound_messages', 'conversations', 'inbound_messages'],
    ];
    for (const table of tables) {
      const seen = await app.database.asApp<{ n: number }>(
        `with a as materialized (select set_config('app.workspace_id', '${owner.workspaceId}', false) as w,
           set_config('app.client_ids', '${randomUUID()}', false) as c)
         select (select count(*)::int from ${table} where a.w is not null and a.c is not null) as n from a`,
      );
      expect([table, seen[0]?.n]).toEqual([table, 0]);
    }
  });
});
