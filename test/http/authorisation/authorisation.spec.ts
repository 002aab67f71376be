import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Right, ROLES, rightsOf } from '../../../src/core/access/roles.js';
import { SessionsService } from '../../../src/modules/access/sessions.service.js';
import { newId } from '../../../src/platform/database/id.js';
import { startApp, type TestApp } from '../app.js';
import { Browser } from '../browser.js';
import { apiToken, invite, type Person, setUp } from '../people.js';
import type { Access } from './access.js';
import { MATRIX } from './matrix.js';
import { call } from './requests.js';
import { type Route, routesOf } from './routes.js';
import { tableHash } from './table-hash.js';

/** Somebody who calls, with what they may. */
interface Subject {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly hasSession: boolean;
  /** A browser with a session of its own: some calls end theirs. */
  readonly browser: () => Promise<Browser>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Some thousand requests with a look at every table around each group of operations; a busy machine takes its time. */
jest.setTimeout(600_000);

let app: TestApp;
let subjects: readonly Subject[];
let routes: readonly Route[];
beforeAll(async () => {
  app = await startApp();
  const owner = await setUp(app);
  const people = [owner];
  for (const role of ['manager', 'member', 'viewer'] as const)
    people.push(await invite(app, owner, { role }));
  const limited = await invite(app, owner, { role: 'member', clientIds: [] });
  const { body: theirs } = await owner.browser.post('/clients', { name: 'Fernside' });
  const ofClient = await invite(app, owner, { role: 'client', clientIds: [theirs.id] });
  const tokens = await tokensOfClient(owner, theirs.id);
  const roles = ['owner', 'manager', 'member', 'viewer'] as const;
  subjects = [
    { name: 'nobody', rights: [], hasSession: false, browser: plain, headers: {} },
    ...roles.map((role, index) => signedIn(role, role, people[index] ?? owner)),
    signedIn('a member limited to clients', 'member', limited),
    signedIn('somebody of a client', 'client', ofClient),
    ...(['read', 'write'] as const).map((scope) => ({
      name: `a ${scope} token of somebody of a client`,
      rights: rightsOf('client', scope),
      hasSession: false,
      browser: plain,
      headers: tokens[scope],
    })),
    {
      name: "an owner's read token",
      rights: rightsOf('owner', 'read'),
      hasSession: false,
      browser: plain,
      headers: await apiToken(owner, 'read'),
    },
    {
      name: "an owner's write token",
      rights: rightsOf('owner', 'write'),
      hasSession: false,
      browser: plain,
      headers: await apiToken(owner, 'write'),
    },
  ];
  for (const subject of subjects)
    await (await subject.browser()).get('/session', { headers: subject.headers });
  routes = routesOf(app.nest);
});
afterAll(() => app.close());

/** Tokens of a member who became somebody of a client since: they may no more than their bearer. */
async function tokensOfClient(owner: Person, clientId: string) {
  const former = await invite(app, owner, { role: 'member' });
  const tokens = { read: await apiToken(former, 'read'), write: await apiToken(former, 'write') };
  const changed = await owner.browser.patch(`/members/${former.memberId}`, {
    role: 'client',
    clientIds: [clientId],
  });
  expect(changed.status).toBe(200);
  return tokens;
}

function plain(): Promise<Browser> {
  return Promise.resolve(new Browser(app.url));
}

function signedIn(name: string, role: (typeof ROLES)[number], person: Person): Subject {
  const visit = { network: '127.0.0.1', userAgent: 'test', requestId: newId(), before: null };
  const browser = async () => {
    const opened = await app.get(SessionsService).open(person, visit);
    const fresh = new Browser(app.url);
    fresh.plant('linkledger', opened.secret);
    return fresh;
  };
  return { name, rights: rightsOf(role), hasSession: true, browser, headers: {} };
}

/** Operations between two looks at every table: a look takes longer than they do. */
const GROUP = 20;

function inGroups(all: readonly Route[]): Route[][] {
  return Array.from({ length: Math.ceil(all.length / GROUP) }, (_, no) =>
    all.slice(no * GROUP, (no + 1) * GROUP),
  );
}

/** The status somebody must be refused with, or null when they must be let in. */
function refusal(access: Access, subject: Subject): number | null {
  if (access === 'public') return null;
  if (subject.rights.length === 0) return 401;
  return mayEnter(access, subject) ? null : 403;
}

function mayEnter(access: Exclude<Access, 'public'>, { rights, hasSession }: Subject): boolean {
  if (access === 'session') return hasSession;
  return access === 'team_session' ? hasSession && rights.includes('read') : rights.includes(access);
}

/** Whether operations of this kind may end the session they are called with. */
function maySignOut(access: Access): boolean {
  return access === 'session' || access === 'public';
}

/** Whether somebody who may enter did not get in. */
function keepsOut(access: Access, status: number): boolean {
  return status >= 500 || (access !== 'public' && [401, 403].includes(status));
}

describe('every operation', () => {
  it('has a line in the matrix', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.map((route) => route.name).filter((name) => MATRIX[name] === undefined)).toEqual([]);
  });

  it('that has a line exists', () => {
    const names = routes.map((route) => route.name);
    expect(Object.keys(MATRIX).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says who may call it', () => {
    expect(routes.filter((route) => !route.isPublic && route.right === undefined)).toEqual([]);
  });

  it('that is not one’s own session is closed to people of clients, except in their own part', () => {
    const open = routes.filter(
      ({ right, isPublic }) => !isPublic && rightsOf('client').includes(right ?? 'own'),
    );
    const own = /^\/api\/v1\/(?:client|session|sessions)(?:\/|$)/;
    expect(open.map(({ path }) => path).filter((path) => !own.test(path))).toEqual([]);
  });

  it('has a name of its own', () => {
    const handlers = routes.map((route) => route.handler);
    expect(handlers.filter((handler, index) => handlers.indexOf(handler) !== index)).toEqual([]);
  });

  it('refuses whoever may not call it, and changes nothing then', async () => {
    const wrong: string[] = [];
    const all = await Promise.all(
      subjects.map(async (subject) => ({ subject, browser: await subject.browser() })),
    );
    let before = await tableHash(app.database);
    for (const together of inGroups(routes)) {
      for (const route of together) {
        const access = MATRIX[route.name] ?? 'own';
        const callers = all.filter(({ subject }) => refusal(access, subject) !== null);
        const refused = async ({ subject, browser }: (typeof all)[number]): Promise<void> => {
          const { status } = await call(browser, route, undefined, subject.headers);
          const expected = refusal(access, subject);
          if (status !== expected) wrong.push(`${route.name} by ${subject.name}: ${status}, not ${expected}`);
        };
        await Promise.all(callers.map(refused));
      }
      const after = await tableHash(app.database);
      if (after !== before)
        wrong.push(`one of ${together.map(({ name }) => name).join(', ')} changed something`);
      before = after;
    }
    expect(wrong).toEqual([]);
  });

  it('lets in whoever may call it', async () => {
    const wrong: string[] = [];
    const kept = new Map<Subject, Browser>();
    for (const subject of subjects) kept.set(subject, await subject.browser());
    for (const route of routes) {
      const access = MATRIX[route.name] ?? 'own';
      for (const subject of subjects.filter((one) => refusal(access, one) === null)) {
        const own = maySignOut(access) ? undefined : kept.get(subject);
        const answer = await call(own ?? (await subject.browser()), route, undefined, subject.headers);
        if (keepsOut(access, answer.status)) {
          wrong.push(`${route.name} by ${subject.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
