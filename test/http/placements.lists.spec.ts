import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, type MadeBrand } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import { rowsOf } from './list-pages.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let other: MadeBrand;
let siteId: string;

/** Columns of the six placements, by the last part of their page. They were added a minute apart. */
const ROWS: Readonly<Record<string, string>> = {
  live: `state = 'live', state_since = '2026-11-01', checked_at = '2026-11-19 10:00', last_verdicts = 'absent,live', seen_rel = 'nofollow'`,
  differs: `state = 'differs', state_since = '2026-11-18', checked_at = '2026-11-19 12:00:00.123456', unmet_terms = 1`,
  lost: `state = 'removed', state_since = '2026-11-17', checked_at = '2026-11-19 12:00:00.123457'`,
  baseline: `state = 'removed', state_since = '2026-11-17', is_baseline_removed = true, checked_at = '2026-11-19 11:00'`,
  paid: `state = 'live', state_since = '2026-11-02', rechecking = true, finding_codes = '{compensated_unlabelled}'`,
  waiting: `due_on = '2026-11-19', state_since = '2026-11-03'`,
};

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  other = await aBrand(owner, 'cafe');
  for (const [name, columns] of Object.entries(ROWS)) {
    app.clock.advance({ minutes: 1 });
    const wish = {
      sourceUrl: `https://${name}.example/${name}`,
      compensation: name === 'paid' ? 'money' : 'none',
    };
    const row = await aPlacement(owner, name === 'lost' ? other.brandId : brand.brandId, wish);
    await app.database.asOwner(`update placements set ${columns} where id = $1`, [row.id]);
    if (name === 'live') siteId = row.siteId;
  }
  const archived = await aPlacement(owner, brand.brandId, {
    sourceUrl: 'https://old.example/old',
    type: 'directory',
  });
  await owner.browser.post(`/placements/${archived.id}/archive`);
});
afterAll(() => app.close());

const list = async (query: string, person = owner) => (await person.browser.get(`/placements?${query}`)).body;
const named = (rows: { sourceHost: string }[]): string =>
  rows.map((row) => row.sourceHost.replace('.example', '')).join(' ');
const names = async (query: string, person = owner): Promise<string> =>
  named((await list(query, person)).items);

