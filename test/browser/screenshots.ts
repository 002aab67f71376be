import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { APIRequestContext, Browser } from 'playwright-core';
import { fromRoot } from '../../src/platform/paths.js';
import type { TestApp } from '../http/app.js';
import { startBuiltApp } from './built-app.js';
import { campaignShots } from './campaign-shots.js';
import { startChromium } from './chromium.js';
import { importShots } from './import-shots.js';
import { inboxShots } from './inbox-shots.js';
import { mailboxShots } from './mailbox-shots.js';
import { orderShots } from './order-shots.js';
import { pitchShots } from './pitch-shots.js';
import { reclaimShots } from './reclaim-shots.js';
import { recordShots } from './record-shots.js';
import { sequenceShots } from './sequence-shots.js';
import { firstOf, type Shot } from './shot.js';
import { templateShots } from './template-shots.js';
import { aVisitor, type Visitor } from './visitor.js';

/**
 * Pictures of every page of the demo, for people to look at: `npm run screenshots` writes them into `test/output`.
 * Faults of the console, requests that leave the machine and serious findings of axe are failures here, too.
 */
const OUTPUT = fromRoot('test', 'output');
/** Weeks of history are written down at once, which a busy machine takes its time for. */
const DEMO_MADE_WITHIN_MS = 240_000;
/** `SHOTS=inbox,outbox LOOKS=390-light npm run screenshots` takes only pictures whose names begin so, and only in these looks. */
const LOOKS = process.env['LOOKS']?.split(',');
const WANTED = new RegExp(`^(?:${(process.env['SHOTS'] ?? '').replaceAll(',', '|')})`);
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  [app, browser] = await Promise.all([startBuiltApp({ background: true }), startChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const GUESTS: readonly Shot[] = [
  { name: 'welcome', path: '/welcome' },
  { name: 'sign-in', path: '/sign-in?ended=true' },
  { name: 'invitation-gone', path: '/invitation/nothing' },
];

/** The pages behind sign-in; those of one record take the first there is. */
async function shotsOf(as: APIRequestContext): Promise<readonly Shot[]> {
  const first = (path: string) => firstOf(as, path);
  const states = ['differs', 'removed', 'live', 'check_by_hand', 'awaited', 'site_down'];
  const placements = await Promise.all(
    states.map(async (state) => ({
      name: `placement-${state}`,
      path: `/placements/${await first(`/placements?state=${state}`)}`,
    })),
  );
  const member = await first('/members');
  return [
    { name: 'today', path: '/today' },
    { name: 'palette', path: '/today', act: ({ page }) => page.keyboard.press('Control+k') },
    { name: 'bell', path: '/today', act: ({ page }) => page.getByRole('button', { name: /^News/ }).click() },
    { name: 'keys', path: '/placements', act: ({ page }) => page.keyboard.press('?') },
    { name: 'placements', path: '/placements' },
    { name: 'placements-removed', path: '/placements?state=removed' },
    { name: 'placements-none', path: '/placements?q=nothing-is-called-so' },
    ...placements,
    { name: 'placement-new', path: '/placements/new' },
    { name: 'prospects', path: '/prospects' },
    { name: 'prospect-add', path: '/prospects?add=true' },
    { name: 'prospect-search', path: '/prospects/search' },
    { name: 'prospect', path: `/prospects/${await first('/prospects')}` },
    { name: 'excluded-sites', path: `/clients/${await first('/clients')}/exclusions` },
    { name: 'own-fields', path: '/settings/fields' },
    { name: 'do-not-contact', path: '/settings/do-not-contact' },
    {
      name: 'do-not-contact-add',
      path: '/settings/do-not-contact',
      act: ({ page }) => page.getByRole('button', { name: 'Add a site or address' }).first().click(),
    },
    {
      name: 'do-not-contact-import',
      path: '/settings/do-not-contact',
      act: ({ page }) => page.getByRole('button', { name: 'Import a list' }).first().click(),
    },
    { name: 'team', path: '/team' },
    {
      name: 'team-reassign',
      path: '/team',
      act: ({ page }) =>
        page
          .getByRole('button', { name: /^Reassign the work/ })
          .first()
          .click(),
    },
    { name: 'clients', path: '/clients' },
    { name: 'client-add', path: '/clients?add=true' },
    { name: 'client', path: `/clients/${await first('/clients')}` },
    { name: 'account', path: '/settings/account' },
    { name: 'workspace', path: '/settings/workspace' },
    { name: 'members', path: '/settings/members' },
    { name: 'member-leaves', path: `/settings/members/${member}/leave` },
    { name: 'api-tokens', path: '/settings/api-tokens' },
    { name: 'mail', path: '/settings/mail' },
    { name: 'audit', path: '/settings/audit' },
    { name: 'guide', path: '/guide/checks' },
    ...(await recordShots(as)),
    ...(await campaignShots(as)),
    ...(await mailboxShots(as)),
    ...(await orderShots(as)),
    ...(await pitchShots(as)),
    ...(await reclaimShots(as)),
    ...(await templateShots(as)),
    ...(await importShots(as)),
    ...(await inboxShots(as)),
    ...(await sequenceShots(as)),
    { name: 'missing', path: '/placements/00000000-0000-7000-8000-000000000000' },
  ];
}

async function take(visitor: Visitor, shot: Shot, look: string): Promise<string[]> {
  await visitor.goTo(shot.path);
  await visitor.page.waitForLoadState('networkidle').catch(() => undefined);
  await shot.act?.(visitor);
  await visitor.page.evaluate('document.fonts.ready.then(() => undefined)');
  await visitor.page.screenshot({ path: `${OUTPUT}/${shot.name}-${look}.png` });
  try {
    await visitor.expectAccessible();
    return [];
  } catch (error) {
    return [`${shot.name}-${look}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

it('every page, wide and narrow, light and dark', async () => {
  const findings: string[] = [];
  const guest = await aVisitor(browser, app.url);
  for (const shot of GUESTS) findings.push(...(await take(guest, shot, '1440-light')));
  const demo = { data: { locale: 'en' }, timeout: DEMO_MADE_WITHIN_MS };
  expect((await guest.context.request.post('/api/v1/setup/demo', demo)).status()).toBe(201);
  const cookies = await guest.context.cookies();
  const all = await shotsOf(guest.context.request);
  const shots = all.filter(({ name }) => WANTED.test(name));
  for (const size of SIZES) {
    for (const scheme of ['light', 'dark'] as const) {
      if (LOOKS?.includes(`${size.width}-${scheme}`) === false) continue;
      const visitor = await aVisitor(browser, app.url, { ...size, scheme });
      await visitor.context.addCookies(cookies);
      await visitor.context.addInitScript(
        `if (origin !== 'null') localStorage.setItem('linkledger-was-here', '1')`,
      );
      for (const shot of shots) findings.push(...(await take(visitor, shot, `${size.width}-${scheme}`)));
      findings.push(...visitor.faults);
      await visitor.context.close();
    }
  }
  expect(findings).toEqual([]);
}, 1_800_000);
