/** Languages a mail can be written in. */
export const TEMPLATE_LOCALES = ['en', 'nl'] as const;
export type TemplateLocale = (typeof TEMPLATE_LOCALES)[number];

/** What a variable can hold. Nothing in it can be called, and nothing is looked up on it. */
export type TemplateValue =
  | string
  | boolean
  | readonly string[]
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'money'; readonly minor: number; readonly currency: string };

/** Values by the path a template writes. A map has no prototype to climb: what was not put in is not there. */
export type TemplateValues = ReadonlyMap<string, TemplateValue>;

/** Characters that steer a terminal, a header or the direction of writing instead of being read. */
const STEERING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The text of a value as a mail may carry it: line breaks in one spelling, no control characters, no ends of white space. */
export function readableText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(STEERING, '')
    .trim();
}

/** A text as one line for a header: every run of white space becomes a space, and nothing reads as an encoded word (RFC 2047). */
export function headerText(text: string): string {
  return readableText(text).replace(/\s+/g, ' ').replace(/=\?/g, '= ?');
}

/** Whether there is nothing to read in a value; characters nobody sees do not count, neither does `false`. */
export function isEmptyValue(value: TemplateValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  if (typeof value === 'string') return readableText(value).replace(INVISIBLE, '').trim() === '';
  if (isList(value)) return value.every(isEmptyValue);
  return false;
}

/** Whether a value is a list of texts. */
export function isList(value: TemplateValue): value is readonly string[] {
  return Array.isArray(value);
}