describe('the list of placements', () => {
  it.each([
    ['', 'waiting paid baseline lost differs live'],
    ['sort=newest', 'waiting paid baseline lost differs live'],
    ['sort=source', 'baseline differs live lost paid waiting'],
    ['sort=state_since', 'differs baseline lost waiting paid live'],
    ['sort=checked', 'lost differs baseline live waiting paid'],
  ])('is sorted by %s', async (query, expected) => {
    expect(await names(query)).toBe(expected);
    expect(named(await rowsOf(owner, `/placements?${query}`, 1))).toBe(expected);
  });

  it.each([
    ['state=live', 'paid live'],
    ['state=differs,removed', 'baseline lost differs'],
    ['compensation=money', 'paid'],
    ['type=guest_post&state=awaited', 'waiting'],
    ['type=directory', ''],
    ['rechecking=true', 'paid'],
    ['rechecking=false&state=live', 'live'],
    ['overdue=true', 'waiting'],
    ['overdue=false&state=awaited', ''],
    ['unlabelled=true', 'paid'],
    ['problem=lost_week', 'lost'],
    ['problem=changed_week', 'differs'],
    ['problem=overdue', 'waiting'],
    ['problem=unlabelled', 'paid'],
    ['problem=terms_not_met', 'differs'],
    ['problem=check_by_hand', ''],
    ['problem=site_down', ''],
    ['problem=target_failing', ''],
    ['ownerMemberId=none&state=live', 'paid live'],
    ['archived=true', 'old'],
    ['search=fers.exa', 'differs'],
    ['search=SHOP.example', 'waiting paid baseline lost differs live'],
    ['search=shop.example&state=live', 'paid live'],
    ['search=pa', 'paid'],
    ['search=xx', ''],
    ['search=100%25', ''],
    ['search=l_v', ''],
    ['search=old&archived=true', 'old'],
  ])('holds with %s: %s', async (query, expected) => {
    expect(await names(query)).toBe(expected);
    const counted = expected === '' ? 0 : expected.split(' ').length;
    expect(await list(query)).toMatchObject({ total: counted, totalIsExact: true });
  });

  it('is narrowed to a client, a brand, a site, an owner, a target page', async () => {
    expect(await names(`clientId=${other.clientId}`)).toBe('lost');
    expect(await names(`brandId=${brand.brandId}&state=live`)).toBe('paid live');
    expect(await names(`siteId=${siteId}`)).toBe('live');
    expect(await names(`ownerMemberId=${owner.memberId}`)).toBe('');
    const [page] = (await owner.browser.get(`/brands/${brand.brandId}/target-pages`)).body.items;
    expect(await names(`targetPageId=${page.id}&state=live`)).toBe('paid live');
  });

  it('shows what was seen, and the strip of the last checks', async () => {
    const [, , , , , row] = (await list('')).items;
    expect(row).toMatchObject({ seen: { rel: 'nofollow' }, lastVerdicts: ['absent', 'live'], unmetTerms: 0 });
  });

  it.each([
    ['state=gone', 'state'],
    ['sort=colour', 'sort'],
    ['limit=201', 'limit'],
    ['limit=0', 'limit'],
    ['clientId=x', 'clientId'],
    ["ownerMemberId=' or 1=1", 'ownerMemberId'],
    ['overdue=perhaps', 'overdue'],
    ['problem=all', 'problem'],
    ['colour=red', 'colour'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await owner.browser.get(`/placements?${query}`);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('refuses the cursor of another order', async () => {
    const { nextCursor } = await list('limit=1&sort=source');
    const { status, body } = await owner.browser.get(`/placements?limit=1&sort=newest&cursor=${nextCursor}`);
    expect([status, body.code]).toEqual([400, 'request.cursor_invalid']);
  });

  it('is overdue by the day of the workspace, not of Greenwich', async () => {
    const inZone = (zone: string) => app.database.asOwner('update workspaces set time_zone = $1', [zone]);
    await inZone('Pacific/Pago_Pago');
    expect(await names('overdue=true')).toBe('');
    await inZone('Europe/Amsterdam');
    expect(await names('overdue=true')).toBe('waiting');
  });

  it('holds for a limited member only their own clients, also when searched', async () => {
    const limited = await invite(app, owner, { role: 'viewer', clientIds: [other.clientId] });
    expect(await names('', limited)).toBe('lost');
    expect(await names('search=example', limited)).toBe('lost');
    expect((await limited.browser.get('/placements/counts')).body).toMatchObject({
      all: 1,
      byState: { removed: 1, live: 0 },
    });
  });

  it('holds nothing for another workspace, also when searched', async () => {
    const stranger = await anotherWorkspace(app, 'Lists');
    expect([await names('', stranger), await names('search=example', stranger)]).toEqual(['', '']);
  });
});

describe('the counts', () => {
  it('are those of the list, whatever state is chosen', async () => {
    const { body } = await owner.browser.get('/placements/counts?state=live');
    expect(body).toMatchObject({ all: 6, liveCount: 3, unlabelled: 1, overdue: 1, rechecking: 1 });
    expect(body.byState).toMatchObject({
      live: 2,
      differs: 1,
      removed: 2,
      awaited: 1,
      ended: 0,
      replaced: 0,
    });
  });

  it('follow the filter and the search', async () => {
    const { body } = await owner.browser.get(`/placements/counts?clientId=${other.clientId}`);
    expect(body).toMatchObject({ all: 1, byState: { removed: 1 }, overdue: 0 });
    expect((await owner.browser.get('/placements/counts?search=paid')).body).toMatchObject({
      all: 1,
      unlabelled: 1,
    });
  });
});
