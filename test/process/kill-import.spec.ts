import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromRoot } from '../../src/platform/paths.js';
import { aBrand, made } from '../builders/agency.js';
import { checksums } from '../builders/checksums.js';
import { startApp, type TestApp } from '../http/app.js';
import { anotherWorkspace, type Person, setUp } from '../http/people.js';

/** `npm run test:kill-import` runs the whole of it on a large file; the tests of every day a short one. */
const isFull = process.env['KILL_RUN'] === 'full';
const plan = isFull
  ? { rows: 150_000, kills: 50, latestMs: 6000 }
  : { rows: 14_000, kills: 4, latestMs: 1500 };

let app: TestApp;
let one: Person;
let other: Person;
beforeAll(async () => {
  app = await startApp();
  one = await setUp(app);
  other = await anotherWorkspace(app, 'Beside');
});
afterAll(() => app.close());

/** Sites, people, tags and prices; some sites twice, with another price, some rows bad. */
function file(rows: number): string {
  const lines = ['Website,Status,Language,Tags,Email,Contact name,Notes,Price'];
  for (let no = 1; no <= rows; no += 1) {
    const site = no % 50 === 0 ? `site-${String(no - 25)}.example` : `site-${String(no)}.example`;
    const person = no % 10 === 0 ? `p${String(no)}@${site},Person ${String(no)}` : ',';
    lines.push(
      no % 500 === 0
        ? `no site ${String(no)},,,,,,,`
        : `${site},new,nl,tag ${String(no % 7)},${person},note ${String(no)},€ ${String(10 + (no % 90))}`,
    );
  }
  return lines.join('\n');
}

const OPTIONS = { defaults: { type: 'guest_post', compensation: 'none' } };
const MAPPING = { site: 0, status: 1, language: 2, tags: 3, email: 4, contact_name: 5, notes: 6, price: 7 };
const PROSPECTS = { content: 'prospects', mapping: MAPPING, options: OPTIONS, ground: 'none_known' };

/** Sites that link to a brand, by a tool's list; every tenth is lost. */
function sitesFile(rows: number): string {
  const lines = ['Domain,DR,Dofollow linked domains,Links to target,Dofollow links,First seen,Lost'];
  for (let no = 1; no <= rows; no += 1)
    lines.push(
      `list-${String(no)}.example,40,3,${no % 10 === 0 ? '0,0,2026-01-02,2026-10-01' : '5,4,2026-01-02,'}`,
    );
  return lines.join('\n');
}

async function begin(who: Person, text: string, how: object = PROSPECTS): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'sites.csv');
  const view = await who.browser.send('POST', '/imports', { raw: form });
  const id = made(view);
  const { content, mapping } = view.body;
  expect(await who.browser.put(`/imports/${id}/mapping`, { content, mapping, ...how })).toMatchObject({
    status: 200,
  });
  expect(await who.browser.post(`/imports/${id}/run`)).toMatchObject({ status: 202 });
  return id;
}

