import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { recordTimeline } from '../../ui/record-timeline-api.js';
import { type ContactSearch, contactFilter } from './contact-search.js';
import type {
  AddressChange,
  ContactAddress,
  ContactChange,
  ContactDetail,
  NewAddress,
  NewContact,
  NewGround,
  NewPlace,
  Objection,
} from './contact-views.js';

const PAGE_OF_ROWS = 100;

/** The keys under which answers about contacts are kept. */
export const contactKeys = {
  all: ['contacts'] as const,
  lists: ['contacts', 'list'] as const,
  one: (id: string) => ['contacts', 'one', id] as const,
};

/** The contacts of a search, page after page. */
export function contactList(search: ContactSearch) {
  const query = { ...contactFilter(search), sort: search.sort ?? 'name' };
  return infiniteQueryOptions({
    queryKey: [...contactKeys.lists, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/contacts', { params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } }, signal }),
    ),
  });
}

/** One contact with its addresses, places and grounds. */
export function contactDetail(id: string) {
  return queryOptions({
    queryKey: contactKeys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });
}

/** Where the contacts of a search can be downloaded. */
export function exportAddress(search: ContactSearch, format: 'csv' | 'xlsx'): string {
  const words = Object.entries(contactFilter(search)).map(([key, value]) => [key, String(value)]);
  return `/api/v1/contacts/export?${new URLSearchParams([['format', format], ...words]).toString()}`;
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with a contact; each answers the contact as it is then. */
export const contactActs = {
  add: (body: NewContact, headers: KeyHeader) => bodyOf(api.POST('/api/v1/contacts', { body, headers })),
  change: (id: string, body: ContactChange) =>
    bodyOf(api.PATCH('/api/v1/contacts/{id}', { ...at(id), body })),
  archive: (id: string) => bodyOf(api.POST('/api/v1/contacts/{id}/archive', at(id))),
  restore: (id: string) => bodyOf(api.POST('/api/v1/contacts/{id}/restore', at(id))),
  erase: (id: string) => bodyOf(api.POST('/api/v1/contacts/{id}/erase', at(id))),
  objected: (id: string, body: Objection) =>
    bodyOf(api.POST('/api/v1/contacts/{id}/objected', { ...at(id), body })),
  addAddress: (id: string, body: NewAddress, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/contacts/{id}/addresses', { ...at(id), body, headers })),
  changeAddress: (id: string, body: AddressChange) =>
    bodyOf(api.PATCH('/api/v1/contact-addresses/{id}', { ...at(id), body })),
  removeAddress: (id: string) => bodyOf(api.DELETE('/api/v1/contact-addresses/{id}', at(id))),
  addPlace: (id: string, body: NewPlace, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/contacts/{id}/places', { ...at(id), body, headers })),
  endPlace: (id: string) => bodyOf(api.POST('/api/v1/contact-places/{id}/end', at(id))),
  recordGround: (id: string, body: NewGround, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/contacts/{id}/grounds', { ...at(id), body, headers })),
  withdrawGround: (id: string) => bodyOf(api.POST('/api/v1/contact-grounds/{id}/withdraw', at(id))),
} as const;

/** Looks at one address now: how it is written and whether its domain takes mail. */
export function checkAddress(id: string): Promise<ContactAddress> {
  return bodyOf(api.POST('/api/v1/contact-addresses/{id}/check', at(id)));
}

/** Asks the verifying service whether mail to an address arrives. */
export function verifyAddress(id: string): Promise<ContactAddress> {
  return bodyOf(api.POST('/api/v1/contact-addresses/{id}/verify', at(id)));
}

/** Shows a contact as an act left it; the lists and its timeline are asked for again. */
export async function showContact(queries: QueryClient, contact: ContactDetail): Promise<void> {
  queries.setQueryData(contactKeys.one(contact.id), contact);
  await Promise.all([
    queries.invalidateQueries({ queryKey: contactKeys.lists }),
    queries.invalidateQueries({ queryKey: recordTimeline('contact', contact.id).queryKey }),
  ]);
}
