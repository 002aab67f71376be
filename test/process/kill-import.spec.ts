import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromRoot } from '../../src/platform/paths.js';
import { made } from '../builders/agency.js';
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

/** Sites, people, tags and numbers; some sites twice, some rows bad. */
function file(rows: number): string {
  const lines = ['Website,Status,Language,Tags,Email,Contact name,Notes'];
  for (let no = 1; no <= rows; no += 1) {
    const site = no % 50 === 0 ? `site-${String(no - 25)}.example` : `site-${String(no)}.example`;
    const person = no % 10 === 0 ? `p${String(no)}@${site},Person ${String(no)}` : ',';
    lines.push(
      no % 500 === 0
        ? `no site ${String(no)},,,,,,`
        : `${site},new,nl,tag ${String(no % 7)},${person},note ${String(no)}`,
    );
  }
  return lines.join('\n');
}

const MAPPING = { site: 0, status: 1, language: 2, tags: 3, email: 4, contact_name: 5, notes: 6 };

async function begin(who: Person, text: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'sites.csv');
  const view = await who.browser.send('POST', '/imports', { raw: form });
  const id = made(view);
  const options = { defaults: { type: 'guest_post', compensation: 'none' } };
  await who.browser.put(`/imports/${id}/mapping`, {
    content: 'prospects',
    mapping: MAPPING,
    options,
    ground: 'none_known',
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
