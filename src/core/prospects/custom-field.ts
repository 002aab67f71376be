import { isCalendarDay } from '../calendar/calendar-day.js';
/** What a field of a team's own may hold. */
export const CUSTOM_TYPES = ['text', 'number', 'date', 'yes_no', 'choice', 'url'] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

/** The records that may have such fields. */
export const CUSTOM_RECORDS = ['prospect', 'contact', 'publisher'] as const;
export type CustomRecord = (typeof CUSTOM_RECORDS)[number];

/** A field as far as its values are judged by it. */
export interface CustomField {
  readonly type: CustomType;
  /** What may be chosen, for `choice`. */
  readonly choices: readonly string[];
}

/** A value as it is sent and shown: text, date and choice as text, yes and no as true and false. */
export type CustomValue = string | number | boolean;

/** A value as it is kept: in exactly one of the columns; yes and no are 1 and 0. */
export interface KeptValue {
  readonly text: string | null;
  readonly number: number | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
}

/** What is wrong with a value, as the code of a field fault. */
export type CustomFault = 'string' | 'number' | 'boolean' | 'day' | 'in' | 'web_address' | 'max_length';

/** The longest text a field keeps. */
const LONGEST = 2000;

const ADDRESS = /^https?:\/\/[^\s/?#]+\.[^\s]*$/i;
const YES = ['true', 'yes', 'ja', '1'];
const NO = ['false', 'no', 'nee', '0'];

export type ReadCustom =
  | { readonly ok: true; readonly kept: KeptValue }
  | { readonly ok: false; readonly code: CustomFault };

/**
 * Reads a value for a field. Texts are taken for numbers, yes and no where they are written plainly ("12.5", "yes"), because files hold
 * nothing but text; a choice is found whatever its case.
 */
export function readCustomValue(field: CustomField, value: CustomValue): ReadCustom {
  return READERS[field.type](value, field);
}

/** The value as it is shown; null where none is kept. */
export function shownCustomValue(type: CustomType, kept: KeptValue): CustomValue | null {
  if (type === 'number') return kept.number;
  if (type === 'yes_no') return kept.number === null ? null : kept.number === 1;
  return type === 'date' ? kept.date : kept.text;
}

type Reader = (value: CustomValue, field: CustomField) => ReadCustom;

const READERS: Readonly<Record<CustomType, Reader>> = {
  text: (value) => (typeof value === 'string' ? text(value) : fault('string')),
  number: (value) => {
    const number = numberOf(value);
    return number !== null && Number.isFinite(number) ? kept({ number }) : fault('number');
  },
  date: (value) => (typeof value === 'string' && isCalendarDay(value) ? kept({ date: value }) : fault('day')),
  yes_no: (value) => {
    const word = String(value).trim().toLowerCase();
    if (YES.includes(word)) return kept({ number: 1 });
    return NO.includes(word) ? kept({ number: 0 }) : fault('boolean');
  },
  choice: (value, { choices }) => {
    const wanted = String(value).trim().toLowerCase();
    const choice = choices.find((known) => known.toLowerCase() === wanted);
    return choice === undefined ? fault('in') : kept({ text: choice });
  },
  url: (value) =>
    typeof value === 'string' && ADDRESS.test(value.trim()) ? text(value) : fault('web_address'),
};

function numberOf(value: CustomValue): number | null {
  if (typeof value === 'number') return value;
  const isPlain = typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(value.trim());
  return isPlain ? Number(value) : null;
}

function text(value: string): ReadCustom {
  const clean = value.replaceAll('\u0000', '').trim();
  return clean.length > LONGEST ? fault('max_length') : kept({ text: clean });
}

function kept(part: Partial<KeptValue>): ReadCustom {
  return { ok: true, kept: { text: null, number: null, date: null, ...part } };
}

function fault(code: CustomFault): ReadCustom {
  return { ok: false, code };
}

/** The key of a field made from its name: small letters, digits and underscores; null where nothing of it can be written so. */
export function fieldKeyOf(name: string): string | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const key = plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, 40);
  const trimmed = key.endsWith('_') ? key.slice(0, -1) : key;
  return trimmed === '' ? null : trimmed;
}

/** Whether two values of a field are the same; null is no value. */
export function isSameValue(one: KeptValue | null, other: KeptValue | null): boolean {
  if (one === null || other === null) return one === other;
  return one.text === other.text && one.number === other.number && one.date === other.date;
}
