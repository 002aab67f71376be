import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { made } from '../builders/agency.js';
import { aCampaign } from '../builders/campaigns.js';
import { aPitchList, PITCHES, STOOD } from '../builders/pitch-list.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { rowsOf } from './list-pages.js';
import type { Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let guest: Person;
let clientId: string;
let brandId: string;
let campaignId: string;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, guest, clientId, brandId, campaignId } = await aPitchList(app));
});
afterAll(() => app.close());

type Row = Answer['body'];

/** Every row of the list of pitches, page by page. */
const all = (query: string, limit = 100, person = owner): Promise<Row[]> =>
  rowsOf(person, `/pitches?${query}`, limit);

const numberOf = (row: Row): number => Number(row.displayHost.slice(1, 4));
const wanted = (test: (no: number) => boolean): number[] =>
  Array.from({ length: PITCHES }, (_, no) => no).filter(test);
const isLost = (no: number): boolean => no % 24 === 0;
const isClosed = (no: number): boolean => no % 12 === 0;
const next = (no: number): string | null =>
  no % 5 < 2 ? new Date(Date.parse('2026-11-15') + (no % 10) * 86_400_000).toISOString().slice(0, 10) : null;

describe('orders of the list', () => {
  it.each<[string, (row: Row) => string | number, 'asc' | 'desc']>([
    ['newest', (row) => row.createdAt, 'desc'],
    ['site', (row) => row.displayHost, 'asc'],
    ['next', (row) => row.nextStepOn ?? '9999', 'asc'],
    ['in_stage', (row) => row.stageSince, 'asc'],
    ['stage', (row) => STOOD.indexOf(row.stage), 'asc'],
  ])('%s: every pitch once, in order', async (sort, key, direction) => {
    const rows = await all(`sort=${sort}`, 33);
    expect(new Set(rows.map((row) => row.id)).size).toBe(PITCHES);
    const keys = rows.map(key);
    const sorted = [...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    expect(keys).toEqual(direction === 'asc' ? sorted : sorted.reverse());
  });

  it('refuse a cursor of another order', async () => {
    const { nextCursor } = (await owner.browser.get('/pitches?sort=newest&limit=5')).body;
    const answer = await owner.browser.get(`/pitches?sort=site&cursor=${nextCursor}`);
    expect(answer.body.code).toBe('request.cursor_invalid');
  });
});

describe('filters of the list', () => {
  it.each<[string, () => string, (no: number) => boolean]>([
    ['one campaign', () => `campaignId=${campaignId}`, () => true],
    ['a kind', () => 'kind=haro', () => false],
    ['stages', () => 'stage=found,pitched', (no) => no % 2 === 0],
    ['a status', () => 'status=waiting_them', (no) => !isClosed(no) && no % 4 === 2],
    ['open ones', () => 'outcome=open', (no) => !isClosed(no)],
    ['won and lost ones', () => 'outcome=won,lost', isClosed],
    ['mine', () => 'assigneeMemberId=me', (no) => no % 3 === 1],
    ["a colleague's", () => `assigneeMemberId=${member.memberId}`, (no) => no % 3 === 2],
    ["nobody's", () => 'assigneeMemberId=none', (no) => no % 3 === 0],
    ['overdue', () => 'overdue=true', (no) => !isClosed(no) && (next(no) ?? '9') < '2026-11-20'],
    [
      'due in a week',
      () => 'dueFrom=2026-11-20&dueTo=2026-11-22',
      (no) => ['2026-11-20', '2026-11-21'].includes(next(no) ?? ''),
    ],
    ['a search', () => 'search=p12', (no) => no >= 120 && no < 130],
    ['a search for everything', () => 'search=.example', () => true],
    ['the beginning of a name', () => 'search=p0', (no) => no < 100],
    ['what a pattern would be', () => 'search=p%25_', () => false],
    ['a client', () => `clientId=${clientId}`, () => true],
    ['archived ones', () => 'archived=true', () => false],
  ])('%s', async (_, query, test) => {
    const rows = await all(query());
    expect(rows.map(numberOf).sort((one, other) => one - other)).toEqual(wanted(test));
  });

  it('stuck ones are those the rows themselves call stuck', async () => {
    const rows = await all('');
    const stuck = rows.filter((row) => row.isStuck).map((row) => row.id);
    expect(stuck.length).toBeGreaterThan(0);
    expect((await all('stuck=true')).map((row) => row.id)).toEqual(stuck);
    expect(await all('stuck=false')).toHaveLength(PITCHES - stuck.length);
  });

  it.each(['stage=No', 'status=won', 'dueFrom=soon', 'assigneeMemberId=nobody', 'sort=fit', 'limit=500'])(
    'refuse %s',
    async (query) => {
      expect((await owner.browser.get(`/pitches?${query}`)).body.code).toBe('request.invalid');
    },
  );

  it("a member sees the pitches of their clients' campaigns alone", async () => {
    expect(await all('', 100, guest)).toEqual([]);
    const board = await guest.browser.get(`/pitches/board?campaignId=${campaignId}`);
    expect(board.body.columns).toEqual([]);
  });
});

it('a row says where the pitch stands and what is next, in the words of its kind', async () => {
  const [quiet] = await all('search=p002.');
  expect(quiet).toMatchObject({
    campaignName: 'Autumn posts',
    stage: 'pitched',
    stageName: 'Pitched',
    daysInStage: 0,
    status: 'waiting_them',
    nextStep: 'Wait for the editor',
    nextStepOn: null,
    isOverdue: false,
    contact: null,
    contactCount: 0,
    placement: null,
    assigneeMemberId: member.memberId,
  });
  const [own] = await all('search=p005.');
  expect(own).toMatchObject({ nextStep: 'Ring them', nextStepOn: '2026-11-20', isOverdue: false });
});

describe('the board', () => {
  it('has every stage of the kind, the newest cards first, and no lost ones', async () => {
    const { columns, totals } = (await owner.browser.get(`/pitches/board?campaignId=${campaignId}&limit=20`))
      .body;
    expect(columns.slice(0, 5).map((column: Row) => [column.stage, column.count])).toEqual([
      ...STOOD.map((stage, index) => [stage, wanted((no) => no % 4 === index && !isLost(no)).length]),
      ['drafting', 0],
    ]);
    expect(columns[1].items.map(numberOf)).toEqual(wanted((no) => no % 4 === 1).slice(0, 20));
    expect(totals).toMatchObject({ count: PITCHES - 10, won: 10, lost: 10, decided: 20 });
    expect(totals.overdue).toBe((await all('overdue=true')).length);
    expect(totals.stuck).toBe((await all('stuck=true')).length);
  });

  it('goes on with a column where it ended', async () => {
    const at = `campaignId=${campaignId}&limit=25`;
    const { columns } = (await owner.browser.get(`/pitches/board?${at}`)).body;
    const found: Row[] = [...columns[2].items];
    for (let cursor = columns[2].nextCursor; cursor !== null; ) {
      const more = await owner.browser.get(
        `/pitches/board/column?${at}&columnKind=guest_blogging&columnStage=pitched&cursor=${cursor}`,
      );
      found.push(...more.body.items);
      cursor = more.body.nextCursor;
    }
    expect(found.map(numberOf)).toEqual(wanted((no) => no % 4 === 2));
  });

  it('of a filter holds what the list holds', async () => {
    const filter = `campaignId=${campaignId}&assigneeMemberId=me&outcome=lost`;
    const { columns, totals } = (await owner.browser.get(`/pitches/board?${filter}`)).body;
    const ids = columns.flatMap((column: Row) => column.items.map((row: Row) => row.id));
    expect(new Set(ids)).toEqual(new Set((await all(filter)).map((row) => row.id)));
    expect(totals.count).toBe(ids.length);
  });

  it('of one person has the kinds that hold something of theirs', async () => {
    const { columns } = (await member.browser.get('/pitches/board?assigneeMemberId=me')).body;
    expect(new Set(columns.map((column: Row) => column.kind))).toEqual(new Set(['guest_blogging']));
    const count = columns.reduce((sum: number, column: { count: number }) => sum + column.count, 0);
    expect(count).toBe(wanted((no) => no % 3 === 2 && !isLost(no)).length);
  });

  it('of a new campaign shows its stages, all empty', async () => {
    const fresh = await aCampaign(owner, brandId, { name: 'Fresh', kind: 'haro' });
    const { columns, totals } = (await owner.browser.get(`/pitches/board?campaignId=${fresh.id}`)).body;
    expect(columns.length).toBeGreaterThan(3);
    expect(columns.every((column: Row) => column.count === 0 && column.kind === 'haro')).toBe(true);
    expect(totals).toEqual({ count: 0, won: 0, lost: 0, decided: 0, overdue: 0, stuck: 0 });
  });
});

describe('the calendar', () => {
  const days = async (query: string, person = owner): Promise<Row[]> =>
    (await person.browser.get(`/pitches/calendar?from=2026-11-15&to=2026-11-30&${query}`)).body.days;

  it('has next steps, own dates, tasks and ends on their days', async () => {
    made(await owner.browser.post('/tasks', { title: 'Ask for the brief', campaignId, dueOn: '2026-11-28' }));
    const found = await days(`campaignId=${campaignId}`);
    const items: Row[] = found.flatMap((day) => day.items.map((item: Row) => ({ on: day.on, ...item })));
    const of = (what: string): Row[] => items.filter((item) => item.what === what);
    expect(of('next_step')).toHaveLength(wanted((no) => !isClosed(no) && next(no) !== null).length);
    expect(items.filter((item) => item.title === 'Draft due')).toHaveLength(
      wanted((no) => no % 20 === 1 && !isClosed(no)).length,
    );
    expect(of('task')).toMatchObject([{ on: '2026-11-28', title: 'Ask for the brief', campaignId }]);
    const late = items.filter((item) => item.isOverdue);
    expect(late.every((item) => item.on < '2026-11-20')).toBe(true);
  });

  it('of one person has their things alone', async () => {
    const items: Row[] = (await days('assigneeMemberId=me', member)).flatMap((day) => day.items);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.what === 'end' || item.assigneeName?.startsWith('Guest member'))).toBe(
      true,
    );
  });

  it.each([
    ['days in the wrong order', 'from=2026-11-20&to=2026-11-19'],
    ['more than two months', 'from=2026-01-01&to=2026-06-01'],
    ['no days', 'campaignId=01930000-0000-7000-8000-000000000000'],
    ['a day that does not exist', 'from=2026-02-30&to=2026-03-01'],
  ])('refuses %s', async (_, query) => {
    expect((await owner.browser.get(`/pitches/calendar?${query}`)).body.code).toBe('request.invalid');
  });
});

it('the file has every row of the filter, and no cell that runs', async () => {
  await app.database.asOwner(`update pitches set label = '=1+1' where search_text = 'p003.example'`);
  const answer = await owner.browser.get(`/pitches/export?format=csv&assigneeMemberId=none`);
  const lines = String(answer.body).trim().split('\r\n');
  expect(lines).toHaveLength(1 + wanted((no) => no % 3 === 0).length);
  expect(lines[0]).toMatch(/campaign.*stage.*next_step_on/);
  expect(lines.find((line) => line.includes('p003.example'))).toContain(`'=1+1`);
});
