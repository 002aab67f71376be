import { describe, expect, it } from '@jest/globals';
import { judgeLastWord } from '../../src/core/sending/last-word.js';
import { localDay, type MailWindow } from '../../src/core/sending/window.js';
import { aMailToJudge } from './mail-facts.js';

const IS_LONG = process.env['SENDING_RUN'] === 'full';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 0, 1);
const END = Date.UTC(2027, 0, 1);
const CAP = 7;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

/** Office hours, and hours in which clocks are changed. */
const NIGHT = { from: '00:00', until: '03:30', days: [1, 2, 3, 4, 5, 6, 7] };
const WINDOWS = IS_LONG
  ? [
      { from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] },
      NIGHT,
      { from: '02:15', until: '24:00', days: [6, 7] },
    ]
  : [NIGHT];

/** What a clock on the wall says, asked from the machine alone: the outside observer of the rules. */
function wall(zone: string): (at: number) => { day: string; time: string; weekday: number } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => {
    const [day = '', time = ''] = format.format(at).split(' ');
    return { day, time, weekday: new Date(day).getUTCDay() || 7 };
  };
}

/** The minutes looked at: all, or those around changes of the clocks. */
function spans(zone: string): { from: number; until: number }[] {
  if (IS_LONG) return [{ from: START, until: END }];
  const show = wall(zone);
  const found = [{ from: START, until: START + DAY / 2 }];
  for (let at = START; at < END; at += DAY) {
    if (show(at).time !== show(at + DAY).time) found.push({ from: at, until: at + 1.25 * DAY });
  }
  return found;
}

interface Tally {
  outside: number;
  shut: number;
  doubled: number;
  overslept: number;
  readonly sent: Map<string, number>;
  readonly open: Map<string, number>;
}

/** Says of each minute whether the window is open: the second occurrence of an hour is not. */
function observer(zone: string, hours: Omit<MailWindow, 'zone'>) {
  const show = wall(zone);
  const shown = new Set<string>();
  return (at: number) => {
    const { day, time, weekday } = show(at);
    const isSecond = shown.has(`${day} ${time}`);
    shown.add(`${day} ${time}`);
    if (shown.size > 600) shown.delete(shown.values().next().value as string);
    const isInHours = hours.days.includes(weekday) && time >= hours.from && time < hours.until;
    return { day, isSecond, isOpen: isInHours && !isSecond };
  };
}

function run(zone: string, hours: Omit<MailWindow, 'zone'>, span: { from: number; until: number }): Tally {
  const observe = observer(zone, hours);
  const tally: Tally = { outside: 0, shut: 0, doubled: 0, overslept: 0, sent: new Map(), open: new Map() };
  let next = 0;
  for (let at = span.from; at < span.until; at += MINUTE) {
    const { day, isSecond, isOpen } = observe(at);
    if (isOpen) add(tally.open, day);
    const word = wordAt(at, { zone, ...hours }, tally.sent);
    if (word.answer === 'wait') {
      if (word.code === 'outside_window' && isOpen) tally.shut += 1;
      next = word.until;
      continue;
    }
    if (word.answer !== 'go' || !isOpen) tally.outside += 1;
    if (isSecond) tally.doubled += 1;
    if (at < next) tally.overslept += 1;
    add(tally.sent, day);
  }
  return tally;
}

function wordAt(at: number, window: MailWindow, sent: ReadonlyMap<string, number>) {
  const sentToday = sent.get(localDay(at, window.zone)) ?? 0;
  const mailbox = { window, capToday: CAP, sentToday };
  return judgeLastWord(aMailToJudge({ now: at, mailbox, caps: { workspaceZone: window.zone } }));
}

function add(counts: Map<string, number>, day: string): void {
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

describe.each(ZONES)('a year of mail in %s, minute by minute', (zone) => {
  it.each(WINDOWS)('from $from until $until on days $days', (hours) => {
    for (const span of spans(zone)) {
      const { sent, open, ...wrong } = run(zone, hours, span);
      expect(wrong).toEqual({ outside: 0, shut: 0, doubled: 0, overslept: 0 });
      const due = [...open].map(([day, minutes]) => [day, Math.min(CAP, minutes)]);
      expect([...sent]).toEqual(due);
    }
  });
});
