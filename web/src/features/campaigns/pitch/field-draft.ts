import { amountTyped, minorOf } from '../../../i18n/money.js';
import type { KindField } from './pitch-api.js';

/** What a field's input holds while it is written. */
export interface FieldDraft {
  readonly text: string;
  /** For amounts alone. */
  readonly currency: string;
}

/** The value to keep, null to take it away, or that it cannot be read. */
export type ReadDraft = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** What an input shows of a kept value. */
export function draftOf(field: Pick<KindField, 'type'>, value: unknown): FieldDraft {
  if (field.type === 'money' && isAmount(value))
    return { text: amountTyped(value.minor, value.currency), currency: value.currency };
  if (Array.isArray(value)) return { text: value.map(String).join('\n'), currency: 'EUR' };
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return { text: isPlain ? String(value) : '', currency: 'EUR' };
}

/** Reads what was typed by the type of the field; nothing typed takes the value away. */
export function readDraft(field: Pick<KindField, 'type'>, { text, currency }: FieldDraft): ReadDraft {
  const typed = field.type === 'long_text' ? text : text.trim();
  if (typed.trim() === '') return { ok: true, value: null };
  if (field.type === 'yes_no') return { ok: true, value: typed === 'true' };
  if (field.type === 'list')
    return {
      ok: true,
      value: typed
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    };
  if (field.type === 'number') {
    const value = Number(typed);
    return Number.isFinite(value) ? { ok: true, value } : { ok: false };
  }
  if (field.type !== 'money') return { ok: true, value: typed };
  const minor = /^[A-Z]{3}$/.test(currency) ? minorOf(typed, currency) : null;
  return minor === null ? { ok: false } : { ok: true, value: { minor, currency } };
}

/** Whether a value is an amount of money. */
export function isAmount(value: unknown): value is { readonly minor: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}
