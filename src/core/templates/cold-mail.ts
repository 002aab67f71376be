/** Purposes of mails that open a talk nobody asked for, and of their follow-ups. */
const COLD_PURPOSES: ReadonlySet<string> = new Set(['first', 'follow_up_1', 'follow_up_2']);

/** Kinds that answer somebody who asked: no opt-out line, no advertising (D299). */
const ASKED_FOR: ReadonlySet<string> = new Set(['haro']);

/**
 * Whether a mail is one nobody asked for, so that a ground and a way to object belong with it (D265-D272). Answers, thanks, orders, reclamations, and
 * all that goes to journalists who asked are not.
 */
export function isColdMail(kind: string | null, purpose: string): boolean {
  return COLD_PURPOSES.has(purpose) && !ASKED_FOR.has(kind ?? '');
}
