import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProspectIntake } from '../../src/modules/prospects/prospect-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { aBrand, finished, made } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

/** Enough that a page, a search's few finds and a chunk of a job each end in the middle. */
const COUNT = 520;

let app: TestApp;
let owner: Person;
let member: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  const fields = [
    { recordKind: 'prospect', name: 'Budget', type: 'number' },
    { recordKind: 'prospect', name: 'Tier', type: 'text' },
  ];
  for (const field of fields) made(await owner.browser.post('/custom-fields', field));
  await fill();
});
afterAll(() => app.close());

const STATUSES = ['new', 'researching', 'qualified', 'paused', 'unfit'] as const;

/** Prospects whose every fact follows from their number. */
async function fill(): Promise<void> {
  const names = Array.from({ length: COUNT }, (_, no) => `s${String(no).padStart(3, '0')}.example`);
  await app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, async () => {
    const sites = await app.get(SitesService).forAddresses(names);
    const facts = names.map((siteKey, no) => ({
      siteId: sites.get(siteKey) ?? '',
      siteKey,
      status: STATUSES[no % 5] ?? 'new',
      ownerMemberId: [null, owner.memberId, member.memberId][no % 3] ?? null,
      language: no % 2 === 0 ? 'nl' : 'en',
      notes: no % 4 === 0 ? 'Writes about gardening' : '',
      tags: [`mod ${no % 7}`, ...(no % 2 === 0 ? ['even'] : [])],
      custom: {
        ...(no % 3 === 0 && { budget: (no * 37) % 100 }),
        ...(no % 5 === 0 && { tier: `t${no % 4}` }),
      },
    }));
    await app.get(ProspectIntake).bring(facts, { importId: null }, 'fill');
  });
  await app.database.asOwner(`
    update prospects set fit_yes = substring(site_key, 2, 3)::int % 6, created_at = created_at + substring(site_key, 2, 3)::int * interval '1 second',
      last_touch_at = case when substring(site_key, 2, 3)::int % 3 > 0 then created_at - (substring(site_key, 2, 3)::int * 7 % 90) * interval '1 day' end`);
  await app.database.asOwner(`
    insert into site_latest_metrics (workspace_id, site_id, source, metric, measured_on, value)
    select workspace_id, site_id, 'ahrefs', 'domain_rating', '2026-11-01', substring(site_key, 2, 3)::int * 7 % 50
    from prospects where substring(site_key, 2, 3)::int % 4 > 0`);
}

