import type { ContactFacts } from '../../core/contacts/contact-facts.js';
import { readName } from '../../core/contacts/name-key.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { ContactColumns } from './contact-rows.repository.js';
import type { ContactWish, NewContact, NewGround } from './contact-wish.dto.js';

/** What somebody says of a new contact, as facts; its sites are found already. Throws `request.invalid` for what is no time zone. */
export function wishedFacts(wish: NewContact, siteIds: readonly string[]): ContactFacts {
  refuseZone(wish.timeZone);
  return {
    name: wish.name,
    firstName: wish.firstName,
    lastName: wish.lastName,
    position: wish.position,
    language: wish.language,
    formOfAddress: wish.formOfAddress,
    country: wish.country,
    timeZone: wish.timeZone,
    notes: wish.notes,
    addresses: mainFirst(wish.addresses ?? []),
    siteIds,
    publisherId: wish.publisherId,
    role: wish.role,
    ground: wish.ground,
  };
}

/** Fields of a change that are written as they are sent, with their columns. */
const PLAIN = {
  position: 'position',
  language: 'language',
  formOfAddress: 'form_of_address',
  timeZone: 'time_zone',
  country: 'country',
  notes: 'notes',
} as const;

/** The columns a change writes; parts of the name make the whole anew unless the whole is given, too. Throws like `wishedFacts`. */
export function changedColumns(
  wish: ContactWish,
  known: { firstName: string; lastName: string },
): ContactColumns {
  refuseZone(wish.timeZone);
  const columns: ContactColumns = { ...nameColumns(wish, known) };
  for (const [field, column] of Object.entries(PLAIN)) {
    const value = wish[field as keyof typeof PLAIN];
    if (value !== undefined) columns[column] = value;
  }
  return columns;
}

function nameColumns(
  { name, firstName, lastName }: ContactWish,
  known: { firstName: string; lastName: string },
): ContactColumns {
  if (name === undefined && firstName === undefined && lastName === undefined) return {};
  const read = readName({
    name,
    firstName: firstName ?? known.firstName,
    lastName: lastName ?? known.lastName,
  });
  return { name: read.name, first_name: read.firstName, last_name: read.lastName };
}

/** Whether words are missing: another ground without them could not be judged later. */
export function needsWords({ ground, evidenceText }: NewGround): boolean {
  return ground === 'other' && (evidenceText ?? '').trim() === '';
}

function mainFirst(addresses: NonNullable<NewContact['addresses']>): ContactFacts['addresses'] {
  return [...addresses].sort((one, other) => Number(other.isMain === true) - Number(one.isMain === true));
}

const ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

function refuseZone(zone: string | null | undefined): void {
  if (zone === undefined || zone === null || ZONES.has(zone)) return;
  const message = 'timeZone: must be a zone of the tz database';
  throw new RequestInvalid([{ field: 'timeZone', code: 'time_zone', message, params: {} }]);
}
