import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, send } from './team.js';

const journey = aJourney();

/** Verbs that stand on buttons of those who may change things. */
const VERBS = /^(add|invite|archive|edit|import|move|save|check now|accept|end|leave)/i;

it('a viewer looks and cannot touch', async () => {
  const owner = await journey.visitor();
  const viewer = await journey.visitor();
  await foundBureau(owner.context.request);
  const { clientId, brandId } = await addBrand(
    owner.context.request,
    'Noordlicht Energie',
    'Noordlicht',
    'https://noordlicht.example/',
  );
  const { id } = await send<{ id: string }>(owner.context.request, '/placements', {
    brandId,
    sourceUrl: 'https://tuinblog.example/beste-zonnepanelen',
    targetUrl: 'https://noordlicht.example/gids',
    type: 'guest_post',
  });
  const invitation = { email: 'vera@bureau.example', role: 'viewer' };
  const { link } = await send<{ link: string }>(owner.context.request, '/invitations', invitation);

  const { page, goTo } = viewer;
  await goTo(new URL(link).pathname);
  await page.getByRole('heading', { name: 'Join Bureau Wind' }).waitFor();
  await viewer.expectAccessible();
  await page.getByLabel('Your name').fill('Vera Kijker');
  await page.getByLabel('Password', { exact: true }).fill('a window on the sea');
  await page.getByRole('button', { name: 'Accept and go in' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  for (const path of [
    '/today',
    '/placements',
    `/placements/${id}`,
    '/clients',
    `/clients/${clientId}`,
    '/settings/members',
  ]) {
    await goTo(path);
    expect([path, await page.getByRole('button', { name: VERBS }).allTextContents()]).toEqual([path, []]);
    await viewer.expectAccessible();
  }
  const refused = await viewer.context.request.post('/api/v1/clients', { data: { name: 'Mine' } });
  expect(refused.status()).toBe(403);
  expect(viewer.faults).toEqual([]);
});
