import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, send } from './team.js';

const journey = aJourney();

it('a template is written with a mistake, which is shown where it stands, mended, saved, and filled in for a pitch', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  const as = context.request;
  await foundBureau(as);
  const { brandId } = await addBrand(as, 'Clay & Co', 'Clay & Co', 'https://clay-co.example/');
  const campaign = await send<{ id: string }>(as, '/campaigns', {
    brandId,
    kind: 'guest_blogging',
    name: 'Kiln guide',
  });
  const places = {
    siteAddresses: ['kiln-journal.example'],
    addresses: [{ address: 'noor@kiln-journal.example' }],
  };
  const contact = await send<{ id: string }>(as, '/contacts', {
    name: 'Noor de Vries',
    firstName: 'Noor',
    ...places,
  });
  const pitch = { siteAddress: 'kiln-journal.example', contactIds: [contact.id] };
  await send(as, `/campaigns/${campaign.id}/pitches`, pitch);

  await goTo('/templates');
  await page.getByText('A template is a mail with gaps').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add a template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('A first hello');
  await dialog.getByRole('combobox', { name: 'Kind of campaign' }).click();
  await page.getByRole('option', { name: 'Guest blogging' }).click();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add and write' }).click();

  await page.getByRole('heading', { name: 'A first hello' }).waitFor();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('{{contact.fistName}} ');
  await page
    .getByRole('button', { name: /There is no variable contact.fistName. Did you mean contact.firstName\?/ })
    .waitFor();
  await page.getByText('1 problem, no remarks').waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await expectAccessible();

  await page.getByRole('button', { name: /line 1, column 1: There is no variable/ }).click();
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText('Hi {{contact.firstName}}, {{page.observation}}');
  await page.getByText('No problems, no remarks').waitFor();
  await page.getByText('There is no mail yet: this is empty for the pitch.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'page.observation' }).last().waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved as version 2').waitFor();

  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText('Hi {{contact.firstName}},');
  await page.getByText('Hi Noor,').waitFor();
  await page.getByText('HTML', { exact: true }).last().click();
  await page.frameLocator('iframe').getByText('Hi Noor,').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved as version 3').waitFor();
  await expectAccessible();

  await page.getByRole('combobox', { name: 'Compare with the present one' }).click();
  await page.getByRole('option', { name: 'Version 2' }).click();
  await page.getByRole('button', { name: 'Make version 2 the present one' }).click();
  await page.getByText('Saved as version 4').waitFor();
  expect(faults).toEqual([]);
});
