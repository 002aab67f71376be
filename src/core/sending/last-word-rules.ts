import { dayAfter, localDay, momentOf } from '../calendar/local-time.js';
import { personFreeAt, siteFreeAt, weekAround } from './caps.js';
import { isFresh } from './freshness.js';
import type { LastWordCode, LastWordParams } from './last-word-codes.js';
import type { LastWordFacts, SiteFacts } from './last-word-facts.js';
import { firstMomentIn, type MailWindow } from './window.js';

/** One reason: null where it does not hold, else what its sentence needs. */
export interface LastWordRule {
  readonly code: LastWordCode;
  readonly found: (facts: LastWordFacts) => LastWordParams | null;
}

/** A reason that passes with time. */
export interface WaitingRule extends LastWordRule {
  readonly until: (facts: LastWordFacts) => number;
}

const MINUTE_MS = 60_000;

/** How soon is asked again where nobody knows when it will pass. */
const ASKED_AGAIN_MS = { pause: 5 * MINUTE_MS, history: 5 * MINUTE_MS, inbox: 20_000 } as const;

/** Never to be sent. */
export const CANCELS: readonly LastWordRule[] = [
  { code: 'opted_out', found: ({ since }) => when(since.optedOut) },
  {
    code: 'objected',
    found: ({ recipient }) => when(recipient.hasObjected || recipient.isErased, because(recipient.isErased)),
  },
  {
    code: 'suppressed',
    found: ({ recipient: { suppression, isArchived, mayBeAnsweredOnce } }) => {
      if (suppression !== null) return when(!mayBeAnsweredOnce, { because: suppression });
      return when(isArchived, { because: 'archived' });
    },
  },
  {
    code: 'do_not_contact_site',
    found: ({ recipient: { siteSuppression, mayBeAnsweredOnce } }) =>
      when(siteSuppression !== null && !mayBeAnsweredOnce, { because: siteSuppression }),
  },
  { code: 'bounced', found: ({ since }) => when(since.bounced) },
  {
    code: 'replied',
    found: ({ since }) => when(since.replied || since.colleagueReplied, { byColleague: !since.replied }),
  },
  {
    code: 'enrollment_not_running',
    found: ({ enrollment }) =>
      enrollment === null
        ? null
        : when(enrollment.state !== 'running' && enrollment.state !== 'awaiting_approval', {
            state: enrollment.state,
            because: enrollment.stateCode,
          }),
  },
  {
    code: 'step_not_next',
    found: ({ enrollment }) => when(enrollment !== null && !enrollment.isNext),
  },
  {
    code: 'pitch_closed',
    found: ({ mail, pitch }) => when(mail.kind === 'sequence' && pitch !== null && pitch.isClosed),
  },
  { code: 'null_mx', found: ({ recipient }) => when(recipient.hasNullMx) },
];

/** For a person to settle. */
export const HOLDS: readonly LastWordRule[] = [
  {
    code: 'enrollment_not_running',
    found: ({ enrollment }) =>
      when(enrollment?.state === 'awaiting_approval', { state: 'awaiting_approval', because: null }),
  },
  {
    code: 'excluded_by_client',
    found: ({ mail, site }) => when(mail.kind !== 'reply' && site.isExcludedByClient),
  },
  {
    code: 'ground_missing',
    found: ({ mail, ground }) =>
      when(mail.isCold && ground?.answer === 'no', { because: ground?.code ?? null }),
  },
  {
    code: 'ground_undecided',
    found: ({ mail, ground }) =>
      when(mail.isCold && ground?.answer === 'ask', { because: ground?.code ?? null }),
  },
  {
    code: 'conflict',
    found: ({ mail, site }) => when(mail.isCold && mail.isFirst && isConflict(site), site.conflictParams),
  },
  {
    code: 'variable_missing',
    found: ({ mail }) => when(mail.kind === 'sequence' && mail.missing.length > 0, { missing: mail.missing }),
  },
  { code: 'opt_out_missing', found: ({ mail }) => when(mail.isCold && !mail.hasOptOut) },
  { code: 'sender_missing', found: ({ mail }) => when(mail.isCold && !mail.hasSender) },
  { code: 'mailbox_not_for_client', found: ({ mailbox }) => when(!mailbox.isForClient) },
];

