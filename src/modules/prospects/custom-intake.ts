import { Injectable } from '@nestjs/common';
import type { IntakeChange, IntakeMode } from '../../core/imports/intake.js';
import { isSameValue, type KeptValue, readCustomValue } from '../../core/prospects/custom-field.js';
import type { ProspectFacts } from '../../core/prospects/prospect-facts.js';
import { CustomValuesRepository, type FieldRow, type ValueRow } from './custom-values.repository.js';
import type { Writing } from './prospect-intake.repository.js';

/** What putting values came to: prospects that got one, and what an undo needs where one was there before. */
interface PutValues {
  readonly touched: ReadonlySet<string>;
  readonly changes: ReadonlyMap<string, readonly IntakeChange[]>;
}

const NOTHING: PutValues = { touched: new Set(), changes: new Map() };

/** Writes the values of own fields that a batch says of its prospects. */
@Injectable()
export class CustomIntake {
  constructor(private readonly values: CustomValuesRepository) {}

  /** A value that does not fit its field is left out, as is one of a field nobody knows. */
  async put(
    all: readonly { readonly id: string; readonly facts: ProspectFacts }[],
    mode: IntakeMode,
    { importId }: Writing,
  ): Promise<PutValues> {
    if (all.every(({ facts }) => facts.custom === undefined)) return NOTHING;
    const fields = new Map((await this.values.fields('prospect')).map((field) => [field.fieldKey, field]));
    const said = all.flatMap(({ id, facts }) => readValues(id, facts, fields));
    if (said.length === 0) return NOTHING;
    const known = await this.values.values(
      [...new Set(said.map((value) => value.fieldId))],
      [...new Set(said.map((value) => value.recordId))],
    );
    const before = new Map(known.map((value) => [placeOf(value), value]));
    const written = said
      .filter((value) => isNews(before.get(placeOf(value)), value, mode))
      .map((value) => ({ ...value, importId: before.has(placeOf(value)) ? null : importId }));
    await this.values.put(written);
    return { touched: new Set(written.map((value) => value.recordId)), changes: changesOf(written, before) };
  }
}

function readValues(
  recordId: string,
  facts: ProspectFacts,
  fields: ReadonlyMap<string, FieldRow>,
): Omit<ValueRow, 'importId'>[] {
  return Object.entries(facts.custom ?? {}).flatMap(([key, value]) => {
    const field = fields.get(key);
    if (field === undefined || value === '') return [];
    const read = readCustomValue(field, value);
    return read.ok ? [{ ...read.kept, fieldId: field.id, recordId }] : [];
  });
}

function isNews(before: KeptValue | undefined, value: KeptValue, mode: IntakeMode): boolean {
  if (before === undefined) return true;
  if (mode === 'fill') return false;
  return !isSameValue(before, value);
}

function changesOf(
  written: readonly ValueRow[],
  before: ReadonlyMap<string, ValueRow>,
): Map<string, IntakeChange[]> {
  const changes = new Map<string, IntakeChange[]>();
  for (const value of written) {
    const was = before.get(placeOf(value));
    if (was === undefined) continue;
    const change = {
      table: 'custom_values',
      recordId: value.recordId,
      before: { ...was },
      after: { ...value },
    };
    changes.set(value.recordId, [...(changes.get(value.recordId) ?? []), change]);
  }
  return changes;
}

function placeOf({ fieldId, recordId }: { readonly fieldId: string; readonly recordId: string }): string {
  return `${fieldId} ${recordId}`;
}
