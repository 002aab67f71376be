import type { IntakeMode } from '../imports/intake.js';
import type { AddressStatus, Ground } from './contact.js';
import type { ContactFields, ReadFacts, ReadGround } from './contact-facts.js';
import { nameKey } from './name-key.js';

export interface DraftAddress {
  readonly address: string;
  readonly key: string;
  readonly status: AddressStatus;
  readonly isMain: boolean;
}

export interface DraftPlace {
  readonly siteId: string | null;
  readonly publisherId: string | null;
  readonly role: string;
  readonly isFormer: boolean;
}

/** A contact as it stands, or as facts would leave it. Addresses, places and grounds keep their order; new ones come last. */
export interface ContactDraft {
  readonly fields: ContactFields;
  readonly addresses: readonly DraftAddress[];
  readonly places: readonly DraftPlace[];
  /** Those that are not withdrawn, oldest first. */
  readonly grounds: readonly ReadGround[];
  readonly hasObjected: boolean;
}

/** A contact nothing is known of. */
export const EMPTY_DRAFT: ContactDraft = {
  fields: {
    name: '',
    firstName: '',
    lastName: '',
    position: '',
    language: null,
    formOfAddress: 'unknown',
    country: null,
    timeZone: null,
    notes: '',
  },
  addresses: [],
  places: [],
  grounds: [],
  hasObjected: false,
};

/**
 * What facts make of a contact. `fill` writes only what is empty or unknown; `replace` writes what the facts say; nothing is ever emptied.
 * Addresses and places are added in both, a place that is over stays over, and the ground of somebody who objected stays none: an import must
 * not undo an objection. The same draft is answered when nothing changes.
 */
export function applyFacts(draft: ContactDraft, facts: ReadFacts, mode: IntakeMode): ContactDraft {
  const fields = mergedFields(draft.fields, facts.fields, mode);
  const addresses = mergedAddresses(draft.addresses, facts, mode);
  const places = mergedPlaces(draft.places, facts, mode);
  const grounds = mergedGrounds(draft, facts, mode);
  const isSame =
    fields === draft.fields &&
    addresses === draft.addresses &&
    places === draft.places &&
    grounds === draft.grounds;
  return isSame ? draft : { ...draft, fields, addresses, places, grounds };
}

function mergedFields(known: ContactFields, said: ContactFields, mode: IntakeMode): ContactFields {
  const entries = Object.entries(said) as [keyof ContactFields, string | null][];
  const changes = entries.filter(([key, value]) => {
    if (isUnknown(value) || value === known[key]) return false;
    return mode === 'replace' || isUnknown(known[key]);
  });
  return changes.length === 0 ? known : { ...known, ...Object.fromEntries(changes) };
}

function isUnknown(value: string | null): boolean {
  return value === null || value === '' || value === 'unknown';
}

function mergedAddresses(
  known: readonly DraftAddress[],
  facts: ReadFacts,
  mode: IntakeMode,
): readonly DraftAddress[] {
  const said = new Map(facts.addresses.map((address) => [address.key, address]));
  const kept = known.map((address) => {
    const status = said.get(address.key)?.status ?? null;
    const isWritten =
      status !== null && status !== address.status && (mode === 'replace' || address.status === 'unknown');
    return isWritten ? { ...address, status } : address;
  });
  const keys = new Set(known.map((address) => address.key));
  const added = facts.addresses
    .filter(({ key }) => !keys.has(key))
    .map(({ address, key, status }, place) => ({
      address,
      key,
      status: status ?? 'unknown',
      isMain: known.length === 0 && place === 0,
    }));
  const isSame = added.length === 0 && kept.every((address, place) => address === known[place]);
  return isSame ? known : [...kept, ...added];
}

function mergedPlaces(
  known: readonly DraftPlace[],
  { places, role }: ReadFacts,
  mode: IntakeMode,
): readonly DraftPlace[] {
  const keyOf = (place: { siteId: string | null; publisherId: string | null }) =>
    `${place.siteId}/${place.publisherId}`;
  const said = new Set(places.map(keyOf));
  const kept = known.map((place) => {
    const isWritten =
      said.has(keyOf(place)) &&
      role !== '' &&
      role !== place.role &&
      (mode === 'replace' || place.role === '');
    return isWritten ? { ...place, role } : place;
  });
  const keys = new Set(known.map(keyOf));
  const added = places
    .filter((place) => !keys.has(keyOf(place)))
    .map((place) => ({ ...place, role, isFormer: false }));
  const isSame = added.length === 0 && kept.every((place, at) => place === known[at]);
  return isSame ? known : [...kept, ...added];
}

function mergedGrounds(
  { grounds, hasObjected }: ContactDraft,
  { ground }: ReadFacts,
  mode: IntakeMode,
): readonly ReadGround[] {
  if (ground === null || hasObjected) return grounds;
  if (mode === 'fill' && grounds.length > 0) return grounds;
  return grounds.some((known) => isSameGround(known, ground)) ? grounds : [...grounds, ground];
}

function isSameGround(one: ReadGround, other: ReadGround): boolean {
  return (
    one.ground === other.ground &&
    one.evidenceUrl === other.evidenceUrl &&
    one.evidenceOn === other.evidenceOn &&
    one.evidenceText === other.evidenceText
  );
}

/** What lists and searches need of a contact, kept on its row. */
export interface ContactSummary {
  readonly nameKey: string;
  readonly mainAddress: string | null;
  readonly mainAddressStatus: AddressStatus | null;
  readonly ground: Ground | null;
  readonly isFormer: boolean;
  readonly searchText: string;
}

/** Letters of the searched text; what is longer is no longer searched. */
const SEARCHED = 2000;

/**
 * The summary of a contact: its main address or else the first; the newest ground that holds; former when every place is over (somebody without a
 * place is not). Searched are the name with and without accents, the position and the addresses.
 */
export function summarise(draft: ContactDraft): ContactSummary {
  const main = draft.addresses.find((address) => address.isMain) ?? draft.addresses[0] ?? null;
  const key = nameKey(draft.fields.name);
  const words = [
    key,
    draft.fields.name.toLowerCase(),
    draft.fields.position.toLowerCase(),
    ...draft.addresses.map((address) => address.key),
  ];
  return {
    nameKey: key,
    mainAddress: main?.address ?? null,
    mainAddressStatus: main?.status ?? null,
    ground: draft.grounds.at(-1)?.ground ?? null,
    isFormer: draft.places.length > 0 && draft.places.every((place) => place.isFormer),
    searchText: [...new Set(words)].join(' ').trim().slice(0, SEARCHED),
  };
}
