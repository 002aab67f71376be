import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { ahrefsFile, textFile, workedBy } from './import-files.js';
import { aJourney } from './journey.js';
import { addBrand, ask, foundBureau, signInOwner } from './team.js';

const GUIDE = 'https://noordlicht.example/gids';
const BACKLINKS = ahrefsFile('export.csv', [
  { page: 'https://tuinblog.example/beste-panelen', to: GUIDE },
  { page: 'https://groenblog.example/overzicht', to: GUIDE, rating: '31.0' },
  { page: 'no page at all', to: GUIDE },
  { page: 'https://noordlicht.example/nieuws', to: GUIDE },
  { page: 'https://stranger.example/list', to: 'https://noordlicht.example/', anchor: 'Noordlicht' },
]);

const journey = aJourney({ settings: VISITS_LOCAL_SITES });
let sites: LocalSites;

beforeAll(async () => {
  const link = (rel: string) => ({ body: article(`<a href="${GUIDE}"${rel}>the guide</a>`) });
  sites = await serveSites((path) => link(path === '/een' ? '' : ' rel="nofollow"'));
});
afterAll(() => sites.close());

const items = async (page: Page, path: string) =>
  (await ask<{ items: Record<string, unknown>[] }>(page.context().request, path)).items;
const readAs = (page: Page, column: string) =>
  page.getByRole('combobox', { name: `${column} is read as`, exact: true });

