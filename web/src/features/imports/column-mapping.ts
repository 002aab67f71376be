import type { ImportContentView, ImportMapping } from '../../api/import-views.js';

/** Fields of which a file may have any number; those of no list are kept with every content that can hold them. */
const FAMILY = /^(?:metric|custom|competitor|remark)\./;
const PERSON_FIELDS = [
  'email',
  'email_2',
  'email_3',
  'email_4',
  'email_5',
  'contact_name',
  'first_name',
  'last_name',
] as const;
const DAY_FIELDS = ['due_on', 'agreed_on', 'first_seen', 'last_seen', 'lost_on', 'last_contacted'];
const FRACTION = /^(?:price(?:_|$)|metric\.)/;
const PRICES = ['price', 'price_guest_post', 'price_link_insertion'];

/** What the column at this place is read as; one column may hold two fields. */
export function fieldsOf(mapping: ImportMapping, column: number): string[] {
  return Object.keys(mapping).filter((field) => mapping[field] === column);
}

/** Reads a column as one field, or as none. A field has one column: the one that was it before is left out. */
export function withColumn(mapping: ImportMapping, column: number, field: string | null): ImportMapping {
  const kept = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? kept : [...kept, [field, column]]);
}

/** The groups of fields of which a row must have one, and no column is read as any. */
export function missingGroups(
  mapping: ImportMapping,
  required: ImportContentView['required'],
): readonly (readonly string[])[] {
  return required.filter((group) => group.every((field) => mapping[field] === undefined));
}

/** What is left of a mapping when the file turns out to hold something else: columns that mean something there, too. */
export function mappingFor(content: ImportContentView, mapping: ImportMapping): ImportMapping {
  const isKept = (field: string) => FAMILY.test(field) || content.fields.includes(field);
  return Object.fromEntries(Object.entries(mapping).filter(([field]) => isKept(field)));
}

/** The first line of the notes no column is kept as yet. */
export function freeRemark(mapping: ImportMapping): string {
  let number = 1;
  while (mapping[`remark.${number}`] !== undefined) number += 1;
  return `remark.${number}`;
}

/** Whether rows bring people, so that a ground for mailing them is asked. */
export function bringsPeople(content: ImportContentView['content'], mapping: ImportMapping): boolean {
  const isOfPeople = content === 'contacts' || content === 'prospects';
  return isOfPeople && PERSON_FIELDS.some((field) => mapping[field] !== undefined);
}

/** Whether a column holds days. */
export function hasDays(mapping: ImportMapping): boolean {
  return DAY_FIELDS.some((field) => mapping[field] !== undefined);
}

/** Whether a column holds numbers that may be fractions. */
export function hasFractions(mapping: ImportMapping): boolean {
  return Object.keys(mapping).some((field) => FRACTION.test(field));
}

/** Whether prices stand in the file without their currency. */
export function lacksCurrency(mapping: ImportMapping): boolean {
  return tellsPrices(mapping) && mapping['currency'] === undefined;
}

/** Whether a column holds prices. */
export function tellsPrices(mapping: ImportMapping): boolean {
  return PRICES.some((field) => mapping[field] !== undefined);
}
