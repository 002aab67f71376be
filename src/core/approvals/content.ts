import type { ApprovalSubject, FieldType, InEach, Kind, KindLocale, OwnField } from '../campaigns/kind.js';

/** How a line of what is asked is shown. */
export type LineForm = 'text' | 'long_text' | 'url' | 'day';

/** One thing the client reads: its name and what it says, in every language the program speaks. */
export interface ContentLine {
  readonly label: InEach<string>;
  readonly form: LineForm;
  readonly values: InEach<readonly string[]>;
}

/** A file the client reads; its bytes are kept under the SHA-256 and never change. */
export interface ContentFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** A figure of the site, with who measured it and when. */
export interface ContentFigure {
  readonly source: string;
  readonly metric: string;
  readonly value: number;
  readonly measuredOn: string;
}

/** What a client is asked about, word for word, as it was at that moment. Nothing else of the pitch is in it. */
export interface ApprovalContent {
  readonly site: string | null;
  readonly language: string | null;
  readonly targetUrl: string | null;
  readonly authority: ContentFigure | null;
  readonly lines: readonly ContentLine[];
  readonly files: readonly ContentFile[];
}

/** A pitch as far as it can be shown to a client. */
export interface AskedPitch {
  readonly site: string | null;
  readonly language: string | null;
  readonly targetUrl: string | null;
  readonly authority: ContentFigure | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly (ContentFile & { readonly fieldKey: string })[];
}

/** Forms of the fields a client may see at all. Money, people and proofs are never shown, whatever a kind says. */
const FORMS: Readonly<Partial<Record<FieldType, LineForm>>> = {
  text: 'text',
  long_text: 'long_text',
  url: 'url',
  date: 'day',
  number: 'text',
  choice: 'text',
  yes_no: 'text',
  list: 'text',
};

const YES_NO: InEach<readonly [yes: string, no: string]> = { en: ['Yes', 'No'], nl: ['Ja', 'Nee'] };

/**
 * What a client is shown when asked for this approval: the site, and those own fields and files that the kind marks for this subject. Null
 * where there is nothing to decide on: no site, or nothing written yet.
 */
export function contentOf(kind: Kind, subject: ApprovalSubject, pitch: AskedPitch): ApprovalContent | null {
  const shown = kind.fields.filter((field) => field.shownFor?.includes(subject) ?? false);
  const lines = shown.flatMap((field) => lineOf(field, pitch.fields[field.key]));
  const keys = shown.filter(({ type }) => type === 'files').map(({ key }) => key);
  const files = pitch.files.filter(({ fieldKey }) => keys.includes(fieldKey));
  const isEmpty = subject === 'site' ? pitch.site === null : lines.length + files.length === 0;
  if (isEmpty) return null;
  const { site, language, targetUrl, authority } = pitch;
  return { site, language, targetUrl, authority, lines, files: files.map(fileOf) };
}

function fileOf({ name, type, size, sha256 }: ContentFile): ContentFile {
  return { name, type, size, sha256 };
}

function lineOf(field: OwnField, value: unknown): ContentLine[] {
  const form = FORMS[field.type];
  if (form === undefined) return [];
  const values = { en: said(field, value, 'en'), nl: said(field, value, 'nl') };
  if (values.en.length === 0) return [];
  return [{ label: { en: field.words.en.name, nl: field.words.nl.name }, form, values }];
}

function said(field: OwnField, value: unknown, locale: KindLocale): string[] {
  if (Array.isArray(value)) return value.filter(isText);
  if (typeof value === 'boolean') return [YES_NO[locale][value ? 0 : 1]];
  if (typeof value === 'number') return [String(value)];
  if (!isText(value)) return [];
  const choice = field.choices?.find(({ key }) => key === value);
  return [choice?.words[locale].name ?? value];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
