import { readMailAddress } from '../contacts/mail-address.js';

/** A person or an organisation that structured data names (schema.org). */
export interface StructuredContact {
  readonly name: string;
  readonly position: string;
  /** Null where none is told, or what is told is no address. */
  readonly address: string | null;
  readonly isPerson: boolean;
}

const PEOPLE = /^(?:https?:\/\/schema\.org\/)?Person$/;
const ORGANISATIONS = /(?:Organization|Corporation|Business)$/;

/** Objects looked at in one block: a page may nest without end. */
const MOST = 2000;

/** People and organisations in a block of JSON-LD; nothing when it is no JSON. */
export function structuredContacts(json: string): StructuredContact[] {
  const found: StructuredContact[] = [];
  const waiting: unknown[] = [parsed(json)];
  for (let looked = 0; looked < MOST && waiting.length > 0; looked += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    waiting.push(...(Object.values(value) as unknown[]).reverse());
    const contact = Array.isArray(value) ? null : contactOf(value as Readonly<Record<string, unknown>>);
    if (contact !== null) found.push(contact);
  }
  return found;
}

function contactOf(value: Readonly<Record<string, unknown>>): StructuredContact | null {
  const types = [value['@type']].flat().filter((type) => typeof type === 'string');
  const isPerson = types.some((type) => PEOPLE.test(type));
  const isPoint = types.includes('ContactPoint');
  if (!isPerson && !isPoint && !types.some((type) => ORGANISATIONS.test(type))) return null;
  const mail = readMailAddress(textOf(value['email']));
  const contact = {
    name: isPoint ? '' : textOf(value['name']),
    position: textOf(value[isPoint ? 'contactType' : 'jobTitle']),
    address: mail.ok ? mail.mail.address : null,
    isPerson,
  };
  return contact.address === null && !(isPerson && contact.name !== '') ? null : contact;
}

function textOf(value: unknown): string {
  const [first] = [value].flat();
  return typeof first === 'string' ? first.replace(/\s+/g, ' ').trim().slice(0, 200) : '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
