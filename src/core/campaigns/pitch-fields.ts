import { isCalendarDay } from '../calendar/calendar-day.js';
import type { Kind, OwnField } from './kind.js';
import { isProven, readSights } from './proof.js';

/** A value of an own field that cannot be kept: which field, where in it (`[2]`, `.currency`, empty for all of it), and the code of the fault. */
export interface FieldFault {
  readonly field: string;
  readonly at: string;
  readonly code: FieldFaultCode;
  readonly limit?: number;
}

export type FieldFaultCode =
  | 'unknown_field'
  | 'string'
  | 'number'
  | 'boolean'
  | 'day'
  | 'in'
  | 'uuid'
  | 'web_address'
  | 'max_length'
  | 'min'
  | 'max'
  | 'array'
  | 'array_max_size'
  | 'object'
  | 'matches'
  | 'int';

type Fault = Omit<FieldFault, 'field'>;

const LONGEST = { text: 500, long_text: 20_000, url: 4000 } as const;
const MOST_ENTRIES = 50;
const ADDRESS = /^https?:\/\/[^\s/?#]+\.[^\s]*$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The first fault in what is to be kept in a pitch's own fields, or null. `null` empties a field. Files are counted elsewhere and a proof is
 * written by the program alone, so both are unknown here.
 */
export function fieldsProblem(kind: Kind, fields: Readonly<Record<string, unknown>>): FieldFault | null {
  for (const [key, value] of Object.entries(fields)) {
    const field = kind.fields.find((own) => own.key === key);
    if (field === undefined) return { field: key, at: '', code: 'unknown_field' };
    const fault = value === null ? null : CHECKS[field.type](value, field);
    if (fault !== null) return { field: key, ...fault };
  }
  return null;
}

/** Whether an own field says anything: text of more than blanks, a list with an entry, a file, a proof that proves. */
export function isFilled(
  field: OwnField,
  fields: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, number>>,
): boolean {
  const value = fields[field.key];
  if (field.type === 'files') return (files[field.key] ?? 0) > 0;
  if (field.type === 'proof') return isProven(readSights(value), fields[field.proves ?? '']);
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null;
}

type Check = (value: unknown, field: OwnField) => Fault | null;

const text =
  (longest: number): Check =>
  (value) => {
    if (typeof value !== 'string') return { at: '', code: 'string' };
    return value.length > longest ? { at: '', code: 'max_length', limit: longest } : null;
  };

const notHere: Check = () => ({ at: '', code: 'unknown_field' });

const CHECKS: Readonly<Record<OwnField['type'], Check>> = {
  text: text(LONGEST.text),
  long_text: text(LONGEST.long_text),
  url: (value, field) => {
    const fault = text(LONGEST.url)(value, field);
    if (fault !== null) return fault;
    return value === '' || ADDRESS.test(String(value)) ? null : { at: '', code: 'web_address' };
  },
  date: (value) => (typeof value === 'string' && isCalendarDay(value) ? null : { at: '', code: 'day' }),
  number: (value, field) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return { at: '', code: 'number' };
    if (field.min !== undefined && value < field.min) return { at: '', code: 'min', limit: field.min };
    return field.max !== undefined && value > field.max ? { at: '', code: 'max', limit: field.max } : null;
  },
  money,
  choice: (value, field) =>
    field.choices?.some((choice) => choice.key === value) === true ? null : { at: '', code: 'in' },
  yes_no: (value) => (typeof value === 'boolean' ? null : { at: '', code: 'boolean' }),
  member: (value) => (typeof value === 'string' && UUID.test(value) ? null : { at: '', code: 'uuid' }),
  list,
  files: notHere,
  proof: notHere,
};

function money(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { at: '', code: 'object' };
  const { minor, currency, ...rest } = value as Readonly<Record<string, unknown>>;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) return { at: `.${stranger}`, code: 'unknown_field' };
  if (!Number.isSafeInteger(minor)) return { at: '.minor', code: 'int' };
  if ((minor as number) < 0) return { at: '.minor', code: 'min', limit: 0 };
  const isCurrency = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  return isCurrency ? null : { at: '.currency', code: 'matches' };
}

function list(value: unknown, field: OwnField): Fault | null {
  if (!Array.isArray(value)) return { at: '', code: 'array' };
  if (value.length > MOST_ENTRIES) return { at: '', code: 'array_max_size', limit: MOST_ENTRIES };
  for (const [index, entry] of value.entries()) {
    const fault = text(LONGEST.text)(entry, field);
    if (fault !== null) return { ...fault, at: `[${index}]` };
  }
  return null;
}
