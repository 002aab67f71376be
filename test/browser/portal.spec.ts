import { beforeAll, expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, send } from './team.js';
import type { Visitor } from './visitor.js';

const journey = aJourney({ background: true });
let owner: Visitor;
let client: Visitor;
let clientId: string;

beforeAll(async () => {
  owner = await journey.visitor();
  client = await journey.visitor();
  const as = owner.context.request;
  await foundBureau(as);
  const made = await addBrand(as, 'Fernside', 'Ferns', 'https://ferns.example/');
  clientId = made.clientId;
  const guest = { email: 'fay@ferns.example', role: 'client', clientIds: [clientId] };
  const { link } = await send<{ link: string }>(as, '/invitations', guest);
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const wanted = { name: 'Fay Fern', password: 'ferns like dark halls' };
  await send(client.context.request, `/invitations/by-token/${token}/accept`, wanted);
  const wish = { brandId: made.brandId, kind: 'guest_blogging', name: 'Autumn posts' };
  const campaign = await send<{ id: string }>(as, '/campaigns', wish);
  await send(as, `/campaigns/${campaign.id}/pitches`, {
    siteAddress: 'tuinblog.example',
    fields: { topic: 'Ferns for a dark hall' },
  });
  await send(as, '/placements', {
    brandId: made.brandId,
    site: 'leafletter.example',
    targetUrl: 'https://ferns.example/hall',
    type: 'guest_post',
  });
});

it('a client approves a topic and reads the report signed out', async () => {
  const { page } = owner;
  await owner.goTo('/approvals');
  await page.getByRole('button', { name: 'Ask a client' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option', { name: 'Autumn posts (Fernside)' }).click();
  await asking.getByRole('combobox', { name: 'Pitches' }).click();
  await page.getByRole('option', { name: 'tuinblog.example' }).click();
  await asking.getByLabel('A word to the client').fill('Shall we write this one?');
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('link', { name: 'Ferns for a dark hall' }).first().waitFor();
  await owner.expectAccessible();

  await client.goTo('/');
  await client.page.getByText('One question waits for your answer.').click();
  await client.page.getByRole('link', { name: 'Ferns for a dark hall' }).click();
  await client.page.getByText('Shall we write this one?').waitFor();
  await client.expectAccessible();
  await client.page.getByLabel('Your comment; the team reads it').fill('With pictures, please.');
  await client.page.getByRole('button', { name: 'Comment' }).click();
  await client.page.getByRole('listitem').filter({ hasText: 'With pictures, please.' }).waitFor();
  await client.page.getByRole('button', { name: 'Accept' }).click();
  await client.page.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });

  await owner.goTo('/approvals?state=accepted');
  await page.getByRole('link', { name: 'Ferns for a dark hall' }).first().click();
  await page.getByText('With pictures, please.').waitFor();
  await page.getByText('decided by Fay Fern').waitFor();

  const url = await reported();
  await client.goTo('/portal/placements?show=awaited');
  await client.page.getByText('leafletter.example').waitFor();
  await client.expectAccessible();
  await client.goTo('/portal/reports');
  await client.page.getByRole('main').getByRole('listitem').getByRole('link').click();
  await client.page.getByText('A quiet month.').waitFor();
  await client.expectAccessible();

  const stranger = await journey.visitor();
  await stranger.goTo(new URL(url).pathname);
  await stranger.page.getByText('A quiet month.').waitFor();
  await stranger.page.getByText('leafletter.example').waitFor();
  await stranger.expectAccessible();
  expect(await stranger.page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex, nofollow');
  expect(await stranger.context.cookies()).toEqual([]);
  await stranger.page.emulateMedia({ media: 'print' });
  expect(await stranger.page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect([...owner.faults, ...client.faults, ...stranger.faults]).toEqual([]);
});

it('a client comes to nothing of the team', async () => {
  for (const path of ['/placements', '/settings/members', '/reports']) {
    await client.page.goto(path);
    await client.page.getByRole('heading', { name: 'Fernside' }).waitFor();
    expect(new URL(client.page.url()).pathname).toBe('/portal');
  }
  await client.goTo('/portal/account');
  await client.page.getByLabel('Your name').waitFor();
  await client.expectAccessible();
  expect(client.faults).toEqual([]);
});

/** Makes this month's report, sends it, and answers the link that opens it. */
async function reported(): Promise<string> {
  const { page } = owner;
  await owner.goTo('/reports?add=true');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'Fernside' }).click();
  await dialog.getByRole('combobox', { name: 'Month' }).click();
  await page.getByRole('option').filter({ visible: true }).first().click();
  await dialog.getByRole('button', { name: 'Make a draft' }).click();
  await page.getByLabel('Comment', { exact: true }).fill('A quiet month.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('article').getByText('A quiet month.').waitFor();
  await owner.expectAccessible();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByText('This report was sent and stays as it is.').waitFor();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const url = await page.getByLabel('Shown this once: copy it now').inputValue();
  await owner.expectAccessible();
  return url;
}
