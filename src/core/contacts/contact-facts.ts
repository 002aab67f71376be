import type { AddressStatus, FormOfAddress, Ground } from './contact.js';
import { type MailAddress, readMailAddress } from './mail-address.js';
import { nameKey, readName } from './name-key.js';

/** Why somebody may be mailed, as a file or a person says it. */
export interface GroundFacts {
  readonly ground: Ground;
  readonly evidenceUrl?: string | null | undefined;
  /** YYYY-MM-DD. */
  readonly evidenceOn?: string | null | undefined;
  readonly evidenceText?: string | undefined;
}

/** All that is said of one contact; what is left out is not known. Sites and publisher are ids of the workspace. */
export interface ContactFacts {
  readonly name?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly position?: string | undefined;
  readonly addresses: readonly { readonly address: string; readonly status?: AddressStatus | undefined }[];
  readonly language?: string | null | undefined;
  readonly formOfAddress?: FormOfAddress | undefined;
  readonly country?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly notes?: string | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly publisherId?: string | null | undefined;
  readonly role?: string | undefined;
  readonly ground?: GroundFacts | undefined;
}

/** What is kept of the person beside addresses, places and grounds; empty text and null are "not known". */
export interface ContactFields {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: string;
  readonly language: string | null;
  readonly formOfAddress: FormOfAddress;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly notes: string;
}

type ReadAddress = MailAddress & { readonly status: AddressStatus | null };

/** Facts in the form they are compared and kept in. */
export interface ReadFacts {
  readonly fields: ContactFields;
  readonly nameKey: string;
  /** Each mailbox once, in the order given. */
  readonly addresses: readonly ReadAddress[];
  /** Texts that are no addresses. */
  readonly badAddresses: readonly string[];
  readonly places: readonly { readonly siteId: string | null; readonly publisherId: string | null }[];
  readonly role: string;
  readonly ground: ReadGround | null;
}

/** A ground with its evidence, as it is kept. */
export interface ReadGround {
  readonly ground: Ground;
  readonly evidenceUrl: string | null;
  readonly evidenceOn: string | null;
  readonly evidenceText: string;
}

/** Brings facts into the form they are kept in: names spaced singly, codes in their case, addresses read, each place once. */
export function readFacts(facts: ContactFacts): ReadFacts {
  const name = readName(facts);
  const read = facts.addresses.map(({ address, status }) => ({
    address,
    status: status ?? null,
    mail: readMailAddress(address),
  }));
  const addresses = new Map<string, ReadAddress>();
  for (const { mail, status } of read) {
    if (mail.ok && !addresses.has(mail.mail.key)) addresses.set(mail.mail.key, { ...mail.mail, status });
  }
  return {
    fields: {
      ...name,
      position: text(facts.position, 200),
      language: code(facts.language?.toLowerCase(), /^[a-z]{2}$/),
      formOfAddress: facts.formOfAddress ?? 'unknown',
      country: code(facts.country?.toUpperCase(), /^[A-Z]{2}$/),
      timeZone: code(facts.timeZone, /^[A-Za-z0-9_+/-]{1,60}$/),
      notes: (facts.notes ?? '').replaceAll('\u0000', '').trim().slice(0, 10_000),
    },
    nameKey: nameKey(name.name),
    addresses: [...addresses.values()],
    badAddresses: read.flatMap(({ mail, address }) => (mail.ok ? [] : [address])),
    places: placesOf(facts),
    role: text(facts.role, 200),
    ground: facts.ground === undefined ? null : groundOf(facts.ground),
  };
}

function placesOf({ siteIds = [], publisherId }: ContactFacts): ReadFacts['places'] {
  const sites = [...new Set(siteIds)].map((siteId) => ({ siteId, publisherId: null }));
  return publisherId === undefined || publisherId === null
    ? sites
    : [...sites, { siteId: null, publisherId }];
}

function groundOf(facts: GroundFacts): ReadGround {
  return {
    ground: facts.ground,
    evidenceUrl: facts.evidenceUrl ?? null,
    evidenceOn: facts.evidenceOn ?? null,
    evidenceText: (facts.evidenceText ?? '').replaceAll('\u0000', '').trim().slice(0, 4000),
  };
}

function text(given: string | undefined, longest: number): string {
  return (given ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest);
}

function code(given: string | null | undefined, form: RegExp): string | null {
  const trimmed = (given ?? '').trim();
  return form.test(trimmed) ? trimmed : null;
}
