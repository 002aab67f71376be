import { readMailAddress } from '../contacts/mail-address.js';
import { addressStatus, prospectStatus, relationshipStage } from './people-words.js';
import { countryCode, languageCode } from './places.js';
import { fieldsOf, present } from './read-site.js';
import type { ContactRecord, ProspectRecord } from './record.js';
import type { FieldKey, RecordMapping } from './record-field.js';
import type { RowCells } from './row-cells.js';

const EMAILS = ['email', 'email_2', 'email_3', 'email_4', 'email_5'] as const;
const LONGEST_TAG = 60;
const MOST_TAGS = 50;

/** Reads what a row says of a site that may be approached. Words that are none of ours become lines of the notes. */
export function readProspect(
  row: RowCells,
  mapping: RecordMapping,
  furtherLines: readonly string[],
): ProspectRecord {
  const status = prospectStatus(row.raw('status'));
  const stage = relationshipStage(row.raw('stage'));
  const asides = [
    status === null ? aside(row, 'status') : '',
    stage === null ? aside(row, 'stage') : '',
    ...furtherLines,
  ].filter((line) => line !== '');
  const notes = [row.text('notes'), ...asides].filter((line) => line !== '').join('\n');
  const custom = Object.fromEntries(
    fieldsOf(mapping, 'custom.')
      .map((field) => [field.slice('custom.'.length), row.text(field)] as const)
      .filter(([, text]) => text !== ''),
  );
  return present({
    status: status ?? undefined,
    stage: stage ?? undefined,
    tags: listOf(row.text('tags')),
    topics: listOf(row.text('topics')),
    language: languageCode(row.raw('language')) ?? undefined,
    country: countryCode(row.raw('country')) ?? undefined,
    owner: textOr(row.line('owner').toLowerCase()),
    notes: textOr(notes.slice(0, 20_000)),
    doNotContact: row.yesNo('do_not_contact'),
    custom: Object.keys(custom).length > 0 ? custom : undefined,
  });
}

/** Reads a person, with further lines for the notes; undefined when the row names nobody and holds no address. */
export function readContact(
  row: RowCells,
  mapping: RecordMapping,
  asides: readonly string[] = [],
): ContactRecord | undefined {
  const addresses = readAddresses(row);
  const name = textOr(row.line('contact_name').slice(0, 200));
  const firstName = textOr(row.line('first_name').slice(0, 200));
  const lastName = textOr(row.line('last_name').slice(0, 200));
  if (addresses.length === 0 && [name, firstName, lastName].every((part) => part === undefined))
    return undefined;
  const phone = row.line('phone');
  const notes = [phone === '' ? '' : `${row.header('phone')}: ${phone}`, ...asides, ...remarks(row, mapping)];
  return {
    addresses,
    ...present({
      name,
      firstName,
      lastName,
      position: textOr(row.line('position').slice(0, 200)),
      language: languageCode(row.raw('language')) ?? undefined,
      country: countryCode(row.raw('country')) ?? undefined,
      notes: textOr(notes.filter((line) => line !== '').join('\n')),
    }),
  };
}

/** Several addresses may stand in one cell. */
function readAddresses(row: RowCells): ContactRecord['addresses'] {
  const status = addressStatus(row.raw('email_status'));
  const found = new Map<string, { address: string; status?: NonNullable<typeof status> }>();
  for (const field of EMAILS) {
    const cell = row.text(field);
    if (cell === '') continue;
    for (const text of cell.split(/[;,|\n]+|\s+(?=\S+@)/)) {
      if (text.trim() === '') continue;
      const read = readMailAddress(text);
      if (!read.ok) row.refuse(field, 'not_a_mail_address');
      else if (!found.has(read.mail.key))
        found.set(read.mail.key, {
          address: read.mail.address,
          ...(status === null || found.size > 0 ? {} : { status }),
        });
    }
  }
  return [...found.values()];
}

/** Columns kept as lines of notes, each under its header. */
export function remarks(row: RowCells, mapping: RecordMapping): string[] {
  return fieldsOf(mapping, 'remark.')
    .map((field) => aside(row, field))
    .filter((line) => line !== '');
}

/** A cell as a line of notes under its header; '' when it is empty. */
export function aside(row: RowCells, field: FieldKey): string {
  const text = row.line(field);
  return text === '' ? '' : `${row.header(field)}: ${text}`;
}

function listOf(text: string): string[] | undefined {
  if (text === '') return undefined;
  const words = text.split(/[,;|\n]+/).map((word) => word.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TAG));
  const kept = [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_TAGS);
  return kept.length > 0 ? kept : undefined;
}

function textOr(text: string): string | undefined {
  return text === '' ? undefined : text;
}
