import { expect, it } from '@jest/globals';
import { textFile, workedBy } from './import-files.js';
import { aJourney } from './journey.js';
import { foundBureau } from './team.js';

const journey = aJourney();

const RATES = textFile('tarieven.csv', [
  ['Website', 'Prijs gastblog (EUR)', 'Tarief link', 'Dofollow', 'Aantal woorden', 'Uitgever', 'Leverancier'],
  ['tuinblog.example', '250', '€ 120', 'ja', '800-1200', 'Groene Media', ''],
  ['woonblog.example', '90', '', 'nee', '500', '', 'Link Winkel'],
  ['bouwblog.example', 'veel', '', '', '', '', ''],
]);

it('a rate sheet tells what publishers ask, with the file it stands in', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await goTo('/imports/new');
  await page.locator('input[type=file]').setInputFiles(RATES);
  const readAs = (column: string) =>
    page.getByRole('combobox', { name: `${column} is read as`, exact: true });
  await readAs('Website').waitFor();
  expect(await readAs('Prijs gastblog (EUR)').inputValue()).toBe('Price of a guest post');
  expect(await readAs('Dofollow').inputValue()).toBe('Rel they give');
  expect(await readAs('Aantal woorden').inputValue()).toBe('Words asked');
  expect(await readAs('Leverancier').inputValue()).toBe('Broker or supplier');
  expect(await readAs('Tarief link').inputValue()).toBe('Price of a link insertion');
  await page.getByLabel('The file is of').fill('2026-10-01');
  await expectAccessible();
  await workedBy(journey.app, page, 'Dry run');
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await page.getByText('3 new', { exact: true }).waitFor();
  await page.getByText(/“veel”/).waitFor();
  await workedBy(journey.app, page, 'Import 2 rows');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await expectAccessible();

  await goTo('/publishers');
  await page.getByRole('link', { name: 'Groene Media' }).click();
  await page.getByText('€250 · follow · 800 to 1,200 words').waitFor();
  await page.getByText('€120 · follow').waitFor();
  await page.getByRole('link', { name: 'from tarieven.csv, as of 1 Oct' }).first().waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
