import type { FormatName } from './format-names.js';
import type { Argument } from './template-tree.js';
import { isEmptyValue, isList, readableText, type TemplateLocale, type TemplateValue } from './values.js';

type Options = Readonly<Record<string, string>>;

interface FormatRule {
  readonly options: readonly string[];
  /** Whether arguments and options are ones this helper takes. */
  readonly fits: (args: readonly Argument[], options: Options) => boolean;
}

const onePath = (args: readonly Argument[]): boolean =>
  args.length === 1 && args[0] !== undefined && 'path' in args[0];
const oneOf =
  (name: string, allowed: readonly string[]) =>
  (args: readonly Argument[], options: Options): boolean =>
    onePath(args) && (options[name] === undefined || allowed.includes(options[name]));

/** What each helper takes. `default` takes the first that is not empty; the others one variable, with a `default` for an empty one. */
export const FORMATS: Readonly<Record<FormatName, FormatRule>> = {
  default: {
    options: [],
    fits: (args) => args.length >= 2 && args.length <= 4 && args[0] !== undefined && 'path' in args[0],
  },
  date: { options: ['style', 'default'], fits: oneOf('style', ['long', 'short', 'day']) },
  money: { options: ['default'], fits: onePath },
  lower: { options: ['default'], fits: onePath },
  upper: { options: ['default'], fits: onePath },
  capitalize: { options: ['default'], fits: onePath },
  list: { options: ['style', 'default'], fits: oneOf('style', ['words', 'lines']) },
};

const MONTHS: Readonly<Record<TemplateLocale, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
};
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/;
const AND: Readonly<Record<TemplateLocale, string>> = { en: ' and ', nl: ' en ' };

type Formatter = (value: TemplateValue, locale: TemplateLocale, options: Options) => string | null;

const FORMATTERS: Readonly<Record<FormatName, Formatter>> = {
  default: plainText,
  date: (value, locale, options) => dateOf(value, locale, options['style'] ?? 'long'),
  money: (value, locale) => (isMoney(value) ? moneyText(value, locale) : null),
  list: (value, locale, options) => listOf(value, locale, options['style'] ?? 'words'),
  lower: (value, locale) => plainText(value, locale).toLocaleLowerCase(locale),
  upper: (value, locale) => plainText(value, locale).toLocaleUpperCase(locale),
  capitalize: (value, locale) => capitalized(plainText(value, locale), locale),
};

/** A value as words, by a helper or as it is by nature; null when the helper cannot make sense of it (a `date` of no date). */
export function formatValue(
  value: TemplateValue,
  how: { readonly format: FormatName | null; readonly options: Options },
  locale: TemplateLocale,
): string | null {
  return FORMATTERS[how.format ?? 'default'](value, locale, how.options);
}

function isMoney(value: TemplateValue): value is Extract<TemplateValue, { kind: 'money' }> {
  return typeof value === 'object' && 'kind' in value && value.kind === 'money';
}

function plainText(value: TemplateValue, locale: TemplateLocale): string {
  if (typeof value === 'string') return readableText(value);
  if (typeof value === 'boolean') return '';
  if (isList(value)) return joined(value, locale);
  if (value.kind === 'date') return dateOf(value, locale, 'long') ?? '';
  return moneyText(value, locale);
}

function dateOf(value: TemplateValue, locale: TemplateLocale, style: string): string | null {
  const found = DATE.exec(dayOf(value));
  return found === null ? null : writtenDate(found.slice(1), locale, style);
}

function dayOf(value: TemplateValue): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'object' && 'kind' in value && value.kind === 'date' ? value.on : '';
}

function writtenDate(
  [year = '', month = '', day = '']: readonly string[],
  locale: TemplateLocale,
  style: string,
): string {
  if (style === 'short') return locale === 'nl' ? `${day}-${month}-${year}` : `${year}-${month}-${day}`;
  const named = `${Number(day)} ${MONTHS[locale][Number(month) - 1] ?? ''}`;
  return style === 'day' ? named : `${named} ${year}`;
}

function moneyText(
  value: { readonly minor: number; readonly currency: string },
  locale: TemplateLocale,
): string {
  if (!/^[A-Z]{3}$/.test(value.currency)) return '';
  const format = new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-IE', {
    style: 'currency',
    currency: value.currency,
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(value.minor / 10 ** digits).replace(/[\u00a0\u202f]/g, ' ');
}

function listOf(value: TemplateValue, locale: TemplateLocale, style: string): string | null {
  if (typeof value === 'boolean' || (typeof value === 'object' && !isList(value))) return null;
  const items = (isList(value) ? value : value.split('\n'))
    .map(readableText)
    .filter((item) => !isEmptyValue(item));
  return style === 'lines' ? items.map((item) => `- ${item}`).join('\n') : joined(items, locale);
}

function joined(items: readonly string[], locale: TemplateLocale): string {
  const texts = items.map(readableText).filter((item) => !isEmptyValue(item));
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')}${AND[locale]}${last}`;
}

function capitalized(text: string, locale: TemplateLocale): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
