import { describe, expect, it } from '@jest/globals';
import { addressOf, awaitedRows, pitchRows, taskRows, type Whose } from './addresses.js';
import { type Counts, type Money, type MonthFacts, moneySums, monthFigures } from './clients.js';
import { laterDay } from './days.js';
import { peopleLines, type WorkCounts, workFigures } from './people.js';

const counts = (entries: readonly (readonly [string | null, number])[] = []): Counts => new Map(entries);

describe('the address of rows', () => {
  const mine: Whose = { memberId: 'm1' };
  const nobody: Whose = { memberId: null };
  it.each<[string, string, string]>([
    ['leaves out words without a value', addressOf('/x', { a: undefined, b: true }), '/x?b=true'],
    ['is a bare path without words', addressOf('/x', {}), '/x'],
    ['writes words so that they can be read again', addressOf('/x', { q: 'a&b' }), '/x?q=a%26b'],
    [
      "names a person's open pitches",
      pitchRows(mine, 'open', undefined),
      '/board?view=table&assignee=m1&outcome=open',
    ],
    [
      "names nobody's stuck pitches of a client",
      pitchRows(nobody, 'stuck', 'c1'),
      '/board?view=table&assignee=none&outcome=open&stuck=true&client=c1',
    ],
    [
      "names everybody's unanswered pitches",
      pitchRows('everybody', 'unanswered', undefined),
      '/board?view=table&assignee=all&outcome=open&unanswered=true',
    ],
    [
      "names nobody's overdue tasks",
      taskRows(nobody, 'overdue', undefined),
      '/tasks?whose=nobody&state=overdue',
    ],
    ["names everybody's tasks", taskRows('everybody', undefined, undefined), '/tasks?whose=all'],
    [
      "names a person's awaited placements",
      awaitedRows(mine, 'awaited', undefined),
      '/placements?owner=m1&state=awaited',
    ],
    [
      "names everybody's overdue placements",
      awaitedRows('everybody', 'overdue', undefined),
      '/placements?overdue=true',
    ],
  ])('%s', (_, address, expected) => {
    expect(address).toBe(expected);
  });
});

describe('a month of a client', () => {
  const facts: MonthFacts = {
    agreed: [
      { id: 'k1', clientId: 'c1', agreed: 4 },
      { id: 'k2', clientId: 'c1', agreed: 2 },
      { id: 'k3', clientId: 'c2', agreed: 1 },
    ],
    delivered: counts([
      ['c1', 6],
      ['c3', 1],
    ]),
    deliveredByCampaign: counts([
      ['k1', 1],
      ['k2', 5],
      ['k9', 1],
    ]),
    coming: counts([['c1', 2]]),
    lost: counts([['c2', 3]]),
  };
  const figures = (clientId?: string) => {
    const { agreed, delivered, due, coming, lost } = monthFigures(facts, '2026-11', clientId);
    return [agreed, delivered, due, coming, lost].map(({ count }) => count);
  };
  it.each<[string, string | undefined, number[]]>([
    ['does not let one campaign make up for another', 'c1', [6, 6, 3, 2, 0]],
    ['lacks all where nothing came', 'c2', [1, 0, 1, 0, 3]],
    ['knows deliveries without an agreed number', 'c3', [0, 1, 0, 0, 0]],
    ['is empty for a client without work', 'c4', [0, 0, 0, 0, 0]],
    ['of all clients is the sum', undefined, [7, 7, 4, 2, 3]],
  ])('%s', (_, clientId, expected) => {
    expect(figures(clientId)).toEqual(expected);
  });

  it('says where its rows are', () => {
    const { agreed, delivered, coming, lost } = monthFigures(facts, '2026-11', 'c1');
    expect([agreed, delivered, coming, lost].map(({ address }) => address)).toEqual([
      '/campaigns?runningIn=2026-11&client=c1',
      '/placements?ofCampaigns=true&liveIn=2026-11&client=c1',
      '/placements?ofCampaigns=true&state=awaited&dueIn=2026-11&client=c1',
      '/placements?problem=lost_week&client=c1',
    ]);
  });
});

describe('amounts of several clients', () => {
  const money = (
    currency: string,
    budgetMinor: number | null,
    spentMinor = 0,
    freeMinor = budgetMinor,
  ): Money => ({
    ...{ currency, budgetMinor, spentMinor, freeMinor },
    committedMinor: 1,
  });
  it.each<[string, Money[][], (string | number | null)[][]]>([
    ['are nothing for nobody', [], []],
    [
      'are added up by currency, the one of most clients first',
      [[money('GBP', 5), money('EUR', 10)], [money('EUR', 20, 3, 17)]],
      [
        ['EUR', 30, 3, 2, 27],
        ['GBP', 5, 0, 1, 5],
      ],
    ],
    [
      'keep what clients without a budget use out of what is free',
      [[money('EUR', null, 8)], [money('EUR', 20, 0, 19)]],
      [['EUR', 20, 8, 2, 19]],
    ],
    [
      'have no budget where nobody has one',
      [[money('EUR', null)], [money('EUR', null)]],
      [['EUR', null, 0, 2, null]],
    ],
  ])('%s', (_, each, expected) => {
    expect(
      moneySums(each).map((one) => [
        one.currency,
        one.budgetMinor,
        one.spentMinor,
        one.committedMinor,
        one.freeMinor,
      ]),
    ).toEqual(expected);
  });
});

describe('the work of people', () => {
  const work = (open: Counts, tasks: Counts = counts(), awaited: Counts = counts()): WorkCounts => ({
    pitches: { open, overdue: counts(), unanswered: counts(), stuck: open },
    tasks: { open: tasks, overdue: counts() },
    placements: { awaited, overdue: counts() },
  });
  const people = [
    { memberId: 'm1', name: 'Ann', holdsWork: true },
    { memberId: 'm2', name: 'Vic', holdsWork: false },
  ];
  it.each<[string, WorkCounts, (string | null)[]]>([
    ['shows who holds work, even without any', work(counts()), ['m1']],
    ['shows nobody where something lies about', work(counts([[null, 1]])), ['m1', null]],
    ['shows who only looks on while something is theirs', work(counts(), counts([['m2', 1]])), ['m1', 'm2']],
    ['counts awaited placements as work', work(counts(), counts(), counts([[null, 2]])), ['m1', null]],
  ])('%s', (_, given, expected) => {
    expect(peopleLines(people, given, undefined).map(({ memberId }) => memberId)).toEqual(expected);
  });

  it('of everybody includes what nobody has and what is in the name of somebody unknown', () => {
    const given = work(
      counts([
        ['m1', 2],
        [null, 3],
        ['gone', 4],
      ]),
    );
    const { open, stuck, tasks } = workFigures(given, 'everybody', undefined);
    expect([open.count, stuck.count, tasks.count]).toEqual([9, 9, 0]);
  });
});

describe('a later day', () => {
  it.each<[string, string, number, string]>([
    ['crosses a month', '2026-11-28', 7, '2026-12-05'],
    ['crosses the change of clocks', '2026-10-24', 2, '2026-10-26'],
    ['goes back', '2026-01-03', -7, '2025-12-27'],
  ])('%s', (_, day, days, expected) => {
    expect(laterDay(day, days)).toBe(expected);
  });
});
