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

export interface MayMail {
  readonly answer: 'yes' | 'no' | 'ask';
  readonly code: string;
}

export interface PlaceInRow {
  readonly siteId: string | null;
  readonly publisherId: string | null;
  readonly label: string;
  readonly role: string;
  readonly isFormer: boolean;
}

export interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly language: string | null;
  readonly formOfAddress: FormOfAddress;
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly mainAddress: string | null;
  readonly mainAddressStatus: AddressStatus | null;
  readonly addressCount: number;
  readonly places: readonly PlaceInRow[];
  readonly placeCount: number;
  readonly ground: Ground | null;
  readonly mayMail: MayMail;
  readonly isFormer: boolean;
  readonly objectedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly revision: number;
}

export interface ContactAddress {
  readonly id: string;
  readonly address: string;
  readonly isMain: boolean;
  readonly status: AddressStatus;
  readonly findingCode: string | null;
  readonly checkedAt: string | null;
  readonly checkedBy: string | null;
}

export interface ContactPlace extends PlaceInRow {
  readonly id: string;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
}

export interface ContactGround {
  readonly id: string;
  readonly ground: Ground;
  readonly evidenceUrl: string | null;
  readonly evidenceOn: string | null;
  readonly evidenceText: string;
  readonly recordedAt: string;
  readonly recordedByName: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: 'new_owner' | 'objected' | 'by_hand' | null;
}

export interface ContactDetail extends ContactRow {
  readonly firstName: string;
  readonly lastName: string;
  readonly notes: string;
  readonly erasedAt: string | null;
  readonly places: readonly ContactPlace[];
  readonly addresses: readonly ContactAddress[];
  readonly grounds: readonly ContactGround[];
  readonly hints: { readonly language: string | null; readonly country: string | null };
  readonly warnings: readonly { readonly contactId: string; readonly name: string }[];
}

/** Somebody who may be a contact, with the page that says so. */
export interface Proposal {
  readonly id: string;
  readonly siteId: string;
  readonly displayHost: string;
  readonly name: string;
  readonly position: string;
  readonly address: string | null;
  readonly isGeneric: boolean;
  readonly pageUrl: string;
  readonly pageKind: 'contact' | 'about' | 'author' | 'imprint' | 'advertising' | 'home' | 'service';
  readonly evidenceText: string;
  readonly confidence: number | null;
  readonly foundBy: 'reading' | 'hunter';
  readonly foundAt: string;
  readonly proposedGround: Ground | null;
  readonly state: 'open' | 'accepted' | 'dismissed';
  readonly contactId: string | null;
  readonly knownContactId: string | null;
}

export const SERVICES = ['hunter', 'ahrefs', 'moz', 'search'] as const;
export type Service = (typeof SERVICES)[number];

export interface ServiceKey {
  readonly service: Service;
  readonly isSet: boolean;
  readonly hint: string | null;
  readonly baseUrl: string | null;
  readonly createdAt: string | null;
  readonly lastUsedAt: string | null;
  readonly lastErrorCode: string | null;
}

export interface ServiceKeyTest {
  readonly isAccepted: boolean;
  readonly code: string | null;
  readonly message: string | null;
  readonly quota: { readonly remaining: number | null; readonly limit: number | null } | null;
}
