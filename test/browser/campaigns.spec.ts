import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { APIRequestContext, Locator, Page } from 'playwright-core';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { aJourney } from './journey.js';
import { addBrand, ask, foundBureau, send } from './team.js';
import type { Visitor } from './visitor.js';

const GUIDE = 'https://noordlicht.example/gids';

const journey = aJourney({ settings: VISITS_LOCAL_SITES });
let sites: LocalSites;
let owner: Visitor;
let brandId: string;

beforeAll(async () => {
  sites = await serveSites(() => ({ body: article(`<a href="${GUIDE}">the guide</a>`) }));
  owner = await journey.visitor();
  const as = owner.context.request;
  await foundBureau(as);
  ({ brandId } = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/'));
  await send(as, `/brands/${brandId}/target-pages`, { url: GUIDE, label: 'Guide' });
});
afterAll(() => sites.close());

const stageOf = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}, \\d`) });
const cardOf = (place: Page | Locator, site: string): Locator =>
  place.getByRole('article').filter({ hasText: site });

/** Somebody at a site, so that a pitch there has a contact. */
const addEditor = (as: APIRequestContext, site: string) =>
  send(as, '/contacts', {
    name: 'Sanne de Wit',
    siteAddresses: [site],
    addresses: [{ address: `sanne@${site}` }],
  });

it('a guest-blogging campaign from empty to a placement the verifier finds live', async () => {
  const { page, context, goTo, expectAccessible, faults } = owner;
  await addEditor(context.request, 'tuinblog.example');
  await goTo('/campaigns');
  await page.getByText('A campaign is an effort of one kind for one brand').waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: 'New campaign' }).last().click();
  await page.getByRole('heading', { name: 'What is the campaign for?' }).waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: /^Guest blogging/ }).click();

  await page.getByRole('heading', { name: 'New campaign: Guest blogging' }).waitFor();
  await page.getByRole('button', { name: 'Begin the campaign' }).click();
  await page.getByText('Give it a name.').waitFor();
  await expectAccessible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Autumn posts');
  await page.getByRole('textbox', { name: 'Placements a month' }).fill('8');
  await page.getByRole('combobox', { name: 'Add a target page' }).click();
  await page.getByRole('option', { name: /Guide/ }).click();
  await page.getByRole('textbox', { name: 'Next action' }).fill('Find ten gardens');
  await page.getByRole('button', { name: 'Begin the campaign' }).click();

  const dialog = page.getByRole('dialog', { name: 'Add prospects' });
  await dialog.waitFor();
  await page.getByText('0 of 8 delivered this month').waitFor();
  await dialog.getByRole('textbox', { name: 'Site or words' }).fill('https://www.tuinblog.example/');
  await dialog.getByRole('button', { name: 'Add https://www.tuinblog.example/' }).click();
  await dialog.getByText('tuinblog.example is in the campaign.').waitFor();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  const found = cardOf(stageOf(page, 'Found'), 'tuinblog.example');
  await found.getByText('Sanne de Wit').waitFor();
  await expectAccessible();

  await found.getByRole('button', { name: 'Move tuinblog.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Qualified' }).click();
  const qualified = cardOf(stageOf(page, 'Qualified'), 'tuinblog.example');
  await qualified.waitFor();
  await expectAccessible();
  await qualified.getByRole('link', { name: 'tuinblog.example' }).click();
  await page.waitForURL(/\/pitches\//);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await written(context.request, id);
  await page.reload();
  for (const stage of ['Pitched', 'Topic agreed', 'Being written', 'Submitted']) {
    await page.getByRole('button', { name: `Move to “${stage}”` }).click();
    await page.getByText(`Moved to “${stage}”.`).waitFor();
  }

  // On the board the stage of the agreement leads to the dialog that asks what was agreed.
  await page.getByRole('link', { name: 'Autumn posts' }).first().click();
  const submitted = cardOf(stageOf(page, 'Submitted'), 'tuinblog.example');
  await submitted.getByRole('button', { name: 'Move tuinblog.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Scheduled' }).click();
  const agreement = page.getByRole('dialog', { name: 'Record what was agreed' });
  await agreement.waitFor();
  await expectAccessible();
  await agreement.getByLabel('Page it will stand on').fill(sites.url('127.0.0.2', '/best-panels'));
  await agreement.getByLabel('Leads to').fill(GUIDE);
  await agreement.getByLabel('What was said, in a sentence').fill('Sanne puts the link in the second part');
  await agreement.getByRole('button', { name: 'Record what was agreed' }).click();
  await page.getByText('The link is awaited from now on.').waitFor();

  await journey.app.get(CheckWorker).drain();
  await journey.app.get(JobRuntime).drain();
  await goTo(`/campaigns`);
  await page.getByText('1 of 8').waitFor();
  await page.getByRole('link', { name: 'Autumn posts' }).click();
  const live = cardOf(stageOf(page, 'Live'), 'tuinblog.example');
  await live.getByText('live', { exact: true }).waitFor();
  await page.getByText('1 of 8 delivered this month · 100 % won of 1 decided').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
}, 180_000);

/** Fills in all that a guest post needs on its way to an agreement. */
async function written(as: APIRequestContext, id: string): Promise<void> {
  const { revision } = await ask<{ revision: number }>(as, `/pitches/${id}`);
  const fields = {
    ideas: ['Panels on old roofs'],
    topic: 'Panels on old roofs',
    writer: 'Wim',
    dueOn: '2026-12-01',
    draft: 'A text.',
    linkPlace: 'body',
  };
  const answer = await as.patch(`/api/v1/pitches/${id}`, { data: { revision, fields } });
  expect([answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([200, '']);
}

it('a card is dragged against the rules', async () => {
  const { page, context, goTo, expectAccessible, faults } = owner;
  const as = context.request;
  const campaign = { brandId, kind: 'guest_blogging', name: 'Spring posts', agreedPerMonth: 2 };
  const { id } = await send<{ id: string }>(as, '/campaigns', campaign);
  for (const siteAddress of ['rules.example', 'keys.example'])
    await send(as, `/campaigns/${id}/pitches`, { siteAddress });
  await goTo(`/campaigns/${id}`);

  // A move that the kind does not know: the card goes back and says why, where it happened.
  const rules = cardOf(stageOf(page, 'Found'), 'rules.example');
  await drag(page, rules.getByRole('link'), stageOf(page, 'Topic agreed'));
  await rules.getByRole('alert').getByText('Qualified').waitFor();
  await rules.getByRole('link', { name: 'Open the pitch' }).waitFor();
  expect(await cardOf(stageOf(page, 'Topic agreed'), 'rules.example').count()).toBe(0);
  await expectAccessible();

  // A move that is allowed goes through; the next lacks something and says what.
  await drag(page, rules.getByRole('link').first(), stageOf(page, 'Qualified'));
  const qualified = cardOf(stageOf(page, 'Qualified'), 'rules.example');
  await qualified.waitFor();
  await drag(page, qualified.getByRole('link').first(), stageOf(page, 'Pitched'));
  await qualified.getByRole('alert').getByText('Topics to propose').waitFor();
  await expectAccessible();

  // The same with the keyboard alone; every step is announced.
  const keys = cardOf(stageOf(page, 'Found'), 'keys.example');
  await keys.getByRole('button', { name: 'Move keys.example' }).focus();
  await pressUntilSaid(page, 'Space', 'keys.example is over Found.');
  await pressUntilSaid(page, 'ArrowRight', 'keys.example is over Qualified.');
  await pressUntilSaid(page, 'ArrowRight', 'keys.example is over Pitched.');
  await page.keyboard.press('Space');
  await keys.getByRole('alert').getByText('Qualified').waitFor();
  await keys.getByRole('button', { name: 'Move keys.example' }).focus();
  await pressUntilSaid(page, 'Space', 'keys.example is over Found.');
  await pressUntilSaid(page, 'ArrowRight', 'keys.example is over Qualified.');
  await page.keyboard.press('Space');
  await cardOf(stageOf(page, 'Qualified'), 'keys.example').waitFor();
  await page.reload();
  await cardOf(stageOf(page, 'Qualified'), 'keys.example').waitFor();
  await cardOf(stageOf(page, 'Qualified'), 'rules.example').waitFor();
  expect(faults).toEqual([]);
}, 120_000);

/** Presses a key until a screen reader is told so: a card listens to the keys a moment after it was taken, so a quick press may be lost. */
async function pressUntilSaid(page: Page, key: string, words: string): Promise<void> {
  const said = page.getByRole('status').getByText(words);
  for (let press = 1; press < 4; press += 1) {
    await page.keyboard.press(key);
    const isSaid = await said.waitFor({ state: 'attached', timeout: 8000 }).then(
      () => true,
      () => false,
    );
    if (isSaid) return;
  }
  await said.waitFor({ state: 'attached' });
}

/** Takes what is shown by the mouse and lets it go over a place. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  await from.hover();
  const start = await boxOf(from);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y + 12, { steps: 3 });
  await page.locator('[data-overlay]').waitFor();
  const over = page.locator('[data-over]').filter({ has: to });
  const edge = (page.viewportSize()?.width ?? 1280) - 4;
  // The board scrolls by itself under a held card, and a busy page may miss a movement: the hand follows until the column is lit.
  for (let tremble = 0; tremble < 60 && (await over.count()) === 0; tremble += 1) {
    const end = await boxOf(to);
    const x = Math.min(Math.max(end.x + end.width / 2, 4), edge) + (tremble % 2);
    await page.mouse.move(x, end.y + 30, { steps: 8 });
  }
  await over.waitFor();
  await page.mouse.up();
}

async function boxOf(place: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('nothing to drag');
  return box;
}
