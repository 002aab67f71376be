import type { TestApp } from '../http/app.js';
import type { Person } from '../http/people.js';
import { aPlacement, type MadeBrand, made } from './agency.js';
import type { ListGround } from './pitch-list.js';

/** Two clients' campaigns, and who works for the first. */
interface Month extends ListGround {
  readonly lamps: MadeBrand;
  readonly lampCampaignId: string;
}

/**
 * Fills November 2026: the first client gets three of four agreed posts, the second five; one link is lost this week and one before it; two
 * are awaited, one of them overdue; one order of two is approved. The member has three tasks, nobody has one.
 */
export async function fillMonth(app: TestApp, month: Month): Promise<void> {
  const { owner, member, clientId, brandId, campaignId, lamps, lampCampaignId } = month;
  const mine = { campaign_id: campaignId, owner_member_id: member.memberId };
  const live = (brand: string, campaign: string | null, at: string) =>
    aPlaced(app, owner, brand, { campaign_id: campaign, state: 'live', first_live_at: at, state_since: at });
  for (const at of [
    '2026-10-31T23:30:00Z',
    '2026-11-02T08:00:00Z',
    '2026-11-19T08:00:00Z',
    '2026-10-31T22:30:00Z',
  ])
    await live(brandId, campaignId, at);
  await live(brandId, null, '2026-11-05T08:00:00Z');
  for (let day = 1; day <= 5; day += 1)
    await live(lamps.brandId, lampCampaignId, `2026-11-0${day}T08:00:00Z`);
  const removed = { ...mine, state: 'removed', first_live_at: '2026-09-01T08:00:00Z' };
  for (const columns of [
    { ...mine, due_on: '2026-11-10' },
    { ...mine, due_on: '2026-11-30' },
    { campaign_id: campaignId, due_on: '2026-12-01' },
    { ...removed, state_since: '2026-11-19T08:00:00Z' },
    { ...removed, state_since: '2026-11-08T08:00:00Z' },
  ])
    await aPlaced(app, owner, brandId, columns);
  await tasksAndOrders(month, clientId);
}

async function tasksAndOrders(
  { owner, member, brandId, campaignId }: Month,
  clientId: string,
): Promise<void> {
  const theirs = { assigneeMemberId: member.memberId, clientId };
  for (const wish of [
    { ...theirs, title: 'late', dueOn: '2026-11-19' },
    { ...theirs, title: 'today', dueOn: '2026-11-20' },
    { ...theirs, title: 'soon', dueOn: '2026-11-21' },
    { title: 'whose?', assigneeMemberId: null },
  ])
    made(await owner.browser.post('/tasks', wish));
  const line = { buyingMinor: 12_050, buyingVatRate: 2100 };
  const wish = { brandId, campaignId, currency: 'EUR' };
  const order = made(await owner.browser.post('/orders', { ...wish, lines: [line, line] }));
  made(await owner.browser.post('/orders', { ...wish, lines: [line] }));
  const { status } = await owner.browser.post(`/orders/${order}/approve`);
  if (status !== 200) throw new Error(`not approved: ${status}`);
}

let pages = 0;

/** A placement as it became: its columns are written as the verifier would have left them. */
async function aPlaced(
  app: TestApp,
  owner: Person,
  brandId: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  pages += 1;
  const { id } = await aPlacement(owner, brandId, { sourceUrl: `https://paper${pages}.example/post` });
  const sets = Object.keys(columns).map((column, at) => `${column} = $${at + 2}`);
  await app.database.asOwner(`update placements set ${sets.join(', ')} where id = $1`, [
    id,
    ...Object.values(columns),
  ]);
}
