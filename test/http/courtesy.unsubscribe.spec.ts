import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SuppressionReplay } from '../../src/modules/courtesy/suppression-replay.service.js';
import { UnsubscribeLinks } from '../../src/modules/courtesy/unsubscribe-links.service.js';
import { sha256 } from '../../src/platform/crypto/secrets.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand } from '../builders/agency.js';
import { aCampaign, aContact, aPitch } from '../builders/campaigns.js';
import { aWire } from '../builders/cut-wire.js';
import { aCatcher, aSequence, enrolled, leave, mailSteps, mailsOf } from '../builders/sequences.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

/** Ten thousand by `npm run test:unsubscribe`. */
const POSTS = Number(process.env['UNSUBSCRIBE_POSTS'] ?? 500);
/** How often each token is sent. */
const TIMES = 5;
const AT_ONCE = 100;

const wire = aWire();
let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp({
    reach: (url) => wire.through(url),
    settings: { LINKLEDGER_PUBLIC_URL: 'https://crm.example' },
  });
  owner = await setUp(app);
});
afterAll(async () => {
  await app.close();
  await wire.cut();
});

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The path of somebody's link, on the server of this test. */
async function linkOf(addressKey: string, outboundId: string | null = null): Promise<string> {
  const url = await app
    .get(UnsubscribeLinks)
    .urlFor({ workspaceId: owner.workspaceId, addressKey, outboundId });
  expect(url).toMatch(/^https:\/\/crm\.example\/u\/v1\.[\w-]+\.[\w-]+$/);
  return `${app.url}${new URL(url).pathname}`;
}
const press = (link: string, body = ONE_CLICK, headers: Record<string, string> = FORM): Promise<Response> =>
  fetch(link, { method: 'POST', redirect: 'manual', headers, body });
const entries = (addressKey: string): Promise<Record<string, unknown>[]> =>
  app.database.asOwner(
    'select id, address, source, reason, lifted_at from suppressions where address_hash = $1',
    [sha256(addressKey)],
  );
const all = async (): Promise<number> =>
  (await app.database.asOwner<{ n: number }>('select count(*)::int as n from suppressions'))[0]?.n ?? 0;
