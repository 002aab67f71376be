import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MailServers } from '../builders/mail-server.js';
import { startApp, type TestApp } from './app.js';
import { invite, type Person, setUp } from './people.js';

const ANNA = { address: 'anna@agency.example', password: 'a password that is anna’s alone' };
const ELSEWHERE = { host: '127.0.0.1', port: 1, security: 'tls' };

let app: TestApp;
let mail: MailServers;
let owner: Person;
beforeAll(async () => {
  mail = await MailServers.start([ANNA]);
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
  owner = await setUp(app);
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

it('who tries servers a dozen times for nothing waits; tries that worked do not count', async () => {
  const member = await invite(app, owner, { role: 'member' });
  const { smtp, imap, userName, password } = mail.connection(ANNA.address);
  const trial = { address: ANNA.address, smtp, imap, userName, password };
  const scan = () => member.browser.post('/mailboxes/test', { ...trial, smtp: ELSEWHERE });
  expect((await member.browser.post('/mailboxes/test', trial)).status).toBe(200);
  for (let no = 0; no < 12; no += 1) expect((await scan()).status).toBe(200);
  const refused = await scan();
  expect([refused.status, refused.body.code]).toEqual([429, 'access.too_many_tries']);
  expect(refused.headers.get('retry-after')).toBe('60');
  const connecting = await member.browser.post('/mailboxes', mail.connection(ANNA.address));
  expect(connecting.body.code).toBe('access.too_many_tries');
  expect((await owner.browser.post('/mailboxes/test', trial)).status).toBe(200);
  app.clock.advance({ minutes: 1 });
  expect((await scan()).status).toBe(200);
  expect((await scan()).headers.get('retry-after')).toBe('120');
});
