import { describe, expect, it } from '@jest/globals';
import {
  afterDeadline,
  dueAfter,
  isPastDeadline,
  type PlanFacts,
  type PlannedStep,
  planSteps,
} from './plan.js';

const at = (text: string): number => Date.parse(text);
const said = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString().slice(0, 16);

const WEEK = [1, 2, 3, 4, 5];
const AMSTERDAM = { zone: 'Europe/Amsterdam', from: '09:00', until: '17:00', days: WEEK };
const NEW_YORK = { ...AMSTERDAM, zone: 'America/New_York' };
const HOME = { mailbox: AMSTERDAM, recipient: null };
const AWAY = { mailbox: AMSTERDAM, recipient: NEW_YORK };
const SHUT = { mailbox: { ...AMSTERDAM, days: [] }, recipient: null };

/** Friday 20 November 2026, ten in the morning in Amsterdam. */
const FRIDAY = at('2026-11-20T09:00:00Z');

describe('a step is due', () => {
  it.each([
    [
      'at once without a wait, where the window is open',
      { wait: 0, windows: HOME, from: FRIDAY },
      '2026-11-20T09:00',
    ],
    [
      'on Monday morning after closing time on Friday',
      { wait: 0, windows: HOME, from: at('2026-11-20T18:00Z') },
      '2026-11-23T08:00',
    ],
    [
      'four working days later, the weekend left out',
      { wait: 4, windows: HOME, from: FRIDAY },
      '2026-11-26T08:00',
    ],
    ['when both sides of the ocean are open', { wait: 0, windows: AWAY, from: FRIDAY }, '2026-11-20T14:00'],
    [
      'on the day of the recipient: late on Thursday in Amsterdam is Thursday in New York',
      { wait: 1, windows: AWAY, from: at('2026-11-20T02:00Z') },
      '2026-11-20T14:00',
    ],
    [
      'across the change of the clocks at the same hour of the wall',
      { wait: 1, windows: HOME, from: at('2026-10-23T08:00Z') },
      '2026-10-26T08:00',
    ],
    ['never where no day is a working day', { wait: 0, windows: SHUT, from: FRIDAY }, null],
  ] as const)('%s', (_, { wait, windows, from }, due) => {
    expect(said(dueAfter(from, wait, windows))).toBe(due);
  });
});

describe('a deadline', () => {
  it.each([
    ['is not past on its own day', '2026-11-20T22:00Z', false],
    ['is past on the next day', '2026-11-20T23:30Z', true],
  ])('%s', (_, moment, isPast) => {
    expect(isPastDeadline(at(moment), '2026-11-20', HOME)).toBe(isPast);
  });

  it('is followed by thanks on the next open day', () => {
    expect(said(afterDeadline('2026-11-20', HOME))).toBe('2026-11-23T08:00');
  });
});

const mail = (stepNo: number, waitWorkingDays: number, changes: Partial<PlannedStep> = {}): PlannedStep => ({
  stepNo,
  kind: 'mail',
  waitWorkingDays,
  taskHolds: false,
  isThanks: false,
  ...changes,
});

function plan(steps: readonly PlannedStep[], changes: Partial<PlanFacts> = {}): string[] {
  const facts = { steps, windows: HOME, startsAt: FRIDAY, ahead: 0, capPerDay: 30, deadlineOn: null };
  return planSteps({ ...facts, ...changes }).map(
    ({ earliestAt, latestAt, note }) =>
      `${said(earliestAt)} .. ${said(latestAt)}${note === null ? '' : ` ${note}`}`,
  );
}

describe('a plan', () => {
  it('says of each mail when it goes first and last', () => {
    expect(plan([mail(1, 0), mail(2, 4), mail(3, 6)])).toEqual([
      '2026-11-20T09:00 .. 2026-11-20T16:00',
      '2026-11-26T08:00 .. 2026-11-26T16:00',
      '2026-12-04T08:00 .. 2026-12-04T16:00',
    ]);
  });

  it('is late by the days the mailbox is busy', () => {
    expect(plan([mail(1, 0), mail(2, 4)], { ahead: 65 })).toEqual([
      '2026-11-20T09:00 .. 2026-11-24T16:00',
      '2026-11-26T08:00 .. 2026-11-30T16:00',
    ]);
  });

  it('knows no latest moment after a task that holds', () => {
    expect(plan([mail(1, 0), mail(2, 2, { kind: 'task', taskHolds: true }), mail(3, 2)])).toEqual([
      '2026-11-20T09:00 .. 2026-11-20T16:00',
      '2026-11-24T08:00 .. 2026-11-24T16:00',
      '2026-11-26T08:00 .. null waits_for_task',
    ]);
  });

  it('sends nothing but thanks after a deadline (D277)', () => {
    const steps = [mail(1, 0), mail(2, 4), mail(3, 0, { isThanks: true })];
    expect(plan(steps, { deadlineOn: '2026-11-24' })).toEqual([
      '2026-11-20T09:00 .. 2026-11-20T16:00',
      'null .. null after_deadline',
      '2026-11-25T08:00 .. 2026-11-25T16:00',
    ]);
  });

  it('says where nothing is ever open', () => {
    expect(plan([mail(1, 0)], { windows: SHUT })).toEqual(['null .. null never_open']);
  });
});
