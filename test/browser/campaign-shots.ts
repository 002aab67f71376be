import type { APIRequestContext } from 'playwright-core';
import type { Shot } from './shot.js';
import { ask } from './team.js';

/** The pages of campaigns: the list, the guide, every view of the campaign with most pitches, one person's board. */
export async function campaignShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const { items } = await ask<{ items: { id: string; pitchCount: number }[] }>(as, '/campaigns');
  const [first] = items.sort((one, other) => other.pitchCount - one.pitchCount);
  const path = `/campaigns/${first?.id}`;
  return [
    { name: 'campaigns', path: '/campaigns' },
    { name: 'campaigns-none', path: '/campaigns?q=nothing-is-called-so' },
    { name: 'campaign-kinds', path: '/campaigns/new' },
    { name: 'campaign-new', path: '/campaigns/new?kind=guest_blogging' },
    { name: 'campaign-board', path },
    { name: 'campaign-table', path: `${path}?view=table` },
    { name: 'campaign-calendar', path: `${path}?view=calendar` },
    { name: 'campaign-week', path: `${path}?view=calendar&span=week` },
    { name: 'campaign-settings', path: `${path}?view=settings` },
    { name: 'campaign-add', path: `${path}?add=true` },
    { name: 'own-board', path: '/board' },
    {
      name: 'own-board-selected',
      path: '/board?assignee=all',
      act: ({ page }) =>
        page
          .getByRole('checkbox', { name: /^(?:Select|Selecteer)/ })
          .first()
          .check(),
    },
  ];
}
