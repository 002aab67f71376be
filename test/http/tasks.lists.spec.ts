import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { pagesOf } from './list-pages.js';
import { type Person, setUp } from './people.js';

/** The clock stands at Friday 20 November 2026, in Amsterdam. */
const [YESTERDAY, TODAY, TOMORROW, LATER] = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-12-31'];

describe('the list of tasks', () => {
  let app: TestApp;
  let who: Person;
  let mine: string;
  afterAll(() => app.close());
  const titlesOf = (page: { items: { title: string }[] }): string[] => page.items.map(({ title }) => title);
  const titles = async (query: string): Promise<string[]> =>
    titlesOf((await who.browser.get(`/tasks?${query}`)).body);
  const aTask = (wish: object) => bodyOf(who.browser.post('/tasks', wish), 201);

  beforeAll(async () => {
    app = await startApp();
    who = await setUp(app);
    mine = `assigneeMemberId=${who.memberId}`;
    await aTask({ title: 'whenever', kind: 'call' });
    await aTask({ title: 'later', dueOn: LATER });
    await aTask({ title: 'late', dueOn: YESTERDAY });
    await aTask({ title: 'today', dueOn: TODAY });
    await aTask({ title: 'tomorrow', dueOn: TOMORROW, assigneeMemberId: null });
    const done = await aTask({ title: 'done', dueOn: YESTERDAY });
    await who.browser.post(`/tasks/${done.id}/done`);
  });

  it.each<[string, () => string, string[]]>([
    [
      'has what is due first, and last what is due on no day',
      () => '',
      ['late', 'today', 'tomorrow', 'later', 'whenever'],
    ],
    ['is narrowed to one person', () => mine, ['late', 'today', 'later', 'whenever']],
    ['is narrowed to nobody', () => 'assigneeMemberId=none', ['tomorrow']],
    ['shows what is overdue', () => 'state=overdue', ['late']],
    ['shows what is due today', () => 'state=today', ['today']],
    ['shows what is done', () => 'state=done', ['done']],
    ['shows what is due by a day', () => `dueTo=${TOMORROW}`, ['late', 'today', 'tomorrow']],
    ['is narrowed to kinds', () => 'kind=call,mail', ['whenever']],
    ['has the newest first', () => 'sort=newest', ['tomorrow', 'today', 'late', 'later', 'whenever']],
  ])('%s', async (_, query, expected) => {
    expect(await titles(query())).toEqual(expected);
  });

  it.each(['due', 'newest'])('is read page by page in the order %s', async (sort) => {
    const whole = await titles(`sort=${sort}`);
    const pages = await pagesOf(who, `/tasks?sort=${sort}`, 2);
    for (const { total } of pages) expect(total).toBe(5);
    expect(pages.flatMap(titlesOf)).toEqual(whole);
  });

  it('says how many there are', async () => {
    expect((await who.browser.get(`/tasks/counts?${mine}`)).body).toEqual({
      open: 4,
      overdue: 1,
      today: 1,
      unassigned: 1,
    });
    expect((await who.browser.get('/tasks?cursor=x')).body.code).toBe('request.cursor_invalid');
  });
});