const logLines = async (): Promise<string[]> =>
  (await readFile(join(app.dataDir, 'suppressions.log'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

describe('the page behind a link to unsubscribe', () => {
  it.each([
    ['GET', 200],
    ['HEAD', 200],
    ['OPTIONS', 404],
  ])('changes nothing when it is looked at by %s', async (method, status) => {
    const link = await linkOf('looked@paper.example');
    const answer = await fetch(link, { method, redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await entries('looked@paper.example')).toEqual([]);
    expect(await logLines()).toEqual([]);
  });

  it.each([
    ['en', 'Stop all mail'],
    ['nl', 'Stop alle mail'],
  ])('has one button and no script, in %s', async (language, button) => {
    const answer = await fetch(await linkOf('looked@paper.example'), {
      headers: { 'accept-language': language },
    });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(page).toContain(`lang="${language}"`);
    expect(page).toContain(button);
    expect(page).toMatch(/<form method="post">/);
    expect(page).not.toMatch(/<script|looked@paper|https?:/);
  });

  it('is not found with a token that is not ours, and nothing happens', async () => {
    const link = await linkOf('looked@paper.example');
    const before = await all();
    const last = link.endsWith('A') ? 'B' : 'A';
    for (const other of [
      `${link.slice(0, -1)}${last}`,
      link.slice(0, -9),
      link.replace('/v1.', '/v2.'),
      `${app.url}/u/x`,
    ])
      for (const method of ['GET', 'POST'])
        expect([
          method,
          other,
          (await fetch(other, { method, ...(method === 'POST' && { headers: FORM, body: ONE_CLICK }) }))
            .status,
        ]).toEqual([method, other, 404]);
    expect(await all()).toBe(before);
  });
});

describe('one click', () => {
  it.each([
    ['as a form', FORM, ONE_CLICK],
    [
      'as a multipart form',
      { 'content-type': 'multipart/form-data; boundary=x' },
      `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`,
    ],
    [
      'from another site, with its cookies',
      { ...FORM, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site', cookie: 'linkledger=x' },
      ONE_CLICK,
    ],
  ])('acts at once %s, without redirect, cookie or sign-in', async (name, headers, body) => {
    const address = `${name.replaceAll(/\W/g, '')}@paper.example`;
    const link = await linkOf(address);
    for (const time of [1, 2]) {
      const answer = await press(link, body, headers);
      expect([time, answer.status, answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual(
        [time, 200, null, null],
      );
    }
    expect(await entries(address)).toMatchObject([{ source: 'one_click', reason: 'asked', lifted_at: null }]);
    expect((await logLines()).filter((line) => line.includes(sha256(address).toString('hex')))).toHaveLength(
      1,
    );
  });

  it('asks first where the body does not say so', async () => {
    const answer = await press(await linkOf('unclear@paper.example'), 'hello=there');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Stop all mail');
    expect(await entries('unclear@paper.example')).toEqual([]);
  });

  it('is seen on the list with where it came from, and only a manager can lift it', async () => {
    await press(await linkOf('listed@paper.example'));
    const { body } = await owner.browser.get('/suppressions?search=listed@paper.example&source=one_click');
    expect(body.items).toMatchObject([
      { kind: 'address', address: null, source: 'one_click', reason: 'asked', liftNeedsManager: true },
    ]);
  });

  it(`has one effect each for ${POSTS} posts at once`, async () => {
    const people = Array.from({ length: POSTS / TIMES }, (_, index) => `many${index}@paper.example`);
    const links = await Promise.all(people.map((address) => linkOf(address)));
    const posts = Array.from({ length: TIMES }, () => links).flat();
    const before = await all();
    const statuses: number[] = [];
    for (let start = 0; start < posts.length; start += AT_ONCE)
      statuses.push(
        ...(await Promise.all(
          posts.slice(start, start + AT_ONCE).map(async (link) => (await press(link)).status),
        )),
      );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await app.get(SuppressionReplay).run();
    expect((await all()) - before).toBe(people.length);
    const told = await app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from events where kind = 'suppression.added' and params ->> 'source' = 'one_click'`,
    );
    expect(told[0]?.n).toBe(await all());
  });
});

describe('one click and what waits', () => {
  it.each([
    ['before the first mail', 0, ['1 cancelled']],
    ['after it', 1, ['1 sent', '2 cancelled']],
  ])(
    '%s: no mail leaves any more, and the enrolment stands still with the reason',
    async (_, sent, mails) => {
      const sites = [`kiln${sent}.example`, `glaze${sent}.example`];
      const campaign = await aCampaign(owner, (await aBrand(owner, `heron${sent}`)).brandId);
      const sequenceId = String((await aSequence(owner, await mailSteps(owner))).id);
      const mailboxId = await aCatcher(app, owner.workspaceId);
      const all = await Promise.all(
        sites.map(async (siteAddress) => {
          const contactIds = [await aContact(owner, siteAddress)];
          const pitch = await aPitch(owner, String(campaign.id), { siteAddress, contactIds });
          const { id } = await enrolled(owner, { sequenceId, mailboxId, pitchIds: [String(pitch.id)] });
          if (sent === 1) await leave(app, owner.workspaceId, String(id));
          return String(id);
        }),
      );
      const [one = '', other = ''] = all;
      const [first] = await mailsOf(app, one);
      const path = new URL(String(first?.unsubscribeUrl)).pathname;
      expect((await press(`${app.url}${path}`)).status).toBe(200);
      const standing = async (id: string) => (await owner.browser.get(`/enrollments/${id}`)).body;
      expect(await standing(one)).toMatchObject({ state: 'stopped', code: 'suppressed' });
      expect(await standing(other)).toMatchObject({ state: 'running', code: null });
      expect((await mailsOf(app, one)).map(({ stepNo, state }) => `${stepNo} ${state}`)).toEqual(mails);
      expect((await mailsOf(app, other)).at(-1)?.state).toBe('ready');
    },
  );
});

describe('while the database is away', () => {
  const addresses = Array.from({ length: 20 }, (_, index) => `away${index}@paper.example`);

  it('the wish is kept beside it, and is carried out when it is back', async () => {
    const links = await Promise.all(addresses.map((address) => linkOf(address)));
    const lines = (await logLines()).length;
    await wire.cut();
    expect((await fetch(links[0] ?? '')).status).toBe(200);
    const answers = await Promise.all([...links, ...links].map((link) => press(link)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await logLines()).length - lines).toBe(addresses.length);
    await wire.mend();
    await app.get(SuppressionReplay).run();
    for (const address of addresses)
      expect([address, await entries(address)]).toMatchObject([
        address,
        [{ source: 'one_click', reason: 'asked' }],
      ]);
  });

  it('and what a restored database has lost comes back from the log', async () => {
    await app.database.asOwner('delete from suppressions');
    const { restored } = await app.get(SuppressionReplay).run();
    expect(restored).toBeGreaterThanOrEqual(addresses.length);
    expect(await entries(addresses[3] ?? '')).toHaveLength(1);
    expect(await app.get(SuppressionReplay).run()).toEqual({ restored: 0, logged: 0 });
  });

  it('but not what was lifted since', async () => {
    const [entry] = await entries(addresses[0] ?? '');
    const reason = { reason: 'They wrote that they want to hear from us.' };
    const path = `/suppressions/${String(entry?.['id'])}/lift`;
    expect((await owner.browser.post(path, reason)).status).toBe(204);
    await app.database.asOwner('delete from suppressions where id = $1', [entry?.['id']]);
    await app.get(SuppressionReplay).run();
    expect(await entries(addresses[0] ?? '')).toEqual([]);
  });

  it('a token of a workspace that is no more is answered like any other', async () => {
    const gone = { workspaceId: newId(), addressKey: 'a@paper.example', outboundId: null };
    const url = await app.get(UnsubscribeLinks).urlFor(gone);
    expect((await press(`${app.url}${new URL(url).pathname}`)).status).toBe(200);
  });
});
