import type { ContactDetail, FormOfAddress } from '../contact-views.js';

/** A person as they are typed into a form. */
export interface PersonDraft {
  readonly name: string;
  readonly position: string;
  readonly addresses: string[];
  readonly siteAddresses: string[];
  readonly language: string | null;
  readonly formOfAddress: FormOfAddress;
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly notes: string;
  readonly [further: string]: unknown;
}

/** What a form starts with: what is known of a contact, or nothing. */
export function personDraft(known: Partial<ContactDetail> = {}): PersonDraft {
  return {
    name: known.name ?? '',
    position: known.position ?? '',
    addresses: [],
    siteAddresses: [],
    language: known.language ?? null,
    formOfAddress: known.formOfAddress ?? 'unknown',
    timeZone: known.timeZone ?? null,
    country: known.country ?? null,
    notes: known.notes ?? '',
  };
}
