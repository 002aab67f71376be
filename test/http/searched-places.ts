import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { compiled, fromRoot } from '../../src/platform/paths.js';
import type { TestApp } from './app.js';
import { call } from './authorisation/requests.js';
import { type Route, routesOf } from './authorisation/routes.js';
import { type Answer, Browser } from './browser.js';
import type { Person } from './people.js';

const run = promisify(execFile);
/** What ends the session that asks, or gives out a new secret because that is what it is for. */
const LEFT_OUT = ['DELETE /api/v1/session', 'POST /api/v1/api-tokens'];
/** These come last: what they take away is not asked about any more. */
const LAST = /^DELETE|archive|erase|leave|remove/;

/** A text that is looked through; `knows` names secrets that belong there. */
export interface Place {
  readonly where: string;
  readonly text: string;
  readonly knows?: readonly string[];
}

/** An answer without the cookies it sets. */
export function told(where: string, { status, headers, body }: Answer): Place {
  const kept = [...headers].filter(([name]) => name !== 'set-cookie');
  return { where: `${where} ${status}`, text: JSON.stringify([kept, body]) };
}

/** What every operation that reads answers its owner and nobody, and every page. */
export async function readAnswers(app: TestApp, owner: Person): Promise<Place[]> {
  const places: Place[] = [];
  for (const route of routesOf(app.nest).filter(({ method }) => method === 'GET'))
    for (const browser of [owner.browser, new Browser(app.url)])
      for (const id of await idsFor(app, owner, route))
        places.push(told(route.name, await call(browser, route, id)));
  for (const path of ['/', '/u/none', '/metrics', '/health/ready', '/api/openapi.json'])
    places.push({ where: path, text: await (await fetch(`${app.url}${path}`)).text() });
  return places;
}

/** What every operation that writes answers its owner, each with ids of its own records. */
export async function writtenAnswers(app: TestApp, owner: Person): Promise<Place[]> {
  const routes = routesOf(app.nest).filter(
    ({ method, name }) => method !== 'GET' && !LEFT_OUT.includes(name),
  );
  const last = (route: Route): number => (LAST.test(route.name) ? 1 : 0);
  const places: Place[] = [];
  for (const route of routes.sort((one, other) => last(one) - last(other)))
    for (const id of await idsFor(app, owner, route))
      places.push(told(route.name, await call(owner.browser, route, id)));
  return places;
}

/** Every row of every table. */
export async function tables(app: TestApp): Promise<Place[]> {
  const names = await app.database.asOwner<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  );
  return Promise.all(
    names.map(async ({ name }) => {
      const rows = await app.database.asAdmin<{ text: string }>(
        `select to_jsonb(t)::text as text from ${name} t`,
      );
      return { where: `table ${name}`, text: rows.map(({ text }) => text).join('\n') };
    }),
  );
}

/** What `linkledger backup` writes and says. */
export async function backup(app: TestApp): Promise<Place[]> {
  const folder = join(app.dataDir, 'backup');
  const { PATH, HOME } = process.env;
  const { appUrl, ownerUrl } = app.database;
  const addresses = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  const { stdout, stderr } = await run(process.execPath, [compiled('cli.js'), 'backup', folder], {
    cwd: fromRoot(),
    env: { PATH, HOME, ...addresses, LINKLEDGER_DATA_DIR: app.dataDir, LINKLEDGER_LOG_LEVEL: 'debug' },
  });
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const written = files.map(async ({ parentPath, name }): Promise<Place> => {
    const bytes = await readFile(join(parentPath, name));
    return { where: `backup ${name}`, text: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString() };
  });
  return [{ where: 'what backup says', text: stdout + stderr }, ...(await Promise.all(written))];
}

/** Two ids of the records an operation's path speaks of; one nobody has where there are none. */
async function idsFor(app: TestApp, owner: Person, { path }: Route): Promise<(string | undefined)[]> {
  const table = /^\/api\/v1\/([\w-]+)\/:/.exec(path)?.[1]?.replaceAll('-', '_') ?? '';
  const named = { conversation: 'conversations', outbox: 'outbound_messages' }[table] ?? table;
  const [known] = await app.database.asOwner<{ is: boolean }>(
    `select exists (select 1 from information_schema.columns where table_schema = 'public' and table_name = $1
       and column_name in ('id', 'workspace_id') having count(*) = 2) as is`,
    [named],
  );
  if (known?.is !== true) return [undefined];
  const rows = await app.database.asOwner<{ id: string }>(
    `select id from "${named}" where workspace_id = $1 order by id limit 2`,
    [owner.workspaceId],
  );
  return rows.length === 0 ? [undefined] : rows.map(({ id }) => id);
}