/** Passes with time. */
export const WAITS: readonly WaitingRule[] = [
  {
    code: 'sending_paused',
    found: ({ sending }) => when(sending.isPaused, { because: sending.pauseCode }),
    until: ({ now }) => now + ASKED_AGAIN_MS.pause,
  },
  {
    code: 'mailbox_paused',
    found: ({ mailbox }) => when(!mailbox.isActive, { because: mailbox.pauseCode }),
    until: ({ now }) => now + ASKED_AGAIN_MS.pause,
  },
  {
    code: 'history_not_read',
    found: ({ mail, mailbox }) => when(mail.isCold && mailbox.isHistoryRunning),
    until: ({ now }) => now + ASKED_AGAIN_MS.history,
  },
  {
    code: 'inbox_not_fresh',
    found: ({ mail, mailbox: { folders, freshWithinMs }, now }) =>
      when(
        mail.kind === 'sequence' &&
          !mail.isFirst &&
          folders !== null &&
          !isFresh(folders, now, freshWithinMs),
      ),
    until: ({ now }) => now + ASKED_AGAIN_MS.inbox,
  },
  {
    code: 'cap_mailbox',
    found: ({ mail, mailbox: { sentToday, capToday } }) =>
      when(mail.isCold && sentToday >= capToday, { cap: capToday, sent: sentToday }),
    until: ({ now, mailbox }) => startOfTomorrow(now, mailbox.window.zone),
  },
  {
    code: 'cap_campaign_week',
    found: ({ mail, caps: { campaignWeek } }) =>
      campaignWeek === null
        ? null
        : when(mail.isCold && mail.isFirst && campaignWeek.used >= campaignWeek.limit, {
            cap: campaignWeek.limit,
            sent: campaignWeek.used,
          }),
    until: ({ now, caps }) => weekAround(now, caps.workspaceZone).until,
  },
  {
    code: 'cap_site',
    found: (facts) =>
      when(facts.mail.isCold && facts.mail.isFirst && siteFree(facts) > facts.now, {
        mails: facts.caps.courtesy.siteFirstMailsPerWeek,
        people: facts.caps.courtesy.sitePeoplePerWeek,
      }),
    until: siteFree,
  },
  {
    code: 'cap_person',
    found: (facts) =>
      when(facts.mail.isCold && personFree(facts) > facts.now, {
        cap: facts.caps.courtesy.personMailsPerDay,
      }),
    until: personFree,
  },
  {
    code: 'outside_window',
    found: (facts) => when(opensAt(facts) !== facts.now),
    until: (facts) => opensAt(facts) ?? facts.now + 24 * 60 * MINUTE_MS,
  },
  {
    code: 'gap',
    found: ({ mail, mailbox: { nextSlotAt }, now }) =>
      when(mail.kind === 'sequence' && nextSlotAt !== null && nextSlotAt > now),
    until: ({ mailbox, now }) => mailbox.nextSlotAt ?? now,
  },
];

function when(holds: boolean, params: LastWordParams = {}): LastWordParams | null {
  return holds ? params : null;
}

function because(isErased: boolean): LastWordParams {
  return { because: isErased ? 'erased' : 'objected' };
}

/** Colleagues are in the way, and nobody let it pass. A site that links already is only said. */
function isConflict({ conflicts, isReleased }: SiteFacts): boolean {
  if (isReleased) return false;
  return (['locked_by_other', 'contacted_lately', 'contacted_for_other_client'] as const).some((reason) =>
    conflicts.includes(reason),
  );
}

function opensAt({ mail, mailbox, now }: LastWordFacts): number | null {
  return firstMomentIn(windowsOf({ mail, mailbox }), now);
}

function startOfTomorrow(now: number, zone: string): number {
  return momentOf(dayAfter(localDay(now, zone)), '00:00', zone);
}

function siteFree({ mail, caps, now }: LastWordFacts): number {
  return siteFreeAt(caps.siteFirstMails, mail.addressKey, now, caps.courtesy) ?? now;
}

function personFree({ mail, mailbox, caps, now }: LastWordFacts): number {
  const zone = mail.window?.zone ?? mailbox.window.zone;
  const perDay = caps.courtesy.personMailsPerDay;
  return personFreeAt(caps.personMails, { now, zone, perDay }) ?? now;
}

/** All windows a mail must keep: its mailbox's and the recipient's. A person's own answer leaves at once. */
export function windowsOf(facts: Pick<LastWordFacts, 'mail' | 'mailbox'>): readonly MailWindow[] {
  if (facts.mail.kind !== 'sequence') return [];
  return facts.mail.window === null ? [facts.mailbox.window] : [facts.mailbox.window, facts.mail.window];
}
