import { formatValue } from '../templates/formats.js';
import type { TemplateLocale, TemplateValue } from '../templates/values.js';
import type { Kind, OwnField } from './kind.js';
import { type DeadSight, isDeadSight, isProven, readSights } from './proof.js';

/** Variables that mails know by another name than `field.<key>`. */
const PAGE_PATHS: Readonly<Record<string, string>> = {
  pageUrl: 'page.url',
  pageTitle: 'page.title',
  observation: 'page.observation',
};

/**
 * The own fields of a pitch as a mail may name them: `field.<key>`, and the page as `page.url`, `page.title`, `page.observation`. Choices are
 * their words, a proof says what was found on which days. Empty fields, members and files are left out.
 */
export function fieldValues(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
  locale: TemplateLocale,
): Map<string, TemplateValue> {
  const values = new Map<string, TemplateValue>();
  for (const field of kind.fields) {
    const value = (READERS[field.type] ?? plainOf)(fields[field.key], field, { fields, locale });
    if (value !== null) values.set(PAGE_PATHS[field.key] ?? `field.${field.key}`, value);
  }
  return values;
}

type Reader = (
  value: unknown,
  field: OwnField,
  around: { readonly fields: Readonly<Record<string, unknown>>; readonly locale: TemplateLocale },
) => TemplateValue | null;

const READERS: Readonly<Partial<Record<OwnField['type'], Reader>>> = {
  files: () => null,
  member: () => null,
  proof: (value, { proves }, { fields, locale }) =>
    proofText(readSights(value), fields[proves ?? ''], locale),
  choice: (value, { choices }, { locale }) =>
    choices?.find((choice) => choice.key === value)?.words[locale].name ?? null,
  date: (value) => (typeof value === 'string' ? { kind: 'date', on: value } : null),
  money: moneyOf,
};

function plainOf(value: unknown): TemplateValue | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : null;
}

function moneyOf(value: unknown): TemplateValue | null {
  if (typeof value !== 'object' || value === null) return null;
  const { minor, currency } = value as { readonly minor?: unknown; readonly currency?: unknown };
  return typeof minor === 'number' && typeof currency === 'string'
    ? { kind: 'money', minor, currency }
    : null;
}

const FOUND: Readonly<Record<string, Readonly<Record<TemplateLocale, string>>>> = {
  404: { en: '404, not found', nl: '404, niet gevonden' },
  410: { en: '410, gone', nl: '410, verdwenen' },
  dns: { en: 'no such server', nl: 'server bestaat niet meer' },
  soft_404: { en: 'only an error text', nl: 'alleen een foutmelding' },
  domain_parked: { en: 'a parked domain', nl: 'een geparkeerd domein' },
  page_gone: { en: 'page gone', nl: 'pagina verdwenen' },
};

/** "404, not found, on 18 November 2026 and 20 November 2026": the newest result with the first and the last day; null while unproven. */
function proofText(sights: readonly DeadSight[], url: unknown, locale: TemplateLocale): string | null {
  if (!isProven(sights, url)) return null;
  const dead = sights.filter((sight) => sight.url === url && isDeadSight(sight));
  const [first, newest] = [dead[0], dead.at(-1)];
  if (first === undefined || newest === undefined) return null;
  const result = FOUND[newest.status ?? ''] ?? FOUND[newest.finding ?? ''];
  const day = (on: string): string => formatValue({ kind: 'date', on }, LONG_DATE, locale) ?? on;
  const words = { en: ['on', 'and'], nl: ['op', 'en op'] }[locale];
  const days = `${words[0] ?? ''} ${day(first.on)} ${words[1] ?? ''} ${day(newest.on)}`;
  return result === undefined ? days : `${result[locale]}, ${days}`;
}

const LONG_DATE = { format: 'date', options: { style: 'long' } } as const;
