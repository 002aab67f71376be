/** How a person is spoken to: `informal` is je, du, tu; `formal` is u, Sie, vous. Languages without the difference stay unknown. */
export const FORMS_OF_ADDRESS = ['unknown', 'informal', 'formal'] as const;
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

/** What is known about whether mail to an address arrives; `unknown` is the state of what could not be told. */
export const ADDRESS_STATUSES = ['unknown', 'valid', 'risky', 'invalid', 'bounced'] as const;
export type AddressStatus = (typeof ADDRESS_STATUSES)[number];

/** Why somebody may be mailed (D266, D268). */
export const GROUNDS = [
  'consent',
  'published_for_purpose',
  'existing_customer',
  'journalist_request',
  'ongoing_correspondence',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Why a ground no longer holds. */
export const WITHDRAWN_REASONS = ['new_owner', 'objected', 'by_hand'] as const;
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number];
