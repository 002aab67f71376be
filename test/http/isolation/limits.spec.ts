import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/database/id.js';
import { aBrand, aPlacement, finished, type MadeBrand, made } from '../../builders/agency.js';
import { startApp, type TestApp } from '../app.js';
import type { Answer } from '../browser.js';
import { invite, type Person, setUp } from '../people.js';

let app: TestApp;
let owner: Person;
let limited: Person;
let shown: MadeBrand;
let hidden: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shown = await aBrand(owner, 'shown');
  hidden = await aBrand(owner, 'hidden');
  limited = await invite(app, owner, { role: 'member', clientIds: [shown.clientId] });
});
afterAll(() => app.close());

const get = async (path: string, who = limited): Promise<Answer['body']> =>
  (await who.browser.get(path)).body;
const bulk = (who: Person, ids: readonly string[]) =>
  who.browser.post('/placements/bulk', { action: 'archive', ids });

function upload(who: Person, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const form = new FormData();
  form.set(
    'file',
    new Blob(['source_url,target_url\nhttps://a.example/,https://hidden.example/\n']),
    'a.csv',
  );
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return who.browser.send('POST', '/imports', { raw: form });
}

describe('a member limited to one client', () => {
  it('does not hear which other clients a colleague is limited to', async () => {
    const clientIds = [shown.clientId, hidden.clientId];
    const colleague = await invite(app, owner, { role: 'viewer', clientIds });
    const asSeenBy = async (who: Person): Promise<string[]> =>
      (await get('/members', who)).items.find(({ id }: { id: string }) => id === colleague.memberId)
        .clientIds;
    expect(await asSeenBy(limited)).toEqual([shown.clientId]);
    expect((await asSeenBy(owner)).sort()).toEqual([...clientIds].sort());
  });

  it('watches their own jobs, not those of others', async () => {
    const { id } = await aPlacement(owner, hidden.brandId, { sourceUrl: 'https://jobs.example/1' });
    const { id: mine } = await aPlacement(owner, shown.brandId, { sourceUrl: 'https://jobs.example/2' });
    const theirs = await finished(app, owner, await bulk(owner, [id]));
    for (const path of ['', '/stream'])
      expect((await get(`/jobs/${theirs.id}${path}`)).code).toBe('job.not_found');
    expect((await limited.browser.post(`/jobs/${theirs.id}/undo`)).body.code).toBe('job.not_found');
    expect(await finished(app, limited, await bulk(limited, [mine]))).toMatchObject({
      state: 'done',
      finished: 1,
    });
  });

  it('reaches no further by a job than by hand, whatever its snapshot holds', async () => {
    const { id: mine } = await aPlacement(owner, shown.brandId, { sourceUrl: 'https://reach.example/1' });
    const { id } = await aPlacement(owner, hidden.brandId, { sourceUrl: 'https://reach.example/2' });
    const started = await bulk(limited, [mine]);
    await app.database.asOwner(
      'insert into job_items (workspace_id, job_id, item_no, item_id) values ($1, $2, 2, $3)',
      [owner.workspaceId, started.body.jobId, id],
    );
    expect(await finished(app, limited, started)).toMatchObject({ state: 'done', finished: 2, failed: 0 });
    expect((await get(`/placements/${mine}`, owner)).archivedAt).not.toBeNull();
    expect((await get(`/placements/${id}`, owner)).archivedAt).toBeNull();
  });

  it('sees imports made under the same limits, and none whose file may hold rows of others', async () => {
    const wide = made(await upload(owner, { brandId: shown.brandId }));
    const own = made(await upload(limited, { brandId: shown.brandId }));
    const { items, total } = await get('/imports');
    expect([items.map(({ id }: { id: string }) => id), total]).toEqual([[own], 1]);
    for (const path of ['', '/rows', '/errors.csv'])
      expect((await get(`/imports/${wide}${path}`)).code).toBe('import.not_found');
    expect((await limited.browser.post(`/imports/${wide}/try`)).body.code).toBe('import.not_found');
    expect((await get('/imports', owner)).total).toBe(2);
  });

  it('reads of a site everybody works with nothing that belongs to another client', async () => {
    const address = 'common.example';
    const { id, siteId } = (await owner.browser.post('/prospects', { address, notes: 'for all' })).body;
    await aPlacement(owner, hidden.brandId, { sourceUrl: `https://${address}/1` });
    await owner.browser.post(`/clients/${hidden.clientId}/exclusions`, { siteId, reason: 'competitor' });
    const touch = { kind: 'mail', clientId: hidden.clientId, note: 'about hidden' };
    made(await owner.browser.post(`/sites/${siteId}/touches`, touch));
    const wish = { brandId: hidden.brandId, siteAddress: address };
    const relationship = made(await owner.browser.post('/relationships', wish));
    const link = { sourceUrl: `https://${address}/2`, targetUrl: 'https://hidden.example/' };
    made(await owner.browser.post(`/relationships/${relationship}/links`, { direction: 'to_us', ...link }));
    const paths = [
      ...['/prospects', '/prospects/export', `/prospects/${id}`, `/prospects?clientId=${hidden.clientId}`],
      ...[`/sites/${siteId}`, `/sites/${siteId}/conflict`, `/sites/${siteId}/touches`],
      ...[`/timelines/site/${siteId}`, `/timelines/prospect/${id}`],
      ...['/relationships', '/relationships/counts', `/relationships/summary?siteId=${siteId}`],
    ];
    const told = await Promise.all(
      paths.map(async (path) => ({ path, mine: await get(path), theirs: await get(path, owner) })),
    );
    const tells = (body: Answer['body']) =>
      /hidden\.example|Client hidden|Brand hidden|about hidden/.test(JSON.stringify(body));
    expect(told.filter(({ mine }) => tells(mine)).map(({ path }) => path)).toEqual([]);
    expect(told.filter(({ theirs }) => tells(theirs)).length).toBeGreaterThan(4);
    expect(told.at(-1)?.mine).toMatchObject({ toUsLive: 0 });
  });

  it('loses the news about placements that they may no longer see', async () => {
    const { id } = await aPlacement(owner, hidden.brandId, { sourceUrl: 'https://news.example/1' });
    const { id: mine } = await aPlacement(owner, shown.brandId, { sourceUrl: 'https://news.example/2' });
    for (const placementId of [id, mine])
      await app.database.asOwner(
        `insert into notifications (workspace_id, id, member_id, kind, subject_kind, subject_id, params, dedupe_key, created_at)
         values ($1, $2::uuid, $3, 'lost', 'placement', $4, '{"sourceHost":"h.example","targetUrl":"u"}', $2::text, $5)`,
        [owner.workspaceId, newId(), limited.memberId, placementId, app.clock.now()],
      );
    const { items, total, unread } = await get('/notifications');
    expect(items.map((line: { subjectId: string }) => line.subjectId)).toEqual([mine]);
    expect([total, unread]).toEqual([1, 1]);
    const { nextCursor } = await get('/notifications?limit=1');
    expect(nextCursor).toBeNull();
  });
});
