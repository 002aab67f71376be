import type { Ground } from '../contacts/contact.js';
import { mayMail } from '../contacts/may-mail.js';
import type { ConflictReason } from '../prospects/conflict.js';

/** Reasons for which nothing could ever be sent. */
const BLOCKS = [
  'pitch_closed',
  'campaign_closed',
  'sequence_of_other_client',
  'no_contact',
  'enrolled_already',
  'objected',
  'suppressed',
  'do_not_contact_site',
  'bounced',
  'no_address',
  'variable_missing',
  'template_broken',
  'after_deadline',
  'never_open',
  'mailbox_not_for_client',
] as const;

/**
 * What may stand against enrolling a pitch: codes of the last word before sending, and those of enrolling itself. What does not block holds a
 * mail back until somebody does something, or is only told.
 */
export const ENROLL_REFUSALS = [
  ...BLOCKS,
  'excluded_by_client',
  'ground_missing',
  'ground_undecided',
  'conflict',
  'pitch_paused',
  'campaign_paused',
  'mailbox_paused',
  'history_not_read',
  'sender_missing',
  'sequence_of_other_kind',
  'site_linked_already',
] as const;
export type EnrollRefusal = (typeof ENROLL_REFUSALS)[number];

const BLOCKING: ReadonlySet<EnrollRefusal> = new Set(BLOCKS);

/** Whom an enrolment would write to. */
export interface RecipientStanding {
  readonly hasAddress: boolean;
  readonly hasBadAddress: boolean;
  readonly isSuppressed: boolean;
  readonly isEnrolled: boolean;
  readonly isErased: boolean;
  readonly isArchived: boolean;
  readonly country: string | null;
  readonly ground: Ground | null;
  readonly hasEvidence: boolean;
  readonly objectedOn: string | null;
}

/** What is known of everything an enrolment touches. */
export interface EnrollFacts {
  readonly isPitchClosed: boolean;
  readonly isPitchPaused: boolean;
  readonly isCampaignClosed: boolean;
  readonly isCampaignPaused: boolean;
  readonly isOtherClient: boolean;
  readonly isOtherKind: boolean;
  readonly recipient: RecipientStanding | null;
  /** Whether any step needs an address. */
  readonly needsAddress: boolean;
  readonly isCold: boolean;
  /** The first mail of this pitch: conflicts are asked then only. */
  readonly isFirst: boolean;
  readonly conflicts: readonly ConflictReason[];
  readonly mailbox: {
    readonly isPaused: boolean;
    readonly isForClient: boolean;
    readonly isHistoryRead: boolean;
    readonly hasSender: boolean;
  };
  readonly texts: { readonly isMissing: boolean; readonly isBroken: boolean };
  readonly moments: { readonly isTooLate: boolean; readonly isNever: boolean };
  readonly today: string;
}

/** Every reason that stands against an enrolment now, those that make it impossible first. */
export function enrollRefusals(facts: EnrollFacts): readonly { code: EnrollRefusal; blocks: boolean }[] {
  const found: Readonly<Partial<Record<EnrollRefusal, boolean>>> = {
    pitch_closed: facts.isPitchClosed,
    pitch_paused: facts.isPitchPaused,
    campaign_closed: facts.isCampaignClosed,
    campaign_paused: facts.isCampaignPaused,
    sequence_of_other_client: facts.isOtherClient,
    sequence_of_other_kind: facts.isOtherKind,
    ...ofRecipient(facts),
    ...ofSite(facts),
    variable_missing: facts.texts.isMissing,
    template_broken: facts.texts.isBroken,
    after_deadline: facts.moments.isTooLate,
    never_open: facts.moments.isNever,
    mailbox_paused: facts.mailbox.isPaused,
    mailbox_not_for_client: !facts.mailbox.isForClient,
    history_not_read: facts.isCold && !facts.mailbox.isHistoryRead,
    sender_missing: !facts.mailbox.hasSender,
  };
  return ENROLL_REFUSALS.filter((code) => found[code] === true).map((code) => ({
    code,
    blocks: BLOCKING.has(code),
  }));
}

type Found = Readonly<Partial<Record<EnrollRefusal, boolean>>>;

function ofRecipient({ recipient, needsAddress, isCold, today }: EnrollFacts): Found {
  if (recipient === null || recipient.isErased || recipient.isArchived) return { no_contact: true };
  const lacksAddress = needsAddress && !recipient.hasAddress;
  const word = mayMail({ ...recipient, hasAddress: true, today });
  return {
    enrolled_already: recipient.isEnrolled,
    objected: recipient.objectedOn !== null,
    suppressed: recipient.isSuppressed,
    bounced: lacksAddress && recipient.hasBadAddress,
    no_address: lacksAddress && !recipient.hasBadAddress,
    ground_missing: isCold && word.code === 'ground_missing',
    ground_undecided: isCold && word.answer === 'ask',
  };
}

const COLLEAGUES: readonly ConflictReason[] = [
  'locked_by_other',
  'contacted_lately',
  'contacted_for_other_client',
];

function ofSite({ conflicts, isCold, isFirst }: EnrollFacts): Found {
  return {
    do_not_contact_site: conflicts.includes('do_not_contact'),
    excluded_by_client: conflicts.includes('excluded'),
    conflict: isCold && isFirst && COLLEAGUES.some((reason) => conflicts.includes(reason)),
    site_linked_already: isCold && isFirst && conflicts.includes('already_links'),
  };
}
