import { windowProblem } from '../../core/mailboxes/mailbox.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { MailboxColumns } from './mailbox-rows.js';
import type { MailboxSettings } from './mailbox-wish.dto.js';

interface Standing {
  readonly windowFrom: string;
  readonly windowUntil: string;
  readonly workDays: readonly number[];
  readonly rampStartedOn: string | null;
}

const DEFAULTS: Standing = {
  windowFrom: '09:00',
  windowUntil: '17:00',
  workDays: [1, 2, 3, 4, 5],
  rampStartedOn: null,
};

const NAMES = {
  senderName: 'sender_name',
  capPerDay: 'cap_per_day',
  gapSeconds: 'gap_seconds',
  gapJitterSeconds: 'gap_jitter_seconds',
  windowFrom: 'window_from',
  windowUntil: 'window_until',
  workDays: 'work_days',
  timeZone: 'time_zone',
  rampFrom: 'ramp_from',
  rampStep: 'ramp_step',
  signature: 'signature',
  dkimSelector: 'dkim_selector',
} as const satisfies Partial<Record<keyof MailboxSettings, string>>;

/** The columns of what a person sets. A ramp-up begins on `today`, a local day. Throws `mailbox.window_reversed` and `mailbox.no_days`. */
export function settingsColumns(
  wish: MailboxSettings,
  today: string,
  standing: Standing = DEFAULTS,
): MailboxColumns {
  const problem = windowProblem({
    from: wish.windowFrom ?? standing.windowFrom,
    until: wish.windowUntil ?? standing.windowUntil,
    workDays: wish.workDays ?? standing.workDays,
  });
  if (problem !== null) throw new AppError(`mailbox.${problem}`);
  const columns = Object.entries(NAMES).flatMap(([field, column]) => {
    const value = wish[field as keyof typeof NAMES];
    return value === undefined ? [] : [[column, field === 'workDays' ? sorted(value) : value] as const];
  });
  return { ...Object.fromEntries(columns), ...rampStart(wish, today, standing) };
}

/** A ramp-up that was none before begins today; one that is taken away is forgotten. */
function rampStart(
  { rampFrom }: MailboxSettings,
  today: string,
  { rampStartedOn }: Standing,
): MailboxColumns {
  if (rampFrom === undefined) return {};
  if (rampFrom === null) return { ramp_started_on: null };
  return rampStartedOn === null ? { ramp_started_on: today } : {};
}

function sorted(days: unknown): unknown {
  return Array.isArray(days) ? [...(days as number[])].sort((one, other) => one - other) : days;
}
