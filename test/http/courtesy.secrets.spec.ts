import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { MailboxAccess } from '../../src/modules/mailboxes/mailbox-access.service.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { SentCopies } from '../../src/modules/sending/sent-copies.js';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { Log } from '../../src/platform/logging/log.js';
import { aBrand } from '../builders/agency.js';
import { aCampaign, aContact, aPitch } from '../builders/campaigns.js';
import { FakeOauth } from '../builders/fake-oauth.js';
import { MailServers } from '../builders/mail-server.js';
import { plainSteps } from '../builders/outreach.js';
import { aSequence, enrolled } from '../builders/sequences.js';
import { TappedLine } from '../builders/tapped-line.js';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';
import { apiToken, PASSWORD, type Person, setUp } from './people.js';
import { backup, type Place, readAnswers, tables, told, writtenAnswers } from './searched-places.js';

const SETUP_TOKEN = 'canary-setup-token-7f3a9c1e';
const ANNA = { address: 'anna@agency.example', password: 'canary mailbox password 51c2' };
const BO = { address: 'bo@agency.example' };
const SERVICE_KEY = 'canary-service-key-3b7e';
const PASSWORD_OF_ANNA = 'the password of a mailbox';
/** The secrets of Bo’s mailbox begin so. */
const TOKEN = 'a token of a mailbox';
const APP_SECRET = 'the secret of an OAuth app';

let app: TestApp;
let owner: Person;
let provider: FakeOauth;
/** Each mailbox lies with a provider of its own. */
let servers: Record<'anna' | 'bo', MailServers>;
const lines: { whose: 'anna' | 'bo'; line: TappedLine }[] = [];
const logged: string[] = [];
const secrets = new Map<string, string>();
const seen: Place[] = [];
/** As they lie in the database: of both mailboxes, the app and the service. */
let sealed: string[] = [];

beforeAll(async () => {
  const write = fs.writeSync.bind(fs) as (...given: unknown[]) => number;
  jest.spyOn(fs, 'writeSync').mockImplementation((fd: number, text: unknown, ...rest: unknown[]) => {
    if (fd !== 2) return write(fd, text, ...rest);
    logged.push(String(text));
    return Buffer.byteLength(String(text));
  });
  provider = await FakeOauth.start();
  servers = {
    anna: await MailServers.start([ANNA]),
    bo: await MailServers.start([{ ...BO, token: () => provider.tokenOf(BO.address) }]),
  };
  app = await startApp({
    settings: {
      HOST: '0.0.0.0',
      LINKLEDGER_SETUP_TOKEN: SETUP_TOKEN,
      LINKLEDGER_LOG_LEVEL: 'debug',
      LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32',
    },
  });
  app.nest.useLogger(app.get(Log));
  app.get(Log).warn({ token: SETUP_TOKEN, mailbox: { password: ANNA.password } }, 'a careless line');
  const guest = new Browser(app.url);
  await guest.post('/setup', { workspaceName: 'X', setupToken: 'canary-wrong-token-0000' });
  owner = await setUp(app, undefined, { setupToken: SETUP_TOKEN });
  await giveSecrets();
  await mailGoesAndComes();
  await everythingFails();
  await keepSecrets();
  sealed = await sealedTexts();
  seen.push(...(await readAnswers(app, owner)), ...(await tables(app)), ...(await backup(app)));
  seen.push(...(await writtenAnswers(app, owner)), ...(await tables(app)));
  seen.push({ where: 'the log', text: logged.join('\n') });
  listenedIn();
}, 900_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
  for (const { line } of lines) await line.close();
  await servers.anna.close();
  await servers.bo.close();
  await provider.close();
});

/** The servers of an account, each behind a line on which somebody listens. */
async function connectionOf(whose: 'anna' | 'bo', address: string) {
  const { smtp, imap, ...wish } = servers[whose].connection(address);
  const tapped = async <Server extends { port: number }>(server: Server): Promise<Server> => {
    const line = await TappedLine.to(server.port);
    lines.push({ whose, line });
    return { ...server, port: line.port };
  };
  return { ...wish, smtp: await tapped(smtp), imap: await tapped(imap) };
}

