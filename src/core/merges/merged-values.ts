import {
  MERGE_CHOICES,
  MERGE_FIELDS,
  type MergeChoice,
  type MergeField,
  type MergeKind,
} from './merge-kind.js';

/** A row by its columns, as the database holds it. */
export type RecordColumns = Readonly<Record<string, unknown>>;
export type MergeChoices = Readonly<Partial<Record<string, MergeChoice>>>;

/** A column of text; empty where the row holds none. */
export function textOf(record: RecordColumns, column: string): string {
  const value = record[column];
  return typeof value === 'string' ? value : '';
}

/** A field as two doubles fill it, for a person to choose. */
export interface ComparedField {
  readonly field: string;
  readonly kept: unknown;
  readonly other: unknown;
  readonly differs: boolean;
  /** What happens unless a person chooses: the kept value, or the other where the kept one says nothing. */
  readonly proposed: MergeChoice;
}

/** The fields of two doubles side by side. */
export function compareRecords(kind: MergeKind, kept: RecordColumns, other: RecordColumns): ComparedField[] {
  return MERGE_FIELDS[kind].map((field) => {
    const mine = kept[field.column] ?? null;
    const theirs = other[field.column] ?? null;
    const differs = mine !== theirs;
    return {
      field: field.field,
      kept: mine,
      other: theirs,
      differs,
      proposed: proposal(field, mine, theirs),
    };
  });
}

/**
 * The columns of the kept record that a merge changes. A choice that names no field of the kind or no value,
 * or `both` for a field that is no text, is refused by name.
 */
export function mergedColumns(
  kind: MergeKind,
  records: { readonly kept: RecordColumns; readonly other: RecordColumns },
  choices: MergeChoices,
): { ok: true; columns: Record<string, unknown> } | { ok: false; field: string } {
  const fields = MERGE_FIELDS[kind];
  const stranger = Object.entries(choices).find(([name, choice]) => !isAllowed(fields, name, choice));
  if (stranger !== undefined) return { ok: false, field: stranger[0] };
  const columns: Record<string, unknown> = {};
  for (const field of fields) {
    const mine = records.kept[field.column] ?? null;
    const theirs = records.other[field.column] ?? null;
    const value = chosen(choices[field.field] ?? proposal(field, mine, theirs), mine, theirs);
    if (value !== mine) columns[field.column] = value;
  }
  return { ok: true, columns };
}

function isAllowed(fields: readonly MergeField[], name: string, choice: MergeChoice | undefined): boolean {
  const field = fields.find((known) => known.field === name);
  if (field === undefined || !MERGE_CHOICES.some((known) => known === choice)) return false;
  return choice !== 'both' || field.mayBeBoth === true;
}

function proposal(field: MergeField, mine: unknown, theirs: unknown): MergeChoice {
  const saysNothing = (value: unknown): boolean => value === null || value === field.empty;
  if (saysNothing(theirs) || mine === theirs) return 'kept';
  if (saysNothing(mine)) return 'other';
  return field.mayBeBoth === true ? 'both' : 'kept';
}

function chosen(choice: MergeChoice, mine: unknown, theirs: unknown): unknown {
  if (choice === 'both') return [mine, theirs].filter((text) => text !== null && text !== '').join('\n\n');
  return choice === 'other' ? theirs : mine;
}
