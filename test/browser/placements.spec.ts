import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, signInOwner } from './team.js';

const GUIDE = 'https://noordlicht.example/gids';

const journey = aJourney({ settings: VISITS_LOCAL_SITES });
let sites: LocalSites;
let rel = '';

beforeAll(async () => {
  sites = await serveSites(() => ({ body: article(`<a href="${GUIDE}"${rel}>the guide</a>`) }));
});
afterAll(() => sites.close());

/** Presses a button that asks for a check, and lets the worker make it. */
const checkedBy = async (page: Page, button: string) => {
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/check'));
  await page.getByRole('button', { name: button }).click();
  await asked;
  await page.getByText('waiting for a turn at the host').waitFor();
  await journey.app.get(CheckWorker).drain();
};

it('a placement is added, checked at once, and says what differs from what was agreed', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await addBrand(context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  rel = ' rel="nofollow"';

  await goTo('/placements');
  await page.getByText('Here stand the links that were agreed or earned').waitFor();
  await expectAccessible();
  await page.locator('main').getByRole('link', { name: 'Add a placement' }).last().click();
  await page.getByRole('button', { name: 'Add and check' }).click();
  await page.getByText('Something is missing above').waitFor();
  await expectAccessible();

  await page.getByLabel('Page that links to us').fill(sites.url('127.0.0.2', '/best-panels'));
  await page.getByLabel('Page it leads to').fill(GUIDE);
  await page.getByText('Guessed from the target: Noordlicht.').waitFor();
  const terms = page.getByRole('group', { name: 'Rel' });
  await terms.getByText('Agreed', { exact: true }).click();
  await terms.getByRole('combobox', { name: 'Rel: value' }).click();
  await page.getByRole('option', { name: 'follow', exact: true }).click();
  await page.getByRole('button', { name: 'Add and check' }).click();
  await page.getByText('Say where it was agreed.').waitFor();
  await page.getByLabel('What was said, in a sentence').fill('Sanne wrote that the link is followed');
  await page.getByLabel('Agreed on').fill('2026-11-03');
  await checkedBy(page, 'Add and check');
  await page.getByText('1 agreed term not met').waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: 'Open the placement' }).click();

  await page.getByRole('heading', { name: 'What was found' }).waitFor();
  await page.getByText('rel_not_follow').waitFor();
  await page.locator('mark', { hasText: 'nofollow' }).waitFor();
  await page.getByText('Sanne wrote that the link is followed').first().waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('a changed link shows the difference to the check before, and is accepted as it is', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  rel = ' rel="nofollow ugc"';
  journey.app.clock.advance({ hours: 26 });
  await signInOwner(context.request);
  await goTo('/placements');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Open the page' }).click();
  // The panel has a button of the same name: it goes away with the list.
  await page.getByRole('heading', { name: 'What was found' }).waitFor();
  await checkedBy(page, 'Check now');
  await page.getByRole('tab', { name: /Changes since/ }).click();
  await page.locator('[data-kind="added"] mark', { hasText: 'ugc' }).waitFor();
  await expectAccessible();

  await page.getByRole('button', { name: 'Accept as it is' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('agreed follow').waitFor();
  await dialog.getByText('agreed ugc').waitFor();
  await expectAccessible();
  await dialog.getByLabel('Why it is accepted').fill('The forum marks every link so');
  await dialog.getByRole('button', { name: 'Accept as it is' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('The forum marks every link so').first().waitFor();
  await page.getByText('agreed ugc').first().waitFor();
  expect(faults).toEqual([]);
});

it('the list keeps its filter in the address and acts on what is selected, with a way back', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  await goTo('/placements');
  await page.getByRole('searchbox', { name: 'Search pages' }).fill('best-panels');
  await page.waitForURL(/q=best-panels/);
  await page.reload();
  expect(await page.getByRole('searchbox', { name: 'Search pages' }).inputValue()).toBe('best-panels');
  await page.getByRole('rowheader').first().waitFor();
  await expectAccessible();

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByText('No address holds “best-panels”.').waitFor();
  expect(faults).toEqual([]);
});