it('imports an Ahrefs file, mends a mapping, and undoes it', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await addBrand(context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');

  await goTo('/imports');
  await page.getByText('Bring what you already have').waitFor();
  await page.getByRole('link', { name: 'Import a file' }).click();
  await page.getByText('Recognised by themselves').waitFor();
  await expectAccessible();
  await page.locator('input[type=file]').setInputFiles(textFile('nothing.csv', []));
  await page.getByText('nothing.csv is empty.').waitFor();
  await page.locator('input[type=file]').setInputFiles(BACKLINKS);

  await page.getByText('Recognised as Ahrefs: Backlinks.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Its rows are' }).inputValue()).toBe('Links to us');
  expect(await readAs(page, 'Referring page URL').inputValue()).toBe('Source page (needed)');
  expect(await readAs(page, 'Anchor').inputValue()).toBe('Anchor');
  expect(await readAs(page, 'Referring page title').inputValue()).toBe('left out');
  await expectAccessible();

  await readAs(page, 'Referring page URL').click();
  await page.getByRole('option', { name: 'left out' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('Say first which column holds: Source page.').waitFor();
  await readAs(page, 'Referring page URL').click();
  await page.getByRole('option', { name: 'Source page (needed)' }).click();
  await readAs(page, 'Referring page title').click();
  await page.getByRole('option', { name: 'Notes', exact: true }).click();
  await page.getByText('Make every site a prospect, too').click();
  await workedBy(journey.app, page, 'Dry run');

  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await page.getByText('3 would be new').waitFor();
  await page.getByText('1 bad row', { exact: true }).waitFor();
  await page.getByText('1 skipped', { exact: true }).waitFor();
  const bad = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '4', exact: true }) });
  await bad.getByText('Referring page URL').waitFor();
  await bad.getByText('“no page at all” is not the address of a web page').waitFor();
  await expectAccessible();
  await page.getByRole('radiogroup', { name: 'Which rows are shown' }).getByText('Skipped').click();
  await page.getByText('The link stands on the brand’s own site').waitFor();
  expect(await items(page, '/relationships')).toEqual([]);

  await workedBy(journey.app, page, 'Import 3 rows');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByText('3 new, 0 seen again, 0 lost').waitFor();
  await expectAccessible();
  expect(await items(page, '/relationships')).toHaveLength(3);
  await page.getByRole('link', { name: '3 new', exact: true }).first().click();
  await page.getByRole('rowheader', { name: /tuinblog\.example/ }).waitFor();
  await page.goBack();

  await workedBy(journey.app, page, 'Undo the import');
  await page.getByRole('heading', { name: 'Taken back' }).waitFor();
  expect(await items(page, '/relationships')).toEqual([]);
  expect(await items(page, '/prospects')).toEqual([]);

  await page.getByRole('link', { name: 'Import another file' }).click();
  await page.locator('input[type=file]').setInputFiles(BACKLINKS);
  await page.getByText('The columns are read as you or a colleague said').waitFor();
  expect(await readAs(page, 'Referring page title').inputValue()).toBe('Notes');

  await page.getByRole('link', { name: 'Imports' }).click();
  const row = page.getByRole('row', { name: /export\.csv/ }).last();
  await row.getByText('Ahrefs: Backlinks').waitFor();
  await row.getByText('taken back').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('imports a placement sheet with paid guest posts and sees that nobody is accused', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  const sheet = textFile(
    'placements.csv',
    [
      ['Bronpagina', 'Doelpagina', 'Soort', 'Prijs', 'Afgesproken op'],
      [sites.url('127.0.0.2', '/een'), GUIDE, 'gastblog', '€ 150,00', '03-11-2026'],
      [sites.url('127.0.0.3', '/twee'), GUIDE, 'gastblog', '€ 95,50', '25-10-2026'],
    ],
    ';',
  );
  await goTo('/imports/new');
  await page.locator('input[type=file]').setInputFiles(sheet);
  await page.getByText(/a sheet of your own/).waitFor();
  expect(await readAs(page, 'Prijs').inputValue()).toBe('Price');
  await expectAccessible();
  await workedBy(journey.app, page, 'Dry run');
  await page.getByText('2 would be new').waitFor();
  await workedBy(journey.app, page, 'Import 2 rows');
  await page.getByText('Each is checked soon').waitFor();
  await journey.app.get(CheckWorker).drain();

  await page.getByRole('link', { name: 'Show the placements' }).click();
  await page.getByText('Guest post').first().waitFor();
  const made = await items(page, '/placements');
  expect(made.map(({ compensation }) => compensation)).toEqual(['money', 'money']);
  expect(made.map(({ state }) => state)).toEqual(['live', 'live']);
  await expectAccessible();

  expect(await page.getByText('term not met').count()).toBe(0);

  const followed = made.find(({ sourceUrl }) => String(sourceUrl).endsWith('/een'));
  await goTo(`/placements/${String(followed?.['id'])}`);
  await page.getByRole('heading', { name: 'What was found' }).waitFor();
  await page.getByText('Our own deal needs a label').first().waitFor();
  expect(await page.getByText('term not met').count()).toBe(0);
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('asks why the people of a file may be mailed, and takes none for an answer only when it is said', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  const people = textFile('people.csv', [
    ['Name', 'Email', 'Website', 'Last contacted'],
    ['Sanne de Wit', 'sanne@tuinblog.example', 'tuinblog.example', '03/04/2026'],
    ['Joris Stil', 'joris@', 'stil.example', '05/06/2026'],
  ]);
  await goTo('/imports/new');
  await page.locator('input[type=file]').setInputFiles(people);
  await page.getByRole('heading', { name: 'Why these people may be mailed' }).waitFor();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByRole('alert').getByText('no ground is known').waitFor();
  await page.getByRole('alert').getByText('Say how the file writes its days').waitFor();
  await expectAccessible();
  await page.getByRole('combobox', { name: 'Days' }).click();
  await page.getByRole('option', { name: /Day first/ }).click();
  await page.getByRole('radio', { name: 'None known' }).click();
  await workedBy(journey.app, page, 'Dry run');
  await page.getByText('1 would be new').waitFor();
  await page.getByText('“joris@” is no mail address').waitFor();
  await workedBy(journey.app, page, 'Import 1 row');
  await page.getByRole('link', { name: 'Show the contacts' }).click();
  await page.getByRole('rowheader').getByRole('link', { name: 'Sanne de Wit' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
