import { describe, expect, it } from '@jest/globals';
import { aMailToJudge, FRIDAY_MORNING as NOW } from '../../../test/simulation/mail-facts.js';
import { allReasons, judgeLastWord, judgeStillAllowed } from './last-word.js';
import { LAST_WORD_CODES, type LastWordCode } from './last-word-codes.js';

type Changes = NonNullable<Parameters<typeof aMailToJudge>[0]>;
const MINUTE = 60_000;
const FOLLOW_UP = { isFirst: false };
const ANSWER = { kind: 'reply' as const, isFirst: false, isCold: false, hasOptOut: false, hasSender: false };
const stale = [
  { use: 'inbox' as const, polledFrom: NOW - 61_000, polledUntil: NOW - 60_000, errorCode: null },
];
const toSite = (daysAgo: number) => [
  { at: NOW - daysAgo * 24 * 60 * MINUTE, addressKey: 'other@news.example' },
];

const KEPT: [string, Changes, string, LastWordCode][] = [
  ['they pressed unsubscribe', { since: { optedOut: true } }, 'cancel', 'opted_out'],
  ['they objected', { recipient: { hasObjected: true } }, 'cancel', 'objected'],
  ['they were erased', { recipient: { isErased: true } }, 'cancel', 'objected'],
  ['the address is suppressed', { recipient: { suppression: 'asked' } }, 'cancel', 'suppressed'],
  ['the contact is archived', { recipient: { isArchived: true } }, 'cancel', 'suppressed'],
  [
    'the site is not to be contacted',
    { recipient: { siteSuppression: 'client_wish' } },
    'cancel',
    'do_not_contact_site',
  ],
  ['the last mail bounced', { since: { bounced: true } }, 'cancel', 'bounced'],
  ['they replied', { since: { replied: true } }, 'cancel', 'replied'],
  ['their colleague replied', { since: { colleagueReplied: true } }, 'cancel', 'replied'],
  ['the enrolment was stopped', { enrollment: { state: 'stopped' } }, 'cancel', 'enrollment_not_running'],
  ['the enrolment is paused', { enrollment: { state: 'paused' } }, 'cancel', 'enrollment_not_running'],
  ['it awaits approval', { enrollment: { state: 'awaiting_approval' } }, 'hold', 'enrollment_not_running'],
  ['another step is next', { enrollment: { isNext: false } }, 'cancel', 'step_not_next'],
  ['the pitch is closed', { pitch: { isClosed: true } }, 'cancel', 'pitch_closed'],
  ['their domain takes no mail', { recipient: { hasNullMx: true } }, 'cancel', 'null_mx'],
  ['the client does not want the site', { site: { isExcludedByClient: true } }, 'hold', 'excluded_by_client'],
  [
    'the law asks for a ground',
    { ground: { answer: 'no', code: 'ground_missing' } },
    'hold',
    'ground_missing',
  ],
  [
    'nobody knows the country',
    { ground: { answer: 'ask', code: 'country_unknown' } },
    'hold',
    'ground_undecided',
  ],
  ['a colleague wrote last week', { site: { conflicts: ['contacted_lately'] } }, 'hold', 'conflict'],
  ['a colleague has the site', { site: { conflicts: ['locked_by_other'] } }, 'hold', 'conflict'],
  ['another client was pitched', { site: { conflicts: ['contacted_for_other_client'] } }, 'hold', 'conflict'],
  ['a place was not filled in', { mail: { missing: ['{{site.name}}'] } }, 'hold', 'variable_missing'],
  ['no way to object', { mail: { hasOptOut: false } }, 'hold', 'opt_out_missing'],
  ['nobody signs', { mail: { hasSender: false } }, 'hold', 'sender_missing'],
  ['the mailbox is another client’s', { mailbox: { isForClient: false } }, 'hold', 'mailbox_not_for_client'],
  ['sending is paused', { sending: { isPaused: true, pauseCode: 'restored' } }, 'wait', 'sending_paused'],
  ['the mailbox is paused', { mailbox: { isActive: false } }, 'wait', 'mailbox_paused'],
  ['old mail is being read', { mailbox: { isHistoryRunning: true } }, 'wait', 'history_not_read'],
  [
    'the inbox was not looked into lately',
    { mail: FOLLOW_UP, mailbox: { folders: stale } },
    'wait',
    'inbox_not_fresh',
  ],
  ['there is no inbox yet', { mail: FOLLOW_UP, mailbox: { folders: [] } }, 'wait', 'inbox_not_fresh'],
  ['the mailbox sent enough today', { mailbox: { capToday: 5, sentToday: 5 } }, 'wait', 'cap_mailbox'],
  [
    'the campaign sent enough this week',
    { caps: { campaignWeek: { limit: 3, used: 3 } } },
    'wait',
    'cap_campaign_week',
  ],
  ['a colleague of theirs was mailed', { caps: { siteFirstMails: toSite(2) } }, 'wait', 'cap_site'],
  ['they got a mail today', { caps: { personMails: [NOW - MINUTE] } }, 'wait', 'cap_person'],
  ['it is night', { now: NOW - 600 * MINUTE }, 'wait', 'outside_window'],
  ['the last mail is a moment ago', { mailbox: { nextSlotAt: NOW + 1 } }, 'wait', 'gap'],
];

