import type { ReadFacts } from './contact-facts.js';

/** What somebody without an address is looked for by: the name with a place, or the name alone where no place is told. */
export function askedNames(facts: ReadFacts): string[] {
  return facts.addresses.length > 0 ? [] : nameIdentities(facts);
}

/** What a contact of these facts is known by beside its addresses. */
export function nameIdentities({ nameKey, places }: ReadFacts): string[] {
  if (nameKey === '') return [];
  if (places.length === 0) return [nameIdentity(nameKey, null)];
  return places.map((place) => nameIdentity(nameKey, place.siteId ?? place.publisherId));
}

/** The key of a name at a place, or of a name alone. */
export function nameIdentity(nameKey: string, placeId: string | null): string {
  return `${nameKey}\u0000${placeId ?? ''}`;
}

/** Why facts make no contact: nothing says who it is, or the one address given cannot be read. */
export type FactsRefusal = 'contact.nameless' | 'contact.address_invalid';

/** Whether facts can make a contact; null when they can. */
export function refuseFacts(facts: ReadFacts): FactsRefusal | null {
  if (facts.nameKey !== '' || facts.addresses.length > 0) return null;
  return facts.badAddresses.length > 0 ? 'contact.address_invalid' : 'contact.nameless';
}