/** All pages of a list, one after another. */
async function all(query: string, limit = 100): Promise<Answer['body'][]> {
  const rows: Answer['body'][] = [];
  for (let cursor = ''; ; ) {
    const answer = await owner.browser.get(`/prospects?limit=${limit}&${query}${cursor}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    rows.push(...answer.body.items);
    if (answer.body.nextCursor === null) return rows;
    cursor = `&cursor=${answer.body.nextCursor}`;
  }
}

const numberOf = (row: { siteKey: string }): number => Number(row.siteKey.slice(1, 4));

describe('orders of the list', () => {
  const rating = (row: Answer['body']): number | null => row.metrics[0]?.value ?? null;
  it.each<[string, string, (row: Answer['body']) => number | string | null, 'asc' | 'desc']>([
    ['newest', 'sort=newest', (row) => row.createdAt, 'desc'],
    ['by site', 'sort=site', (row) => row.siteKey, 'asc'],
    ['by site, turned round', 'sort=site&order=desc', (row) => row.siteKey, 'desc'],
    ['by status', 'sort=status', (row) => STATUSES.indexOf(row.status), 'asc'],
    ['by fit', 'sort=fit', (row) => row.fitYes, 'desc'],
    ['by last touch', 'sort=last_touch', (row) => row.lastTouchAt ?? '0', 'desc'],
    ['longest untouched first', 'sort=last_touch&order=asc', (row) => row.lastTouchAt ?? '0', 'asc'],
    ['by owner', 'sort=owner', (row) => row.ownerName?.toLowerCase() ?? 'zzz', 'asc'],
    ['by a metric', 'sort=metric&metric=ahrefs.domain_rating&show=ahrefs.domain_rating', rating, 'desc'],
    [
      'by a metric, lowest first',
      'sort=metric&order=asc&metric=ahrefs.domain_rating&show=ahrefs.domain_rating',
      rating,
      'asc',
    ],
    ['by an own number', 'sort=custom.budget', (row) => row.custom.budget ?? null, 'asc'],
    ['by an own text, turned round', 'sort=custom.tier&order=desc', (row) => row.custom.tier ?? null, 'desc'],
  ])('%s: every prospect once, in order, those without a value last', async (_, query, key, direction) => {
    const rows = await all(query);
    expect(new Set(rows.map((row) => row.id)).size).toBe(COUNT);
    const keys = rows.map(key);
    const known = keys.filter((value) => value !== null);
    expect(keys.slice(known.length).every((value) => value === null)).toBe(true);
    const sorted = [...known].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    expect(known).toEqual(direction === 'asc' ? sorted : sorted.reverse());
  });

  it('end in the middle of a page without losing one', async () => {
    const few = await all('sort=custom.budget', 33);
    expect(few.map((row) => row.id)).toEqual((await all('sort=custom.budget', 200)).map((row) => row.id));
  });

  it.each(['sort=custom.budget', 'sort=site', 'sort=metric&metric=ahrefs.domain_rating'])(
    'refuse a cursor of another order: %s',
    async (query) => {
      const { nextCursor } = (await owner.browser.get('/prospects?sort=newest&limit=5')).body;
      const answer = await owner.browser.get(`/prospects?${query}&cursor=${nextCursor}`);
      expect(answer.body.code).toBe('request.cursor_invalid');
    },
  );
});

describe('filters of the list', () => {
  const wanted = (test: (no: number) => boolean): number[] =>
    Array.from({ length: COUNT }, (_, no) => no).filter(test);
  const tagId = async (name: string): Promise<string> =>
    (await owner.browser.get('/tags?kind=tag')).body.items.find((tag: { name: string }) => tag.name === name)
      .id;

  it.each<[string, () => Promise<string> | string, (no: number) => boolean]>([
    ['statuses', () => 'status=qualified,unfit', (no) => no % 5 === 2 || no % 5 === 4],
    ['nobody', () => 'ownerMemberId=none', (no) => no % 3 === 0],
    [
      'an owner and a language',
      () => `ownerMemberId=${member.memberId}&language=nl`,
      (no) => no % 3 === 2 && no % 2 === 0,
    ],
    ['a tag', async () => `tag=${await tagId('mod 3')}`, (no) => no % 7 === 3],
    [
      'two tags',
      async () => `tag=${await tagId('mod 3')},${await tagId('even')}`,
      (no) => no % 7 === 3 && no % 2 === 0,
    ],
    ['fit', () => 'fit=4', (no) => no % 6 >= 4],
    ['no answers', () => 'fit=unanswered', (no) => no % 6 === 0],
    [
      'a metric',
      () => 'metric=ahrefs.domain_rating&metricFrom=10&metricTo=20.5',
      (no) => no % 4 > 0 && (no * 7) % 50 >= 10 && (no * 7) % 50 <= 20,
    ],
    [
      'a metric from below alone',
      () => 'metric=ahrefs.domain_rating&metricFrom=45',
      (no) => no % 4 > 0 && (no * 7) % 50 >= 45,
    ],
    ['an own number', () => 'custom.budget=74', (no) => no % 3 === 0 && (no * 37) % 100 === 74],
    ['an own number that is none', () => 'custom.budget=many', () => false],
    ['never touched', () => 'lastTouchBefore=2000-01-01T00:00:00Z', (no) => no % 3 === 0],
    ['the beginning of a name', () => 'search=s0', (no) => no < 100],
    ['a search', () => 'search=s12', (no) => no >= 120 && no < 130],
    ['a search for everything', () => 'search=.example', () => true],
    ['a search in the notes', () => 'search=GARDENING', (no) => no % 4 === 0],
    ['a search for an address', () => 'search=https%3A%2F%2Fwww.s042.example%2Fpage', (no) => no === 42],
    ['a search for what a pattern would be', () => 'search=s%25_', () => false],
    ['archived ones', () => 'archived=true', () => false],
  ])('%s', async (_, query, test) => {
    const rows = await all(await query());
    expect(rows.map(numberOf).sort((one, other) => one - other)).toEqual(wanted(test));
  });

  it('count what they find', async () => {
    const counts = await owner.browser.get(`/prospects/counts?language=nl&status=qualified`);
    const of = (test: (no: number) => boolean): number => wanted((no) => no % 2 === 0 && test(no)).length;
    expect(counts.body).toEqual({
      all: of(() => true),
      byStatus: Object.fromEntries(STATUSES.map((status, index) => [status, of((no) => no % 5 === index)])),
      mine: of((no) => no % 3 === 1),
      unowned: of((no) => no % 3 === 0),
      doNotContact: 0,
    });
    expect((await owner.browser.get('/prospects?language=nl')).body).toMatchObject({
      total: 260,
      totalIsExact: true,
    });
  });

  it.each([
    ['status=old', 'status in'],
    ['custom.Tier=x', 'custom.Tier unknown_field'],
    ['metric=dr', 'metric matches'],
    ['metricFrom=lots', 'metricFrom number'],
    ['sort=score', 'sort matches'],
    ['lastTouchBefore=yesterday', 'lastTouchBefore iso8601'],
  ])('refuse %s', async (query, fault) => {
    const answer = await owner.browser.get(`/prospects?${query}`);
    expect([
      answer.status,
      answer.body.errors?.map((one: { field: string; code: string }) => `${one.field} ${one.code}`),
    ]).toEqual([400, [fault]]);
  });
});

/** Everything an undo must put back, as one text; what it may not put back are revisions and times. */
async function checksum(): Promise<string> {
  const parts: unknown[] = [];
  for (const [table, without] of [
    ['prospects', `- 'revision' - 'updated_at'`],
    ['tags', ''],
    ['prospect_tags', ''],
    ['custom_values', ''],
    ['client_exclusions', ''],
    ['suppressions', ''],
  ])
    parts.push(
      await app.database.asOwner(`select (to_jsonb(t) ${without})::text as row from ${table} t order by 1`),
    );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const bulk = (body: object, person = owner) => person.browser.post('/prospects/bulk', body);
const undo = (jobId: string, person = owner) => person.browser.post(`/jobs/${jobId}/undo`);

describe('acts on many prospects', () => {
  it.each<[string, object]>([
    ['tag', { names: ['Brand new tag', 'even'] }],
    ['topic', { names: ['Gardening'] }],
    ['untag', { names: ['even', 'mod 3'] }],
    ['status', { status: 'paused' }],
    ['assign', { ownerMemberId: null }],
    ['archive', {}],
    ['do_not_contact', { suppression: 'own_choice' }],
    ['set_custom', { fieldKey: 'budget', value: 5 }],
    ['set_custom', { fieldKey: 'tier', value: null }],
  ])('%s %j on more than 500, and undone to the letter', async (action, params) => {
    const before = await checksum();
    const job = await finished(app, owner, await bulk({ action, filter: { search: '.example' }, params }));
    expect(job).toMatchObject({
      state: 'done',
      total: COUNT,
      finished: COUNT,
      failed: 0,
      result: { action },
    });
    expect(await checksum()).not.toBe(before);
    const undone = await finished(app, owner, await undo(job.id));
    expect(undone).toMatchObject({ state: 'done', failed: 0 });
    expect(await checksum()).toBe(before);
    expect((await undo(job.id)).body.code).toBe('job.not_undoable');
  });

  it('exclude for a client, and take that back', async () => {
    const { clientId } = await aBrand(owner, 'shoes');
    const before = await checksum();
    const act = { action: 'exclude', filter: { fit: '5' }, params: { clientId, exclusion: 'competitor' } };
    const job = await finished(app, owner, await bulk(act));
    const [row] = await all(`clientId=${clientId}&excluded=only&limit=1`, 1);
    expect(row.exclusions).toEqual([{ clientId, clientName: 'Client shoes', reason: 'competitor' }]);
    await finished(app, owner, await undo(job.id));
    expect(await checksum()).toBe(before);
  });

  it('leave alone what a colleague holds, and what somebody changed since', async () => {
    const [held, free] = (await owner.browser.get('/prospects?ownerMemberId=none&limit=2')).body.items;
    await owner.browser.post(`/prospects/${held.id}/lock`);
    const act = { action: 'assign', ids: [held.id, free.id], params: { ownerMemberId: member.memberId } };
    const job = await finished(app, member, await bulk(act, member));
    expect(job).toMatchObject({ total: 2, finished: 2, failed: 1 });
    const { revision } = (await owner.browser.get(`/prospects/${free.id}`)).body;
    await owner.browser.patch(`/prospects/${free.id}`, { revision, ownerMemberId: owner.memberId });
    expect((await undo(job.id, owner)).status).toBe(202);
    expect((await owner.browser.get(`/prospects/${free.id}`)).body.ownerMemberId).toBe(owner.memberId);
  });

  it.each<[string, object, string]>([
    [
      'both ids and a filter',
      { action: 'archive', ids: ['01930000-0000-7000-8000-000000000001'], filter: {} },
      'ids needed',
    ],
    ['no names', { action: 'tag', filter: {} }, 'params.names needed'],
    ['no owner', { action: 'assign', filter: {} }, 'params.ownerMemberId needed'],
    [
      'a field nobody knows',
      { action: 'set_custom', filter: {}, params: { fieldKey: 'nothing', value: 1 } },
      'params.fieldKey unknown_field',
    ],
    [
      'a value that does not fit',
      { action: 'set_custom', filter: {}, params: { fieldKey: 'budget', value: 'x' } },
      'params.value number',
    ],
  ])('are refused with %s', async (_, body, fault) => {
    const answer = await bulk(body);
    const faults = answer.body.errors?.map(
      (one: { field: string; code: string }) => `${one.field} ${one.code}`,
    );
    expect([answer.status, faults]).toEqual([400, [fault]]);
  });

  it('are undone by who did them, or a manager', async () => {
    const job = await finished(
      app,
      owner,
      await bulk({ action: 'tag', filter: { fit: '5' }, params: { names: ['x'] } }),
    );
    expect((await undo(job.id, member)).status).toBe(403);
    expect((await finished(app, owner, await undo(job.id))).state).toBe('done');
  });
});
