import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CrawlWorker } from '../../src/modules/relationships/crawl-worker.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, signInOwner } from './team.js';

const journey = aJourney({ settings: VISITS_LOCAL_SITES });
let sites: LocalSites;

beforeAll(async () => {
  sites = await serveSites(() => ({
    body: article('<a href="https://tuinblog.example/zon">their planner</a>'),
  }));
});
afterAll(() => sites.close());

it('the page of a relationship tells who links to whom, why, and whether it passes the litmus test', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await addBrand(context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  await goTo('/relationships');
  await page.getByText('Here you see who links to whom, and why.').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add a relationship' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Their site').fill('tuinblog.example');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add a relationship' }).click();

  await page.getByText('noordlicht.example was never read completely', { exact: false }).waitFor();
  await page.getByText('Not known: nobody reads the whole web.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Read our site now' }).waitFor();
  await expectAccessible();

  await page.getByRole('button', { name: 'Add a link of theirs to us' }).click();
  await dialog.getByLabel('Page that links').fill('https://tuinblog.example/gereedschap');
  await dialog.getByLabel('Page it leads to').fill('https://noordlicht.example/rekenhulp');
  await dialog.getByLabel('Words of the link').fill('rekenhulp');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add a link of theirs to us' }).click();
  const theirs = page.getByRole('list', { name: 'They to us' });
  await theirs.getByText('“rekenhulp”').waitFor();

  await page.getByRole('button', { name: 'Add a link of ours to them' }).click();
  await dialog.getByLabel('Page that links').fill('https://noordlicht.example/blog/tuin-op-zon');
  await dialog.getByLabel('Page it leads to').fill('https://tuinblog.example/zonnige-tuin');
  await dialog.getByRole('button', { name: 'Add a link of ours to them' }).click();
  await page.getByText('They link to us once, we link to them once.').waitFor();
  await page.getByText('You link to each other.', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Say why' }).click();
  await dialog.getByRole('combobox', { name: 'Situation' }).click();
  await page.getByRole('option', { name: 'tool and tutorial' }).click();
  await dialog.getByLabel('In your own words').fill('their readers use our calculator');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('tool and tutorial; their readers use our calculator').waitFor();

  await page.getByRole('button', { name: 'Answer' }).click();
  for (const question of ['Would we link', 'Would readers gain'])
    await dialog.getByRole('radiogroup', { name: question }).getByLabel('yes').check();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mila Bakker, 20 Nov').waitFor();
  await expectAccessible();

  await goTo('/relationships?direction=both');
  await page.getByRole('rowheader').getByRole('link', { name: 'tuinblog.example' }).waitFor();
  await page.getByText('yes, twice').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('a link written down by hand can be taken away again, and then nothing is known', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  await goTo('/relationships');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const theirs = page.getByRole('list', { name: 'They to us' });
  await theirs.getByRole('button', { name: 'Remove what was written down by hand' }).click();
  await page.getByText('Not known: nobody reads the whole web.', { exact: false }).waitFor();
  await page.getByText('Whether they link to us is not known', { exact: false }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('reading our own site makes known to whom we link, and what could not be read', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  const { brandId } = await addBrand(context.request, 'Zonnewijzer', 'Zonnewijzer', sites.url('127.0.0.2'));
  await goTo(`/brands/${brandId}/own-site`);
  await page.getByText('Never read completely', { exact: false }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Read our site now' }).click();
  await page.getByText('Reading:', { exact: false }).waitFor();
  await journey.app.get(CrawlWorker).drain();
  await page.getByText('complete', { exact: true }).waitFor();
  await page.getByText('1 of 1 pages read', { exact: false }).waitFor();
  await expectAccessible();
  await goTo('/relationships?direction=to_them');
  await page
    .getByRole('row', { name: /Zonnewijzer/ })
    .getByRole('link', { name: 'tuinblog.example' })
    .click();
  await page.getByText('we link to them once', { exact: false }).waitFor();
  await page.getByRole('list', { name: 'We to them' }).getByText('found on our own site').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
