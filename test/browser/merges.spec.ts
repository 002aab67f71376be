import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { foundBureau, send } from './team.js';

const journey = aJourney();

it('finds and merges a double', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  const sanne = { siteAddresses: ['tuinblog.example'], language: 'nl' };
  await send(context.request, '/contacts', {
    ...sanne,
    name: 'Sanne de Wit',
    position: 'editor',
    addresses: [{ address: 'sanne@tuinblog.example' }],
  });
  await send(context.request, '/contacts', {
    ...sanne,
    name: 'sanne de wit',
    position: 'chief editor',
    addresses: [{ address: 'redactie@tuinblog.example' }],
  });

  await goTo('/contacts');
  await page.getByRole('link', { name: 'Doubles' }).click();
  await page.getByText('the same name at the same site or publisher').waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: /^Compare/ }).click();
  await page.getByRole('heading', { name: 'Side by side' }).waitFor();
  await page.getByText('1 address', { exact: true }).waitFor();
  await expectAccessible();
  await page.getByRole('radio', { name: 'chief editor' }).click();
  await page.getByRole('button', { name: 'Merge' }).click();

  await page.getByText('No two contacts look like one').waitFor();
  const done = page.getByRole('list', { name: 'Merged and split lately' }).getByRole('listitem');
  await done.getByText('Mila Bakker').waitFor();
  await expectAccessible();
  await goTo('/contacts');
  await page.getByText('1 contact', { exact: true }).waitFor();
  await page
    .getByRole('rowheader')
    .getByText('chief editor')
    .or(page.getByText('chief editor'))
    .first()
    .waitFor();

  await goTo('/doubles');
  await done.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('the same name at the same site or publisher').waitFor();
  await done.getByText('undone').waitFor();
  await goTo('/contacts');
  await page.getByText('2 contacts', { exact: true }).waitFor();
  expect(faults).toEqual([]);
});
