import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import type { TestApp } from '../http/app.js';
import { startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { addBrand, foundBureau } from './team.js';
import { aVisitor } from './visitor.js';

const FILE = [
  'Linking page;Doelpagina;Rel;Colour',
  'https://tuinblog.example/een;https://noordlicht.example/gids;follow;blue',
  'https://tuinblog.example/twee;https://noordlicht.example/gids;sideways;red',
  'https://tuinblog.example/drie;no address at all;;red',
  'https://tuinblog.example/een;https://noordlicht.example/gids;follow;again',
  'https://groenblog.example/vier;https://noordlicht.example/;;green',
].join('\r\n');

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp(), startChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const worked = () => app.get(JobRuntime).drain();
const placements = async (page: Page) => {
  const answer = await page.context().request.get('/api/v1/placements');
  const { items } = (await answer.json()) as { items: { sourceUrl: string }[] };
  return items.map(({ sourceUrl }) => sourceUrl).sort();
};

it('a CSV with bad rows is tried, imported, and taken back', async () => {
  const { page, context, goTo, expectAccessible, faults } = await aVisitor(browser, app.url);
  await foundBureau(context.request);
  await addBrand(context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');

  await goTo('/imports');
  await page.getByText('Bring the links you already follow').waitFor();
  await page.getByRole('link', { name: 'Import a CSV file' }).click();
  await page.getByText('Drag a CSV file here').waitFor();
  await expectAccessible();
  const file = { name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.locator('input[type=file]').setInputFiles(file);

  const readAs = (column: string) => page.getByRole('combobox', { name: `${column} is read as` });
  await readAs('Linking page').waitFor();
  expect(await readAs('Doelpagina').inputValue()).toBe('Target (needed)');
  expect(await readAs('Colour').inputValue()).toBe('left out');
  await expectAccessible();
  await readAs('Colour').click();
  await page.getByRole('option', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('You may leave this page').waitFor();
  await worked();

  await page.getByText('would create 2 placements').waitFor();
  await page.getByText('1 duplicate').waitFor();
  await page.getByText('2 bad rows').waitFor();
  const bad = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '3', exact: true }) });
  expect(await bad.getByRole('cell').first().textContent()).toBe('Rel');
  await page.getByRole('link', { name: 'Download as CSV' }).waitFor();
  await expectAccessible();
  expect(await placements(page)).toEqual([]);

  await page.getByRole('button', { name: 'Import 2 placements' }).click();
  await page.getByText('You may leave this page').waitFor();
  await worked();
  await page.getByText('2 placements created').waitFor();
  await expectAccessible();
  expect(await placements(page)).toEqual(['https://groenblog.example/vier', 'https://tuinblog.example/een']);

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('You may leave this page').waitFor();
  await worked();
  await page.getByRole('heading', { name: 'Taken back' }).waitFor();
  expect(await placements(page)).toEqual([]);

  await page.getByRole('link', { name: 'Imports' }).click();
  await page
    .getByRole('row', { name: /links\.csv/ })
    .getByText('taken back')
    .waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
