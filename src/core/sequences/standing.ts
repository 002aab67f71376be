export const ENROLLMENT_STATES = ['awaiting_approval', 'running', 'paused', 'finished', 'stopped'] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** States in which something may still be mailed. */
export const OPEN_STATES: readonly EnrollmentState[] = ['awaiting_approval', 'running', 'paused'];

/**
 * Why an enrolment stands as it does. The first ones end by themselves: on a day, when the pitch is resumed, when the campaign runs. All others
 * need a person.
 */
export const STANDING_CODES = [
  'until_day',
  'pitch_paused',
  'campaign_paused',
  'by_hand',
  'replied',
  'absent',
  'left_company',
  'opted_out',
  'opt_out_doubtful',
  'not_interested',
  'unsubscribed',
  'complained',
  'bounced',
  'suppressed',
  'objected',
  'contact_erased',
  'contact_archived',
  'address_changed',
  'contact_removed',
  'pitch_won',
  'pitch_lost',
  'pitch_archived',
  'campaign_archived',
  'campaign_finished',
  'partnership_ended',
  'mailbox_archived',
  'mail_failed',
  'mail_cancelled',
  'deadline_passed',
  'no_address',
  'variable_missing',
  'never_open',
  'not_approved',
  'undone',
] as const;
export type StandingCode = (typeof STANDING_CODES)[number];

const ENDS_BY_ITSELF: ReadonlySet<string> = new Set(['until_day', 'pitch_paused', 'campaign_paused']);

/** Where an enrolment stands. */
export interface EnrollmentStanding {
  readonly state: EnrollmentState;
  readonly code: string | null;
}

export const ENROLLMENT_ACTS = [
  'approve',
  'refuse',
  'pause',
  'resume',
  'skip',
  'stop',
  'edit',
  'move',
] as const;
export type EnrollmentAct = (typeof ENROLLMENT_ACTS)[number];

export type EnrollmentRefusal =
  | 'enrollment.over'
  | 'enrollment.not_awaiting'
  | 'enrollment.awaiting_approval'
  | 'enrollment.paused_already'
  | 'enrollment.not_paused';

/** Whether a person may do this now: null when they may, otherwise the code of the refusal. */
export function enrollmentRefusal(
  act: EnrollmentAct,
  standing: EnrollmentStanding,
): EnrollmentRefusal | null {
  const { state } = standing;
  if (!OPEN_STATES.includes(state)) return 'enrollment.over';
  if (act === 'approve' || act === 'refuse')
    return state === 'awaiting_approval' ? null : 'enrollment.not_awaiting';
  if (act === 'resume') return state === 'paused' ? null : 'enrollment.not_paused';
  if (act === 'pause') return pauseRefusal(standing);
  return act === 'skip' && state === 'awaiting_approval' ? 'enrollment.awaiting_approval' : null;
}

/** A pause that ends by itself can be made longer or lasting; one that waits for a person stays what it is. */
function pauseRefusal({ state, code }: EnrollmentStanding): EnrollmentRefusal | null {
  if (state === 'awaiting_approval') return 'enrollment.awaiting_approval';
  return state === 'paused' && !ENDS_BY_ITSELF.has(code ?? '') ? 'enrollment.paused_already' : null;
}

/**
 * Whether a reason to pause changes where an enrolment stands. What runs is paused; a pause that would end by itself is overruled by one that does
 * not, because otherwise a mail would leave after an answer; a pause that waits for a person keeps its reason. What waits for approval is held, too.
 */
export function isPausedBy({ state, code }: EnrollmentStanding, by: StandingCode): boolean {
  if (state === 'running' || state === 'awaiting_approval') return true;
  return state === 'paused' && ENDS_BY_ITSELF.has(code ?? '') && !ENDS_BY_ITSELF.has(by);
}

/** Whether an enrolment that is paused goes on when this reason has gone. */
export function goesOnAfter({ state, code }: EnrollmentStanding, gone: StandingCode): boolean {
  return state === 'paused' && code === gone && ENDS_BY_ITSELF.has(gone);
}