/** Works until it is killed after a while, or until nothing is left. */
async function worker(killAfterMs: number | null): Promise<'killed' | 'done'> {
  const child = spawn(
    process.execPath,
    [fromRoot('test', 'process', 'import-worker.mjs'), fromRoot('dist'), app.database.appUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  return (await ended) === 0 ? 'done' : 'killed';
}

/** What an import left, without what differs between two runs: ids and moments. */
async function left(workspaceId: string): Promise<unknown> {
  const [row] = await app.database.asOwner(
    `select
       (select md5(string_agg(s.site_key || ' ' || s.kind, ',' order by s.site_key)) from sites s where workspace_id = $1) as sites,
       (select md5(string_agg(concat_ws(' ', p.site_key, p.status, p.language, p.notes, p.contact_count, p.revision, p.search_text), ',' order by p.site_key))
          from prospects p where workspace_id = $1) as prospects,
       (select md5(string_agg(p.site_key || t.name, ',' order by p.site_key, t.name)) from prospect_tags pt
          join prospects p on p.workspace_id = pt.workspace_id and p.id = pt.prospect_id
          join tags t on t.workspace_id = pt.workspace_id and t.id = pt.tag_id where pt.workspace_id = $1) as tags,
       (select md5(string_agg(c.name || ' ' || c.main_address, ',' order by c.main_address)) from contacts c where workspace_id = $1) as contacts,
       (select md5(string_agg(concat_ws(' ', s.site_key, c.price_minor, c.currency, c.asked_on, c.outdated_reason, r.price_minor), ','
            order by s.site_key, c.price_minor, c.outdated_reason, r.price_minor)) from conditions c
          join sites s on s.workspace_id = c.workspace_id and s.id = c.site_id
          left join conditions r on r.workspace_id = c.workspace_id and r.id = c.replaced_by_id where c.workspace_id = $1) as asked,
       (select count(*)::int from contact_places where workspace_id = $1) as places,
       (select count(*)::int from contact_grounds where workspace_id = $1) as grounds,
       (select md5(string_agg((r.cells->>0) || (r.cells->>1) || (r.cells->>2), ',' order by (r.cells->>0)::int))
          from import_batches b, json_array_elements(b.rows::json) r (cells) where b.workspace_id = $1) as rows,
       (select to_jsonb(i) - '{workspace_id,id,upload_id,job_id,created_by,created_at,finished_at,limited_to}'::text[]
          from imports i where workspace_id = $1) as import`,
    [workspaceId],
  );
  return row;
}

it(`an import killed at ${String(plan.kills)} points leaves what one that was not killed leaves, and its undo nothing`, async () => {
  const text = file(plan.rows);
  const before = await checksums(app.database, one.workspaceId);
  const id = await begin(one, text);
  let kills = 0;
  while (kills < plan.kills) {
    if ((await worker(50 + Math.random() * plan.latestMs)) === 'done') break;
    kills += 1;
  }
  expect(await worker(null)).toBe('done');
  expect((await one.browser.get(`/imports/${id}`)).body).toMatchObject({ state: 'done' });
  await begin(other, text);
  expect(await worker(null)).toBe('done');
  expect(await left(one.workspaceId)).toEqual(await left(other.workspaceId));
  if (isFull) process.stderr.write(`${String(kills)} kills while it ran\n`);

  expect(await one.browser.post(`/imports/${id}/undo`)).toMatchObject({ status: 202 });
  await worker(300);
  await worker(800);
  expect(await worker(null)).toBe('done');
  expect((await one.browser.get(`/imports/${id}`)).body).toMatchObject({ state: 'undone' });
  expect(await checksums(app.database, one.workspaceId)).toEqual(before);
}, 1_800_000);

/** What a list left of sites, without ids. */
async function told(workspaceId: string): Promise<unknown> {
  return app.database.asOwner(
    `select (select summary from imports i where i.workspace_id = $1 order by id desc limit 1) as summary,
       (select md5(string_agg(concat_ws(' ', t.named, t.state, t.link_count, t.first_seen_on, t.lost_at, t.lost_reason, r.told_state), ','
          order by t.named, t.lost_reason nulls first, t.observed_at)) from linking_sites t join relationships r on r.workspace_id = t.workspace_id
          and r.brand_id = t.brand_id and r.site_id = t.site_id where t.workspace_id = $1) as told,
       (select count(*)::int from linking_sites where workspace_id = $1) as count`,
    [workspaceId],
  );
}

it('a complete list of linking sites killed on its way tells what one that was not killed tells', async () => {
  const lists: (() => Promise<string>)[] = [];
  for (const who of [one, other]) {
    const { brandId } = await aBrand(who, 'shop');
    const options = { ...OPTIONS, brandId, isComplete: true };
    const day = (observedOn: string) => ({ options: { ...options, observedOn } });
    await begin(who, sitesFile(3000), day('2026-11-01'));
    expect(await worker(null)).toBe('done');
    // The second list names fewer: the rest is lost.
    lists.push(() => begin(who, sitesFile(2000), day('2026-11-10')));
  }
  const before = await checksums(app.database, one.workspaceId);
  const id = await lists[0]?.();
  for (let kills = 0; kills < 3; kills += 1) if ((await worker(500 + kills * 400)) === 'done') break;
  expect(await worker(null)).toBe('done');
  await lists[1]?.();
  expect(await worker(null)).toBe('done');
  const left = await told(one.workspaceId);
  expect(left).toEqual(await told(other.workspaceId));
  expect(left).toMatchObject([{ count: 5900, summary: { linkingSitesLost: 900, linkingSitesAgain: 2000 } }]);
  expect(await one.browser.post(`/imports/${String(id)}/undo`)).toMatchObject({ status: 202 });
  await worker(300);
  expect(await worker(null)).toBe('done');
  expect(await checksums(app.database, one.workspaceId)).toEqual(before);
}, 300_000);