describe('the last word', () => {
  it('lets a mail go that nothing stands against', () => {
    expect(judgeLastWord(aMailToJudge())).toEqual({ answer: 'go', warnings: [] });
  });

  it.each(KEPT)('%s', (_fact, changes, answer, code) => {
    expect(judgeLastWord(aMailToJudge(changes))).toMatchObject({ answer, code });
  });

  it('every code is said for something', () => {
    const said = new Set([...KEPT.map(([, , , code]) => code), 'site_linked_already']);
    expect([...said].sort()).toEqual([...LAST_WORD_CODES].sort());
  });

  it.each<[string, Changes]>([
    ['a follow-up is no first approach', { mail: FOLLOW_UP, site: { conflicts: ['contacted_lately'] } }],
    ['a manager let the conflict pass', { site: { conflicts: ['contacted_lately'], isReleased: true } }],
    [
      'a manager let this mail pass',
      { mail: { overridden: ['conflict'] }, site: { conflicts: ['locked_by_other'] } },
    ],
    ['a first mail needs no fresh inbox', { mailbox: { folders: stale } }],
    ['the catcher has no inbox', { mail: FOLLOW_UP, mailbox: { folders: null } }],
    [
      'warm mail knows no caps',
      {
        mail: { isCold: false, hasOptOut: false },
        mailbox: { sentToday: 99 },
        caps: { siteFirstMails: toSite(1), personMails: [NOW - 1], campaignWeek: { limit: 0, used: 0 } },
        ground: { answer: 'no', code: 'ground_missing' },
      },
    ],
    [
      'an answer leaves at once',
      { now: NOW - 600 * MINUTE, mail: ANSWER, mailbox: { nextSlotAt: NOW + 1, sentToday: 99 } },
    ],
    ['an answer to a closed pitch', { mail: ANSWER, pitch: { isClosed: true } }],
    [
      'who was suppressed and writes is answered once',
      {
        mail: ANSWER,
        recipient: { suppression: 'asked', siteSuppression: 'asked', mayBeAnsweredOnce: true },
      },
    ],
  ])('go: %s', (_fact, changes) => {
    expect(judgeLastWord(aMailToJudge(changes)).answer).toBe('go');
  });

  it('what the recipient or the law forbids no manager can let pass', () => {
    const overridden = [...LAST_WORD_CODES];
    for (const [, changes, answer, code] of KEPT) {
      const mail = { ...changes.mail, overridden };
      const passes = ['conflict', 'ground_undecided', 'excluded_by_client'].includes(code);
      expect(judgeLastWord(aMailToJudge({ ...changes, mail })).answer).toBe(passes ? 'go' : answer);
    }
  });

  it('says that the site links already, and lets the mail go', () => {
    const word = judgeLastWord(aMailToJudge({ site: { conflicts: ['already_links'] } }));
    expect(word).toEqual({ answer: 'go', warnings: [{ code: 'site_linked_already', params: {} }] });
  });

  it('what can never be sent comes before what is held, and that before what waits; a preview tells all', () => {
    const all = aMailToJudge({
      since: { replied: true },
      site: { conflicts: ['contacted_lately', 'already_links'] },
      mailbox: { nextSlotAt: NOW + 1 },
    });
    expect(judgeLastWord(all)).toMatchObject({ answer: 'cancel', code: 'replied' });
    expect(allReasons(all).map(({ code }) => code)).toEqual([
      'replied',
      'conflict',
      'gap',
      'site_linked_already',
    ]);
  });

  it('tells the longest of several waits, and ends it inside the window', () => {
    const word = judgeLastWord(
      aMailToJudge({ mailbox: { nextSlotAt: NOW + MINUTE, capToday: 1, sentToday: 1 } }),
    );
    // Friday: the cap is free at midnight, the window opens on Monday at nine in Amsterdam.
    expect(word).toMatchObject({ answer: 'wait', code: 'cap_mailbox', until: Date.UTC(2026, 10, 23, 8) });
  });
});

describe('the last word once more, before the text', () => {
  it.each<[string, Changes, string]>([
    ['its own claim has taken the slot', { mailbox: { nextSlotAt: NOW + MINUTE, sentToday: 30 } }, 'go'],
    ['the window shut in between', { now: NOW + 480 * MINUTE }, 'go'],
    ['a reply came in between', { since: { replied: true } }, 'cancel'],
    ['the mailbox was paused in between', { mailbox: { isActive: false } }, 'wait'],
    ['the inbox was looked into 54 seconds ago', { mail: FOLLOW_UP, now: NOW + 44_000 }, 'go'],
    ['the inbox was looked into 56 seconds ago', { mail: FOLLOW_UP, now: NOW + 46_000 }, 'wait'],
  ])('%s', (_fact, changes, answer) => {
    expect(judgeStillAllowed(aMailToJudge(changes)).answer).toBe(answer);
  });
});
