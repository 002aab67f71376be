import type { Role } from '../../src/core/access/roles.js';
import { FoundingService } from '../../src/modules/access/founding.service.js';
import { SessionsService } from '../../src/modules/access/sessions.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import type { TestApp } from './app.js';
import { type Answer, Browser } from './browser.js';

/** A password that is good enough. */
export const PASSWORD = 'herons wait by the lock';

/** Somebody at a browser, signed in. */
export interface Person {
  readonly browser: Browser;
  readonly email: string;
  readonly userId: string;
  readonly memberId: string;
  readonly workspaceId: string;
}

/** Sets the installation up; answers the first owner, signed in. */
export async function setUp(
  app: TestApp,
  email = 'olga@agency.example',
  also: Readonly<Record<string, string>> = {},
): Promise<Person> {
  const browser = new Browser(app.url);
  const answer = await browser.post('/setup', {
    workspaceName: 'Canal Agency',
    ownerName: 'Olga Owner',
    email,
    password: PASSWORD,
    locale: 'en',
    timeZone: 'Europe/Amsterdam',
    ...also,
  });
  return person(browser, answer, 201);
}

/** What an invited person is: a role, and the clients they are limited to, if any. */
export interface Invited {
  readonly role: Role;
  readonly clientIds?: readonly string[];
  readonly email?: string;
}

let guests = 0;

/** Invites somebody and lets them in by their link; answers them, signed in. */
export async function invite(
  app: TestApp,
  owner: Person,
  { role, clientIds, email }: Invited,
): Promise<Person> {
  guests += 1;
  const made = await owner.browser.post('/invitations', {
    email: email ?? `${role}${guests}@agency.example`,
    role,
    limitedToClients: clientIds !== undefined,
    clientIds: clientIds ?? [],
  });
  if (made.status !== 201) throw new Error(`no invitation: ${JSON.stringify(made.body)}`);
  const browser = new Browser(app.url);
  const answer = await browser.post(`/invitations/by-token/${tokenOf(made)}/accept`, {
    name: `Guest ${role} ${guests}`,
    password: PASSWORD,
  });
  return person(browser, answer, 200);
}

/** The token at the end of an invitation's link. */
export function tokenOf(made: Answer): string {
  return String(made.body.link).split('/').at(-1) ?? '';
}

/** Signs somebody in anew, at a browser of their own. */
export async function signIn(app: TestApp, email: string, password = PASSWORD): Promise<Person> {
  const browser = new Browser(app.url);
  return person(browser, await browser.post('/session', { email, password }), 201);
}

/** A token of somebody, as a browser that never has cookies would send it. */
export async function apiToken(owner: Person, scope: 'read' | 'write'): Promise<{ authorization: string }> {
  const made = await owner.browser.post('/api-tokens', { name: `${scope} token`, scope });
  if (made.status !== 201) throw new Error(`no token: ${JSON.stringify(made.body)}`);
  return { authorization: `Bearer ${String(made.body.token)}` };
}

/** Another workspace of the same installation, with an owner of its own, who is signed in. */
export async function anotherWorkspace(app: TestApp, name: string): Promise<Person> {
  const workspaceId = newId();
  const email = `owner@${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`;
  const founded = await app
    .get(Database)
    .inWorkspace({ workspaceId }, () =>
      app
        .get(FoundingService)
        .found(
          { id: workspaceId, name, timeZone: 'Europe/Amsterdam', locale: 'en', isDemo: false },
          { name: `Owner of ${name}`, email, passwordHash: null },
        ),
    );
  const visit = { network: '127.0.0.1', userAgent: 'test', requestId: newId(), before: null };
  const opened = await app.get(SessionsService).open(founded, visit);
  const browser = new Browser(app.url);
  browser.plant('linkledger', opened.secret);
  return { browser, email, ...founded };
}

function person(browser: Browser, answer: Answer, expected: number): Person {
  if (answer.status !== expected) throw new Error(`not in: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { user, member, workspace } = answer.body;
  return { browser, email: user.email, userId: user.id, memberId: member.id, workspaceId: workspace.id };
}
