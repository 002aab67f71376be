import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, made } from '../builders/agency.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

const DAY = 24 * 3600_000;

let app: TestApp;
let owner: Person;
let brandId: string;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  ({ brandId } = await aBrand(owner, 'shop'));
});
afterAll(() => app.close());

/** A site with an owner, an editor, a broker, conditions, a contact with a ground, and placements in several states. */
async function aSite(host: string): Promise<{ siteId: string; formerId: string }> {
  const former = await owner.browser.post('/publishers', {
    name: `Former of ${host}`,
    siteAddresses: [host],
  });
  const formerId = made(former);
  const siteId = String(former.body.sites[0].siteId);
  for (const [name, role] of [
    ['Editor', 'editor'],
    ['Broker', 'broker'],
  ]) {
    const id = made(await owner.browser.post('/publishers', { name: `${name} of ${host}` }));
    made(await owner.browser.post(`/publishers/${id}/sites`, { address: host, role }));
  }
  made(await owner.browser.post(`/sites/${siteId}/conditions`, { type: 'guest_post', notes: 'asked' }));
  made(
    await owner.browser.post(`/publishers/${formerId}/conditions`, {
      type: 'editorial',
      notes: 'everywhere',
    }),
  );
  const contact = await owner.browser.post('/contacts', {
    name: `Anna of ${host}`,
    addresses: [{ address: `anna@${host}` }],
    siteIds: [siteId],
    ground: { ground: 'ongoing_correspondence' },
  });
  made(contact);
  for (const no of [1, 2, 3, 4]) await aPlacement(owner, brandId, { sourceUrl: `https://${host}/${no}` });
  await app.database.asOwner(
    `update placements set next_check_at = $2, next_check_reason = 'regular', state = case right(source_url, 1) when '1' then 'live'
       when '2' then 'site_gone' when '3' then 'ended' else 'differs' end where site_id = $1`,
    [siteId, new Date(app.clock.now().getTime() + 20 * DAY)],
  );
  await app.database.asOwner(
    `update placements set next_check_at = null where state = 'ended' and site_id = $1`,
    [siteId],
  );
  return { siteId, formerId };
}

/** Everything a change of owner may touch, as text. */
async function picture(siteId: string): Promise<string> {
  const tables = [
    'sites',
    'site_publishers',
    'conditions',
    'contact_places',
    'contact_grounds',
    'contacts',
    'placements',
  ];
  const rows: unknown[] = [siteId];
  for (const table of tables) {
    const found = await app.database.asOwner<{ text: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t) - 'updated_at' - 'revision' order by t.id), '[]')::text as text from ${table} t`,
    );
    rows.push([table, found[0]?.text]);
  }
  return JSON.stringify(rows, null, 1);
}

describe('a new owner of a site', () => {
  it('ends what the former one stood for, and has everything looked at soon', async () => {
    const { siteId, formerId } = await aSite('handed-over.example');
    const now = app.clock.now();
    const answer = await owner.browser.post(`/sites/${siteId}/new-owner`, {
      publisherName: 'Fresh Media B.V.',
      sinceOn: '2026-11-15',
      note: 'told by mail',
    });
    expect(answer.body).toMatchObject({ id: siteId, ownerChangedAt: now.toISOString() });

    const { items, ownerUndoUntil } = (await owner.browser.get(`/sites/${siteId}/publishers`)).body;
    expect(
      items.map((row: Record<string, unknown>) => [row['name'], row['role'], row['sinceOn'], row['untilOn']]),
    ).toEqual([
      ['Fresh Media B.V.', 'owner', '2026-11-15', null],
      ['Broker of handed-over.example', 'broker', null, null],
      ['Former of handed-over.example', 'owner', null, '2026-11-15'],
      ['Editor of handed-over.example', 'editor', null, '2026-11-15'],
    ]);
    expect(new Date(ownerUndoUntil).getTime() - now.getTime()).toBe(10 * 60_000);

    const conditions = (await owner.browser.get(`/sites/${siteId}/conditions`)).body.items;
    expect(conditions).toMatchObject([{ notes: 'asked', outdatedReason: 'new_owner' }]);
    const kept = (await owner.browser.get(`/publishers/${formerId}/conditions`)).body.items;
    expect(kept).toMatchObject([{ notes: 'everywhere', outdatedReason: null }]);

    const plans = await app.database.asOwner<{ state: string; at: Date | null }>(
      'select state, next_check_at as at from placements where site_id = $1 order by source_url',
      [siteId],
    );
    expect(
      plans.map(({ state, at }) => [state, at === null ? null : at.getTime() - now.getTime() < 10 * 60_000]),
    ).toEqual([
      ['live', true],
      ['site_gone', true],
      ['ended', null],
      ['differs', true],
    ]);
    const places = await app.database.asOwner<{ former: boolean; withdrawn: string | null }>(
      `select p.is_former as former, g.withdrawn_reason as withdrawn from contact_places p
       join contact_grounds g on g.contact_id = p.contact_id where p.site_id = $1`,
      [siteId],
    );
    expect(places).toEqual([{ former: true, withdrawn: 'new_owner' }]);
  });

  it('is taken back whole within ten minutes', async () => {
    const { siteId } = await aSite('taken-back.example');
    const before = await picture(siteId);
    const changed = await owner.browser.post(`/sites/${siteId}/new-owner`, {
      publisherName: 'Mistaken Media',
    });
    expect(changed.status).toBe(200);
    expect(await picture(siteId)).not.toBe(before);
    const undone = await owner.browser.post(`/sites/${siteId}/new-owner/undo`);
    expect(undone.body).toMatchObject({ id: siteId, ownerChangedAt: null });
    expect(await picture(siteId)).toBe(before);
    expect(outcome(await owner.browser.post(`/sites/${siteId}/new-owner/undo`))).toBe(
      '409 publisher.nothing_to_undo',
    );
  });

  it('is not taken back later', async () => {
    const { siteId } = await aSite('too-late.example');
    await owner.browser.post(`/sites/${siteId}/new-owner`, { publisherName: 'Late Media' });
    app.clock.advance({ minutes: 10, seconds: 1 });
    expect((await owner.browser.get(`/sites/${siteId}/publishers`)).body.ownerUndoUntil).toBeNull();
    expect(outcome(await owner.browser.post(`/sites/${siteId}/new-owner/undo`))).toBe(
      '409 publisher.nothing_to_undo',
    );
  });

  it.each([
    ['without a name or id', {}, '422 publisher.owner_needed'],
    [
      'with both',
      { publisherId: '01900000-0000-7000-8000-000000000000', publisherName: 'x' },
      '422 publisher.owner_needed',
    ],
    ['that is not there', { publisherId: '01900000-0000-7000-8000-000000000000' }, '404 publisher.not_found'],
    ['on a day that is none', { publisherName: 'x', sinceOn: '2026-02-30' }, '400 request.invalid'],
    [
      'that owns it already, in another spelling',
      { publisherName: 'FORMER of refusing.example' },
      '409 publisher.owns_already',
    ],
  ])('is refused %s', async (_, body, refusal) => {
    const made = await owner.browser.post('/publishers', {
      name: 'Former of refusing.example',
      siteAddresses: ['refusing.example'],
    });
    const sites = (await owner.browser.get('/sites?search=refusing.example')).body.items;
    expect([201, 409]).toContain(made.status);
    expect(outcome(await owner.browser.post(`/sites/${String(sites[0].id)}/new-owner`, body))).toBe(refusal);
  });
});
