import { beforeAll, expect, it } from '@jest/globals';
import type { APIRequestContext } from 'playwright-core';
import { aJourney } from './journey.js';
import { addBrand, ask, foundBureau, join, OWNER, send } from './team.js';
import type { Visitor } from './visitor.js';

const JORIS = 'Joris Stil';

const journey = aJourney({ background: true });
let owner: Visitor;

beforeAll(async () => {
  owner = await journey.visitor();
  await aMonth(owner.context.request);
});

/** A client with four posts agreed and one delivered; a colleague with two pitches, one late, and a late task; a link lost yesterday. */
async function aMonth(as: APIRequestContext): Promise<void> {
  await foundBureau(as);
  const guest = await journey.visitor();
  await join(as, guest.context.request, JORIS, 'member');
  const home = 'https://noordlicht.example/';
  const { brandId } = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', home);
  const { items } = await ask<{ items: { id: string; name: string }[] }>(as, '/members');
  const idOf = (name: string) => items.find((one) => one.name === name)?.id;
  const joris = idOf(JORIS);
  const campaign = await send<{ id: string }>(as, '/campaigns', {
    ...{ brandId, kind: 'guest_blogging', name: 'Autumn posts', status: 'running', agreedPerMonth: 4 },
    budget: { minor: 100_000, currency: 'EUR' },
  });
  const pitch = (siteAddress: string) =>
    send<{ id: string; revision: number }>(as, `/campaigns/${campaign.id}/pitches`, {
      siteAddress,
      assigneeMemberId: joris,
    });
  await pitch('tuinblog.example');
  const { id, revision } = await pitch('groenwonen.example');
  await as.patch(`/api/v1/pitches/${id}`, { data: { revision, nextStepOn: '2026-11-18' } });
  await send(as, '/tasks', { title: 'Ring the editor', dueOn: '2026-11-17', assigneeMemberId: joris });
  await send(as, '/tasks', {
    title: 'Read the draft',
    dueOn: '2026-11-20',
    assigneeMemberId: idOf(OWNER.name),
  });
  const placed = async (host: string, columns: string) => {
    const wish = { brandId, sourceUrl: `https://${host}/post`, targetUrl: `${home}gids`, type: 'guest_post' };
    const placement = await send<{ id: string }>(as, '/placements', wish);
    await journey.app.database.asOwner(`update placements set campaign_id = $2, ${columns} where id = $1`, [
      placement.id,
      campaign.id,
    ]);
  };
  await placed('tuinwereld.example', `state = 'live', first_live_at = '2026-11-10T08:00:00Z'`);
  await placed('stilleweg.example', `state = 'removed', state_since = '2026-11-19T08:00:00Z'`);
}

it("the manager's Monday", async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const figure = (name: string) => page.getByRole('link', { name, exact: true });

  await goTo('/team');
  await figure('1 delivered: Noordlicht Energie').waitFor();
  await figure('of 4 agreed this month: Noordlicht Energie').waitFor();
  await figure('3 still due this month: Noordlicht Energie').waitFor();
  await page.getByRole('link', { name: 'stilleweg.example' }).waitFor();
  await expectAccessible();

  await figure(`1 overdue pitches: ${JORIS}`).click();
  await page.getByRole('row').filter({ hasText: 'groenwonen.example' }).waitFor();
  expect(await page.getByText('tuinblog.example').count()).toBe(0);
  await page.goBack();

  await page.getByRole('button', { name: `Reassign the work of ${JORIS}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Who takes over' }).click();
  await page.getByRole('option', { name: OWNER.name }).click();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Hand over 3' }).click();
  const told = page.getByRole('alert').filter({ hasText: `3 things handed over to ${OWNER.name}.` });
  await told.hover();
  await figure(`2 open pitches: ${OWNER.name}`).waitFor();
  await figure(`0 open pitches: ${JORIS}`).waitFor();
  await told.hover();
  await told.getByRole('button', { name: 'Undo' }).click();
  await figure(`2 open pitches: ${JORIS}`).waitFor();
  await figure(`1 overdue tasks: ${JORIS}`).waitFor();

  await page.getByRole('button', { name: 'The month before' }).click();
  await figure('0 delivered: Noordlicht Energie').waitFor();
  expect(new URL(page.url()).searchParams.get('month')).toBe('2026-10');
  await page.getByRole('button', { name: 'This month' }).click();
  await figure('1 delivered: Noordlicht Energie').click();
  await page.getByRole('row').filter({ hasText: 'tuinwereld.example' }).waitFor();
  await page.getByRole('button', { name: 'Without the filter: of campaigns' }).waitFor();
  expect(faults).toEqual([]);
});

it('what waits for me is worked through by keyboard', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/today');
  const tasks = page.getByRole('list', { name: 'Tasks due' });
  await tasks.getByRole('link', { name: 'Read the draft' }).waitFor();
  await expectAccessible();
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await tasks.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await tasks.getByRole('link', { name: 'Read the draft' }).waitFor();
  expect(faults).toEqual([]);
});
