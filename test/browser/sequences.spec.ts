import { beforeAll, expect, it } from '@jest/globals';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aCatcher } from '../builders/sequences.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, send, whoIs } from './team.js';
import type { Visitor } from './visitor.js';

const journey = aJourney();
let owner: Visitor;
let brandId: string;

beforeAll(async () => {
  owner = await journey.visitor();
  const as = owner.context.request;
  await foundBureau(as);
  ({ brandId } = await addBrand(as, 'Clay & Co', 'Clay & Co', 'https://clay-co.example/'));
  await aCatcher(journey.app, (await whoIs(as)).workspaceId, 'post@bureau.example');
});

it('a sequence is made from its kind, gets a task, is saved as a version, and takes a pitch whose mails are seen first', async () => {
  const { page, context, goTo, expectAccessible, faults } = owner;
  const as = context.request;
  const words = { subjects: ['A guide to kilns'], body: 'Hi {{contact.name}}. {{sender.name}}' };
  const template = await send<{ id: string }>(as, '/templates', {
    name: 'Hello kiln',
    purpose: 'first',
    locale: 'en',
    ...words,
  });
  const campaign = await send<{ id: string }>(as, '/campaigns', {
    brandId,
    kind: 'guest_blogging',
    name: 'Kiln guide',
  });
  const contact = await send<{ id: string }>(as, '/contacts', {
    name: 'Noor de Vries',
    country: 'GB',
    siteAddresses: ['kiln-journal.example'],
    addresses: [{ address: 'noor@kiln-journal.example' }],
  });
  const pitch = await send<{ id: string }>(as, `/campaigns/${campaign.id}/pitches`, {
    siteAddress: 'kiln-journal.example',
    contactIds: [contact.id],
  });

  await goTo('/sequences');
  await page.getByText('A sequence is a first mail and what follows it').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add a sequence' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Guest posts');
  await dialog.getByRole('combobox', { name: 'Kind of campaign' }).click();
  await page.getByRole('option', { name: 'Guest blogging' }).click();
  await dialog.getByRole('button', { name: 'Add the sequence' }).click();

  await page.getByRole('heading', { name: 'Guest posts' }).waitFor();
  await page.getByText('Working day 10 · Mail').waitFor();
  await page.getByRole('button', { name: 'Remove step 3' }).click();
  await page.getByRole('button', { name: 'Remove step 2' }).click();
  const first = page.getByRole('group', { name: 'Steps 1' });
  await first.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'Hello kiln' }).click();
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('What is to be done').fill('Call Noor');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByRole('button', { name: 'Save as version 3' }).waitFor();
  await page.getByText('Working day 4 · Task').waitFor();

  await goTo(`/pitches/${pitch.id}`);
  await page.getByRole('link', { name: 'Enrol in a sequence' }).click();
  await page.getByRole('heading', { name: 'Enrol pitches' }).waitFor();
  await page.getByRole('combobox', { name: 'Sequence', exact: true }).click();
  await page.getByRole('option', { name: 'Guest posts' }).click();
  await page.getByText('Hi Noor de Vries.').waitFor();
  await page.getByText('Call Noor').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Enrol 1 pitch' }).click();

  await page.getByText('waits in the outbox').waitFor();
  const panel = page.getByRole('region', { name: 'Guest posts' });
  await panel.getByText('running', { exact: true }).waitFor();
  await expectAccessible();
  await panel.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await panel.getByText('by hand').waitFor();
  await panel.getByRole('button', { name: 'Resume' }).click();
  await panel.getByText('running', { exact: true }).waitFor();
  expect(template.id).not.toBe('');
  expect(faults).toEqual([]);
});

/** A campaign with more pitches than fit on a page; every tenth has nobody to write to. */
async function aFullCampaign(): Promise<string> {
  const as = owner.context.request;
  const wish = { brandId, kind: 'guest_blogging', name: 'Kiln spring' };
  const { id } = await send<{ id: string }>(as, '/campaigns', wish);
  for (let no = 0; no < 24; no += 1) {
    const siteAddress = `spring${no}.example`;
    const person = { name: `Ann ${no}`, country: 'GB', siteAddresses: [siteAddress] };
    const addresses = [{ address: `ann@${siteAddress}` }];
    const contacts =
      no % 10 === 0 ? [] : [await send<{ id: string }>(as, '/contacts', { ...person, addresses })];
    await send(as, `/campaigns/${id}/pitches`, { siteAddress, contactIds: contacts.map((one) => one.id) });
  }
  return id;
}

it('many pitches are looked at first, by pages, and enrolled but for those left out; from the board and the prospects too', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const campaignId = await aFullCampaign();
  const lookAtAll = async () => {
    await page.getByRole('combobox', { name: 'Sequence', exact: true }).click();
    await page.getByRole('option', { name: 'Guest posts' }).click();
    await page.getByRole('button', { name: 'Look at all of them first' }).click();
    await page.getByRole('progressbar').first().waitFor({ state: 'attached' });
    await journey.app.get(JobRuntime).drain();
    await page.getByRole('button', { name: /^Would be enrolled/ }).waitFor();
  };

  await goTo(`/campaigns/${campaignId}?view=table`);
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  await page.getByText('24 pitches').waitFor();
  await lookAtAll();
  await page.getByRole('button', { name: 'Would be enrolled 21' }).waitFor();
  await page.getByRole('button', { name: 'The pitch has no contact. 3' }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Would be enrolled 21' }).click();
  await page.getByText('Hi Ann 1.').waitFor();
  await page.getByRole('button', { name: 'Next page' }).first().click();
  await page.getByText('11 to 20 of 21').first().waitFor();
  await page.getByText('Hi Ann 13.').waitFor();
  await page.getByRole('checkbox', { name: 'Enrol spring13.example' }).uncheck();
  await page.getByRole('button', { name: 'Enrol 20 pitches' }).click();
  await page.getByRole('progressbar').first().waitFor({ state: 'attached' });
  await journey.app.get(JobRuntime).drain();
  await page.getByText('20 pitches enrolled').first().waitFor();
  await expectAccessible();

  await goTo(`/campaigns/${campaignId}`);
  await page
    .getByRole('checkbox', { name: /^Select spring/ })
    .first()
    .check();
  await expectAccessible();
  await page.getByRole('button', { name: 'Select all 24 matching' }).click();
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  await page.getByText('24 pitches').waitFor();

  await goTo('/prospects');
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option', { name: /^Kiln spring/ }).click();
  await dialog.getByRole('button', { name: 'Look at the pitches' }).click();
  await lookAtAll();
  await page.getByText('1 prospect has no open pitch in this campaign.').waitFor();
  await page.getByRole('button', { name: 'Enrolled already. 20' }).waitFor();
  expect(faults).toEqual([]);
}, 120_000);
