import type { FailureScope } from '../mail-reading.js';

/** Why a mail was not delivered: the closed list of reasons, each with whom it speaks of (D241, D242, D243). */
export const FAILURE_REASONS = {
  user_unknown: 'address',
  host_unknown: 'address',
  moved: 'address',
  domain_takes_no_mail: 'address',
  recipient_refused: 'mailbox',
  recipient_filter: 'mailbox',
  mailbox_full: 'mailbox',
  suspended: 'mailbox',
  too_big: 'message',
  content: 'message',
  virus: 'message',
  protocol: 'message',
  expired: 'message',
  network: 'message',
  system: 'message',
  mailer: 'message',
  greylisted: 'message',
  delayed: 'message',
  undetermined: 'message',
  authentication: 'sender',
  reverse_dns: 'sender',
  sender_refused: 'sender',
  sender_blocked: 'sender',
  relaying_denied: 'sender',
  spam: 'sender',
  policy: 'sender',
  rate_limited: 'sender',
  complaint: 'sender',
} as const satisfies Record<string, FailureScope>;

export type FailureReason = keyof typeof FAILURE_REASONS;

/** The reasons that mean: this address will not accept mail (D241). Everything else may pass or is not the address's doing. */
const ADDRESS_REASONS: readonly FailureReason[] = [
  'user_unknown',
  'host_unknown',
  'moved',
  'domain_takes_no_mail',
];

/** Whether a reason is about the address for good. */
export function isAddressReason(reason: FailureReason): boolean {
  return ADDRESS_REASONS.includes(reason);
}
