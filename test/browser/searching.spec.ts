import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LocalServer } from '../builders/local-server.js';
import { knowSome, searchService } from './found-sites.js';
import { aJourney } from './journey.js';
import { foundBureau, join } from './team.js';
import type { Visitor } from './visitor.js';

const journey = aJourney({ background: true, settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8' } });
let service: LocalServer;
let owner: Visitor;
let clientId: string;

beforeAll(async () => {
  service = await LocalServer.start(searchService);
  owner = await journey.visitor();
  await foundBureau(owner.context.request);
  ({ clientId } = await knowSome(owner.context.request));
});
afterAll(() => service.close());

/** Types words, and asks. */
async function searchFor({ page }: Visitor, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Words to search the web for' }).fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

it('without a key a member reads who may set one, and a manager is led there', async () => {
  const { page, context, goTo, expectAccessible } = owner;
  const guest = await journey.visitor();
  await join(context.request, guest.context.request, 'Jan Visser', 'member');
  await guest.goTo('/prospects/search');
  await guest.page.getByText('An owner or a manager can set one in the settings').waitFor();
  await goTo('/prospects');
  await page.getByRole('link', { name: 'Search the web' }).first().click();
  await page.getByText('There is no key for the search service yet').waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: 'Open Outside services' }).click();
  await page.getByRole('heading', { name: 'Outside services', level: 1 }).waitFor();
  const key = { key: 'search-key-of-the-bureau', baseUrl: service.url };
  expect((await context.request.put('/api/v1/service-keys/search', { data: key })).status()).toBe(200);
});

it('somebody searches by a phrase of the trade, sees what the team knows, adds the new ones and takes it back', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo(`/prospects/search?client=${clientId}&lang=nl`);
  await page.getByText('Type a topic and add a phrase').waitFor();
  await page.getByRole('searchbox').fill('zonnepanelen');
  await page.getByRole('button', { name: 'schrijf voor ons' }).click();
  expect(service.log).toEqual([]);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const row = (host: string) => page.getByRole('row', { name: new RegExp(host) });
  await row('tuinblog.example').getByText('new to the team').waitFor();
  await row('tuinblog.example').getByText('and 1 more').waitFor();
  await row('zonnewijzer.example').getByRole('link', { name: 'known, no prospect yet' }).waitFor();
  await row('noordlicht.example').getByText('Our own: Noordlicht').waitFor();
  await row('stil.example').getByText('Do not contact').waitFor();
  await row('stroomrivaal.example').getByText('Excluded for Noordlicht Energie').waitFor();
  await row('duurzaamwonen.example').getByText('1 placement').waitFor();
  await row('energienieuws.example').getByRole('link', { name: 'Prospect, researching' }).waitFor();
  await row('energienieuws.example').getByText('for Noordlicht Energie (declined)').waitFor();
  await page.getByText('7 sites · 14,200 questions left').waitFor();
  expect(service.log.map(({ path }) => path)).toEqual([
    '/web/search?q=zonnepanelen+%22schrijf+voor+ons%22&count=20&search_lang=nl',
  ]);
  await expectAccessible();

  await page.getByRole('button', { name: 'Choose 2 new sites' }).click();
  await row('stil.example').getByRole('checkbox').click();
  await row('energienieuws.example').getByRole('checkbox').click();
  await page.getByText('4 selected').waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('zon');
  await page.keyboard.press('Enter');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add 4 prospects' }).click();
  const card = page.getByRole('region', { name: 'What became of them' });
  await card.getByText('2 added, 1 there already, 1 left out').waitFor();
  await card.getByText('left out: do not contact').waitFor();
  await row('tuinblog.example').getByRole('link', { name: 'Prospect, new' }).waitFor();
  await expectAccessible();

  await card.getByRole('button', { name: 'Undo' }).click();
  await row('tuinblog.example').getByText('Archived prospect').waitFor();
  expect(faults).toEqual([]);
});

it('the keys of lists move, choose, open and add; going back shows what was found without asking again', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo(`/prospects/search?q=zon&client=${clientId}`);
  await page.getByText('Nothing was asked yet').waitFor();
  service.log.length = 0;
  await page.getByRole('button', { name: 'Search', exact: true }).last().click();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('rowheader', { name: 'dakpraat.example' }).waitFor();
  expect(service.log).toHaveLength(2);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await page.keyboard.press('Escape');
  for (const _ of ['second', 'third']) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const peek = page.getByRole('complementary', { name: 'Site at a glance' });
  await peek.getByRole('heading', { name: 'energienieuws.example' }).waitFor();
  await peek.getByText('Een gastartikel aanbieden').waitFor();
  await expectAccessible();
  await peek.getByRole('link', { name: 'Open the page' }).click();
  await page.getByRole('heading', { name: 'energienieuws.example', level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('rowheader', { name: 'dakpraat.example' }).waitFor();
  expect(service.log).toHaveLength(2);

  await goTo('/today');
  await page.keyboard.press('Control+k');
  await page
    .getByPlaceholder(/do anything/)
    .last()
    .fill('find prospects');
  await page.getByRole('button', { name: 'Find prospects by searching the web' }).click();
  await page.getByText('Type a topic and add a phrase').waitFor();
  expect(faults).toEqual([]);
});

it('what the service refuses is told where it arose, and nothing found is no failure', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/prospects/search');
  await searchFor(owner, 'niets');
  await page.getByText('The service found nothing for “niets”').waitFor();
  await searchFor(owner, 'verkeerde sleutel');
  await page.getByText('The service does not take the key').waitFor();
  await page.getByRole('link', { name: 'Open Outside services' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
