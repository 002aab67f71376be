import { expect, it } from '@jest/globals';
import { textFile, workedBy } from './import-files.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau } from './team.js';

const journey = aJourney();

const HEADERS = [
  'Domain',
  'DR',
  'Dofollow linked domains',
  'Links to target',
  'Dofollow links',
  'First seen',
  'Lost',
];
const list = (rows: readonly (readonly string[])[]) => textFile('sites.csv', [HEADERS, ...rows]);
const STAYS = ['tuinblog.example', '54', '3', '1240', '800', '2026-01-02', ''];

it('a list of linking sites shows as what a tool says, and a second one what is new and what is lost', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await addBrand(context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  const bring = async (rows: readonly (readonly string[])[], day: string) => {
    await goTo('/imports/new');
    await page.locator('input[type=file]').setInputFiles(list(rows));
    await page.getByText('Recognised as Ahrefs: Referring domains.').waitFor();
    await page.getByRole('combobox', { name: 'Brand' }).click();
    await page.getByRole('option', { name: 'Noordlicht' }).click();
    await page.getByLabel('The file is of').fill(day);
    await page.getByLabel('This is a complete export').check();
    await page
      .getByText('Sites that earlier lists of this tool named and this one does not are lost.')
      .waitFor();
    await workedBy(journey.app, page, 'Dry run');
    await page.getByRole('heading', { name: 'What would happen' }).waitFor();
    await workedBy(journey.app, page, 'Import 2 rows');
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
  };
  await bring([STAYS, ['groenblog.example', '31', '1', '2', '1', '2026-03-02', '']], '2026-11-01');
  await page.getByText('2 new, 0 seen again, 0 lost').waitFor();
  await bring([STAYS, ['woonblog.example', '31', '1', '1', '1', '2026-11-04', '']], '2026-11-15');
  await page.getByText('1 new, 1 seen again, 1 lost').waitFor();
  await expectAccessible();

  await page.getByRole('link', { name: '1 new, 1 seen again, 1 lost' }).click();
  await page.getByRole('button', { name: 'A tool says so 2' }).click();
  await page.getByText('Ahrefs: 1,240 links').waitFor();
  await expectAccessible();
  await page.getByRole('rowheader').getByRole('link', { name: 'tuinblog.example' }).click();
  await page
    .getByText('Ahrefs tells of 1,240 links from this site, 800 of them followed; the pages are not known.')
    .waitFor();
  await page.getByText('Which pages link is not known', { exact: false }).waitFor();
  await page
    .getByText('Ahrefs tells of 1,240 links from them to us, as of November 15, 2026', { exact: false })
    .waitFor();
  await expectAccessible();

  await goTo('/relationships?q=groenblog');
  await page.getByRole('rowheader').getByRole('link', { name: 'groenblog.example' }).click();
  await page.getByText('Ahrefs says that this site no longer links to us.').waitFor();
  await page.getByText('no longer in the complete list', { exact: false }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
