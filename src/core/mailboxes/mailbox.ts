/** How a mailbox is signed in to; `catcher` has no server and keeps every mail for the screen. */
export const SIGN_INS = ['password', 'google', 'microsoft', 'custom', 'catcher'] as const;
export type SignIn = (typeof SIGN_INS)[number];

export const MAILBOX_STATES = ['active', 'paused'] as const;
export type MailboxState = (typeof MAILBOX_STATES)[number];

/** Whether earlier headers may be read, and how far that came. */
export const HISTORY_STATES = ['not_asked', 'refused', 'running', 'done', 'failed'] as const;
export type HistoryState = (typeof HISTORY_STATES)[number];

/** When a mailbox sends: wall time HH:MM in its own zone, on ISO weekdays. */
export interface MailboxWindow {
  readonly from: string;
  readonly until: string;
  readonly workDays: readonly number[];
}

/** Why a window makes no sense; null when it does. Text of one form (HH:MM) compares like time. */
export function windowProblem({
  from,
  until,
  workDays,
}: MailboxWindow): 'window_reversed' | 'no_days' | null {
  if (from >= until) return 'window_reversed';
  return workDays.length === 0 ? 'no_days' : null;
}

/** The name a sealed secret of a mailbox is bound to. */
export function secretField(mailboxId: string): string {
  return `mailbox:${mailboxId}`;
}

/** The address of a catcher: the member's own, or with a tag where a mailbox of that address is connected already. */
export function catcherAddress(email: string, isTaken: boolean): string {
  if (!isTaken) return email;
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}+catcher${email.slice(at)}`;
}
