import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { Log } from '../../src/platform/logging/log.js';
import { MailServers } from '../builders/mail-server.js';
import { startApp, type TestApp } from './app.js';
import { call } from './authorisation/requests.js';
import { routesOf } from './authorisation/routes.js';
import { Browser } from './browser.js';
import { apiToken, PASSWORD, type Person, setUp } from './people.js';

const SETUP_TOKEN = 'canary-setup-token-7f3a9c1e';
const BOX = { address: 'anna@agency.example', password: 'canary mailbox password 51c2' };
const CLIENT_SECRET = 'canary-oauth-client-secret-88d1';
const SERVICE_KEY = 'canary-service-key-3b7e';

let app: TestApp;
let owner: Person;
let mail: MailServers;
const logged: string[] = [];
const secrets = new Map<string, string>();
const seen: { where: string; text: string }[] = [];

beforeAll(async () => {
  const write = fs.writeSync.bind(fs) as (...given: unknown[]) => number;
  jest.spyOn(fs, 'writeSync').mockImplementation((fd: number, text: unknown, ...rest: unknown[]) => {
    if (fd !== 2) return write(fd, text, ...rest);
    logged.push(String(text));
    return Buffer.byteLength(String(text));
  });
  mail = await MailServers.start([BOX]);
  app = await startApp({
    settings: {
      HOST: '0.0.0.0',
      LINKLEDGER_SETUP_TOKEN: SETUP_TOKEN,
      LINKLEDGER_LOG_LEVEL: 'debug',
      LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32',
    },
  });
  app.nest.useLogger(app.get(Log));
  app.get(Log).warn({ token: SETUP_TOKEN, mailbox: { password: BOX.password } }, 'a careless line');
  const guest = new Browser(app.url);
  await guest.post('/setup', { workspaceName: 'X', setupToken: 'canary-wrong-token-0000' });
  owner = await setUp(app, undefined, { setupToken: SETUP_TOKEN });
  await keepSecrets();
  await lookEverywhere();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
  await mail.close();
});

async function keepSecrets(): Promise<void> {
  const token = (await apiToken(owner, 'write')).authorization.replace(/^Bearer /i, '');
  const trial = mail.connection(BOX.address);
  await owner.browser.post('/mailboxes', trial);
  await owner.browser.post('/mailboxes', { ...trial, password: `${BOX.password} but wrong` });
  await owner.browser.put('/oauth-apps/google', { clientId: 'an-id', clientSecret: CLIENT_SECRET });
  await owner.browser.put('/service-keys/hunter', { key: SERVICE_KEY, baseUrl: `${app.url}/none` });
  await app.get(KeyRing).lasting('unsubscribe');
  const ring = JSON.parse(await readFile(join(app.dataDir, 'keyring.json'), 'utf8')) as {
    keys: { secret: string }[];
    lasting: string;
  };
  const cookie = owner.browser.cookie('linkledger');
  for (const [name, secret] of Object.entries({
    'the password of a person': PASSWORD,
    'the password of a mailbox': BOX.password,
    'the secret of an OAuth app': CLIENT_SECRET,
    'the key of a service': SERVICE_KEY,
    'the token of the set-up': SETUP_TOKEN,
    'a cookie of a session': cookie ?? '',
    'an API token': token.slice(-30),
    'a key of the ring': ring.keys[0]?.secret ?? '',
    'the lasting key of the ring': ring.lasting,
    'the key of links to unsubscribe': (await app.get(KeyRing).lasting('unsubscribe')).toString('hex'),
  }))
    secrets.set(name, secret);
}

/** Every operation that reads, as the owner and as nobody; every page; what is in the database; what was logged. */
async function lookEverywhere(): Promise<void> {
  for (const route of routesOf(app.nest).filter(({ method }) => method === 'GET'))
    for (const browser of [owner.browser, new Browser(app.url)]) {
      const answer = await call(browser, route);
      seen.push({ where: `${route.name} ${answer.status}`, text: JSON.stringify(answer.body) });
    }
  for (const path of ['/', '/u/none', '/metrics', '/health/ready', '/api/openapi.json'])
    seen.push({ where: path, text: await (await fetch(`${app.url}${path}`)).text() });
  const tables = await app.database.asOwner<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  for (const { name } of tables) {
    const rows = await app.database.asAdmin<{ text: string }>(
      `select to_jsonb(t)::text as text from ${name} t`,
    );
    seen.push({ where: `table ${name}`, text: rows.map(({ text }) => text).join('\n') });
  }
  seen.push({ where: 'the log', text: logged.join('\n') });
}

it('knows every secret it looks for, and looked at enough', () => {
  expect([...secrets].filter(([, secret]) => secret.length < 15)).toEqual([]);
  expect(seen.length).toBeGreaterThan(300);
  expect(logged.join('')).toContain('a careless line');
});

it('kept what it was given, sealed', async () => {
  const kept = await app.database.asOwner<{ n: number }>(
    `select (select count(*) from mailboxes where sealed_secret is not null)::int
       + (select count(*) from oauth_apps)::int + (select count(*) from service_keys)::int as n`,
  );
  expect(kept[0]?.n).toBe(3);
});

it('shows no secret in any answer, page, log or table, as text or in another spelling', () => {
  const found: string[] = [];
  for (const [name, secret] of secrets) {
    const spellings = [
      secret,
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
    ];
    for (const { where, text } of seen)
      if (spellings.some((one) => text.includes(one))) found.push(`${name} in ${where}`);
  }
  expect(found).toEqual([]);
});