/** Every operation that takes a secret gets one; what it answers is looked through. */
async function giveSecrets(): Promise<void> {
  const { browser } = owner;
  const anna = await connectionOf('anna', ANNA.address);
  const { smtp, imap } = await connectionOf('bo', BO.address);
  const { signIn: _, ...trial } = anna;
  const { clientId, clientSecret, authorizeUrl, tokenUrl } = provider;
  const asOfBo = { provider: 'custom', smtp, imap, readHistory: true };
  seen.push(told('trying', await browser.post('/mailboxes/test', trial)));
  seen.push(told('connecting', await browser.post('/mailboxes', { ...anna, readHistory: true })));
  const wrong = { ...anna, address: 'other@agency.example', password: `${ANNA.password} but wrong` };
  seen.push(told('connecting in vain', await browser.post('/mailboxes', wrong)));
  const oauth = { clientId, clientSecret, authorizeUrl, tokenUrl };
  seen.push(told('setting an app', await browser.put('/oauth-apps/custom', oauth)));
  const started = await browser.post('/mailboxes/oauth/start', asOfBo);
  seen.push(told('signing in', started));
  const back = new URL(provider.allow(String(started.body.url), BO.address));
  const path = `${back.pathname.replace('/api/v1', '')}${back.search}`;
  seen.push(told('coming back', await browser.get(path)));
  const key = { key: SERVICE_KEY, baseUrl: `${app.url}/none` };
  seen.push(told('setting a key', await browser.put('/service-keys/hunter', key)));
  await app.get(KeyRing).lasting('unsubscribe');
}

async function boxes(): Promise<{ id: string; address: string }[]> {
  return (await owner.browser.get('/mailboxes')).body.items;
}

/** A mail of a sequence leaves from each mailbox, and what lies in both is read. */
async function mailGoesAndComes(): Promise<void> {
  await owner.browser.patch('/workspace', { postalAddress: 'Canal 1, Amsterdam' });
  const { brandId } = await aBrand(owner, 'heron');
  const campaignId = String((await aCampaign(owner, brandId)).id);
  const sequenceId = String((await aSequence(owner, await plainSteps(owner))).id);
  for (const { id, address } of await boxes()) {
    const siteAddress = `${address.split('@')[0] ?? ''}.example`;
    const contactId = await aContact(owner, siteAddress);
    const { revision } = (await owner.browser.get(`/contacts/${contactId}`)).body;
    await owner.browser.patch(`/contacts/${contactId}`, {
      revision,
      country: 'GB',
      timeZone: 'Europe/London',
    });
    await owner.browser.patch(`/mailboxes/${id}`, { senderName: 'Mila Berg', signature: 'Canal Agency' });
    const pitch = await aPitch(owner, campaignId, { siteAddress, contactIds: [contactId] });
    await enrolled(owner, { sequenceId, mailboxId: id, pitchIds: [String(pitch.id)] });
    await readBox(id);
  }
  await app.get(SenderWorker).drain();
  app.clock.advance({ minutes: 5 });
  await app.get(SentCopies).round();
}

const readBox = (mailboxId: string): Promise<void> =>
  app.get(InboxWorker).readOnce({ workspaceId: owner.workspaceId, mailboxId });

/** Servers and the provider refuse, in every way; whatever is thrown is logged whole. */
async function everythingFails(): Promise<void> {
  const careless = (error: unknown) => app.get(Log).error({ err: error }, 'it failed');
  const tried = async () => {
    for (const { id } of await boxes()) {
      await readBox(id).catch(careless);
      seen.push(told('testing', await owner.browser.post(`/mailboxes/${id}/test`, {})));
      const access = await app.get(MailboxAccess).smtp({ workspaceId: owner.workspaceId }, id);
      if ('refused' in access) careless(new Error(access.refused));
    }
    await app.get(SenderWorker).drain().catch(careless);
  };
  for (const server of Object.values(servers)) server.refuse = ({ at }) => (at === 'auth' ? 535 : null);
  await tried();
  provider.expire();
  await tried();
  app.clock.advance({ hours: 2 });
  provider.mood = 'down';
  await tried();
  app.clock.advance({ hours: 2 });
  provider.mood = 'revoked';
  await tried();
}

