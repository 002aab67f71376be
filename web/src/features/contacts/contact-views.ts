import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

export const FORMS_OF_ADDRESS = ['unknown', 'informal', 'formal'] as const;
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

export const ADDRESS_STATUSES = ['unknown', 'valid', 'risky', 'invalid', 'bounced'] as const;
export type AddressStatus = (typeof ADDRESS_STATUSES)[number];
export const ADDRESS_FILTERS = ['none', ...ADDRESS_STATUSES] as const;

export const GROUNDS = [
  'consent',
  'published_for_purpose',
  'existing_customer',
  'journalist_request',
  'ongoing_correspondence',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];
export const GROUND_FILTERS = ['missing', ...GROUNDS] as const;

export const CONTACT_SORTS = ['name', 'newest', 'updated'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

/** What the server says of contacts, by the names of its own description. */
export type MayMail = Views['MayMailView'];
export type ContactRow = Views['ContactRow'];
export type ContactDetail = Views['ContactDetail'];
export type ContactAddress = Views['ContactAddressView'];
/** A place of one contact: more is known of it than of one in the list. */
export type ContactPlace = Views['ContactPlaceView'];
export type ContactGround = Views['ContactGroundView'];
/** Somebody who may be a contact, with the page that says so. */
export type Proposal = Views['ProposalView'];
export type Service = Views['OutsideService'];
export type ServiceKey = Views['ServiceKeyView'];
export type ServiceKeyTest = Views['ServiceKeyTest'];

/** What the server takes of contacts. */
export type NewContact = Views['NewContact'];
export type ContactChange = Views['ContactChange'];
export type NewAddress = Views['NewAddress'];
export type AddressChange = Views['AddressChange'];
export type NewPlace = Views['NewPlace'];
export type NewGround = Views['NewGround'];
export type Objection = Views['Objection'];
export type ProposalWish = Views['ProposalWish'];
export type NewServiceKey = Views['NewServiceKey'];
