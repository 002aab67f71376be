import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { addBrand, ask, foundBureau, join, send, whoIs } from './team.js';

const journey = aJourney();

it('a member leaves, the work goes to a colleague, and the door closes', async () => {
  const owner = await journey.visitor();
  const leaver = await journey.visitor();
  const as = owner.context.request;
  await foundBureau(as);
  const { brandId } = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  await join(as, leaver.context.request, 'Joris Vos', 'member');
  const { memberId } = await whoIs(leaver.context.request);
  for (const page of ['een', 'twee']) {
    await send(leaver.context.request, '/placements', {
      brandId,
      sourceUrl: `https://tuinblog.example/${page}`,
      targetUrl: 'https://noordlicht.example/gids',
      type: 'editorial',
      ownerMemberId: memberId,
    });
  }
  await leaver.goTo('/today');

  const { page } = owner;
  await owner.goTo('/settings/members');
  await page.getByRole('button', { name: 'Leave: Joris Vos' }).click();
  await page.getByRole('heading', { name: 'Joris Vos leaves' }).waitFor();
  await page.getByText('2 placements').waitFor();
  await owner.expectAccessible();
  await page.getByRole('combobox', { name: 'Their work goes to' }).click();
  await page.getByRole('option', { name: 'Mila Bakker' }).click();
  await page.getByRole('button', { name: 'Hand over and end access' }).click();

  const question = page.getByRole('dialog');
  await question.getByText('2 placements go to Mila Bakker').waitFor();
  await owner.expectAccessible();
  await question.getByRole('button', { name: 'Hand over and end access' }).click();
  await page.getByText('Joris Vos has left; 2 placements handed over').waitFor();
  await page.getByRole('heading', { name: 'Left' }).waitFor();

  await leaver.page.getByRole('link', { name: 'Settings' }).first().click();
  await leaver.page.getByText('Your session has ended.').waitFor();
  const { items } = await ask<{ items: { ownerName: string }[] }>(as, '/placements?limit=5');
  expect(items.map(({ ownerName }) => ownerName)).toEqual(['Mila Bakker', 'Mila Bakker']);
  expect(owner.faults).toEqual([]);
});