async function keepSecrets(): Promise<void> {
  const token = (await apiToken(owner, 'write')).authorization.replace(/^Bearer /i, '');
  const ring = JSON.parse(await readFile(join(app.dataDir, 'keyring.json'), 'utf8')) as {
    keys: { secret: string }[];
    lasting: string;
  };
  const cookie = owner.browser.cookie('linkledger');
  for (const [name, secret] of Object.entries({
    'the password of a person': PASSWORD,
    [PASSWORD_OF_ANNA]: ANNA.password,
    [APP_SECRET]: provider.clientSecret,
    'the key of a service': SERVICE_KEY,
    'the token of the set-up': SETUP_TOKEN,
    'a cookie of a session': cookie ?? '',
    'an API token': token.slice(-30),
    'a key of the ring': ring.keys[0]?.secret ?? '',
    'the lasting key of the ring': ring.lasting,
    'the key of links to unsubscribe': (await app.get(KeyRing).lasting('unsubscribe')).toString('hex'),
  }))
    secrets.set(name, secret);
  provider.given.forEach((given, no) => void secrets.set(`${TOKEN} (${no})`, given));
}

async function sealedTexts(): Promise<string[]> {
  const rows = await app.database.asOwner<{ sealed: string }>(
    `select encode(sealed, 'hex') as sealed from (
       select sealed_secret as sealed from mailboxes where sealed_secret is not null
       union all select sealed_secret from oauth_apps union all select sealed_key from service_keys) kept`,
  );
  return rows.map(({ sealed: text }) => text);
}

/** What went to each mail server and to the provider: a secret goes to its own server alone, and there when somebody signs in. */
function listenedIn(): void {
  const tokens = [...secrets.keys()].filter((name) => name.startsWith(TOKEN));
  const own = { anna: [PASSWORD_OF_ANNA], bo: tokens };
  for (const { whose, line } of lines) {
    const { signIns, rest } = line.transcript();
    seen.push({ where: `signing in as ${whose}`, text: signIns, knows: own[whose] });
    seen.push({ where: `a session of ${whose}`, text: rest });
  }
  seen.push({ where: 'the provider', text: provider.heard, knows: [APP_SECRET, ...tokens] });
}

const spellings = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
];

it('knows every secret it looks for, and looked at enough', () => {
  expect([...secrets].filter(([, secret]) => secret.length < 15)).toEqual([]);
  expect(seen.length).toBeGreaterThan(800);
  expect(logged.join('')).toContain('a careless line');
  expect(logged.filter((line) => line.includes('it failed')).length).toBeGreaterThan(4);
  const done = seen.filter(({ where }) => /^(?:POST|PUT|PATCH|DELETE) .* 20\d$/.test(where));
  expect(done.length).toBeGreaterThan(60);
});

it('listened to both mailboxes as they signed in, sent and read', () => {
  const heard = (where: string) =>
    seen
      .filter((place) => place.where === where)
      .map(({ text }) => text)
      .join();
  expect(heard('signing in as anna')).toContain(ANNA.password);
  expect(provider.given.some((token) => heard('signing in as bo').includes(token))).toBe(true);
  for (const whose of ['anna', 'bo'])
    for (const command of ['MAIL FROM:', 'EXAMINE', 'APPEND'])
      expect(heard(`a session of ${whose}`)).toContain(command);
  expect(heard('the provider')).toContain(provider.clientSecret);
});

it('kept what it was given, sealed, and the backup holds it so', () => {
  expect(sealed.length).toBe(4);
  const files = seen.filter(({ where }) => where.startsWith('backup '));
  expect(files.length).toBeGreaterThan(50);
  const kept = files.map(({ text }) => text).join('\n');
  expect(sealed.filter((text) => !kept.includes(text))).toEqual([]);
});

it('shows no secret in any answer, page, log, table, backup or session, as text or in another spelling', () => {
  const found: string[] = [];
  for (const [name, secret] of secrets) {
    for (const { where, text, knows = [] } of seen)
      if (!knows.includes(name) && spellings(secret).some((one) => text.includes(one)))
        found.push(`${name} in ${where}`);
  }
  expect(found).toEqual([]);
});
