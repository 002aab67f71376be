import { Injectable } from '@nestjs/common';
import {
  CUSTOM_RECORDS,
  type CustomRecord,
  type CustomValue,
  readCustomValue,
  shownCustomValue,
} from '../../core/prospects/custom-field.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type FieldFault, RequestInvalid } from '../../platform/http/validation.js';
import type { CustomValuesView } from './custom-fields.dto.js';
import { CustomValuesRepository, type FieldRow, type ValueRow } from './custom-values.repository.js';

/** Values by the key of their field. */
export type ShownValues = Record<string, CustomValue>;

/** The tables of the records that may have fields of a team's own. */
const TABLES: Readonly<Record<CustomRecord, string>> = {
  prospect: 'prospects',
  contact: 'contacts',
  publisher: 'publishers',
};

/** Values of own fields of contacts, publishers and prospects. */
@Injectable()
export class CustomValuesService {
  constructor(
    private readonly database: Database,
    private readonly values: CustomValuesRepository,
  ) {}

  /** Throws `custom_field.record_not_found`. */
  of(scope: WorkspaceScope, recordKind: string, recordId: string): Promise<CustomValuesView> {
    return this.database.inWorkspace(scope, async () => {
      const kind = await this.existing(recordKind, recordId);
      return { values: (await this.ofRecords(kind, [recordId])).get(recordId) ?? {} };
    });
  }

  /** Sets what is named and leaves the rest. Throws `custom_field.record_not_found`, or `request.invalid` with every fault. */
  set(
    scope: WorkspaceScope,
    record: { readonly recordKind: string; readonly recordId: string },
    wished: Readonly<Record<string, unknown>>,
  ): Promise<CustomValuesView> {
    return this.database.inWorkspace(scope, async () => {
      const kind = await this.existing(record.recordKind, record.recordId);
      await this.write(kind, record.recordId, { at: 'values', wished });
      return { values: (await this.ofRecords(kind, [record.recordId])).get(record.recordId) ?? {} };
    });
  }

  /** Writes values of a record that exists, within the open transaction; `at` is the field of the request they came in. */
  async write(
    kind: CustomRecord,
    recordId: string,
    { at, wished }: { readonly at: string; readonly wished: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const fields = new Map((await this.values.fields(kind)).map((field) => [field.fieldKey, field]));
    const read = Object.entries(wished).map(([key, value]) =>
      readWish(fields.get(key), value, `${at}.${key}`),
    );
    const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
    if (faults.length > 0) throw new RequestInvalid(faults.slice(0, 100));
    const put = read.flatMap((one) => ('value' in one ? [{ ...one.value, recordId, importId: null }] : []));
    const gone = read.flatMap((one) => ('gone' in one ? [one.gone] : []));
    await this.values.put(put);
    await this.values.remove(
      gone,
      gone.map(() => recordId),
    );
  }

  /** Values of several records by their ids, within the open transaction. */
  async ofRecords(
    kind: CustomRecord,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, ShownValues>> {
    const shown = new Map<string, ShownValues>();
    if (recordIds.length === 0) return shown;
    const fields = new Map((await this.values.fields(kind)).map((field) => [field.id, field]));
    if (fields.size === 0) return shown;
    for (const value of await this.values.values([...fields.keys()], recordIds)) {
      const field = fields.get(value.fieldId);
      const said = field === undefined ? null : shownCustomValue(field.type, value);
      if (field === undefined || said === null) continue;
      shown.set(value.recordId, { ...shown.get(value.recordId), [field.fieldKey]: said });
    }
    return shown;
  }

  private async existing(recordKind: string, recordId: string): Promise<CustomRecord> {
    const kind = CUSTOM_RECORDS.find((known) => known === recordKind);
    const rows =
      kind === undefined
        ? []
        : await this.database
            .manager()
            .query<unknown[]>(`select 1 from ${TABLES[kind]} where id = $1 for key share`, [recordId]);
    if (kind === undefined || rows.length === 0)
      throw new AppError('custom_field.record_not_found', { id: recordId });
    return kind;
  }
}

type ReadWish =
  | { readonly fault: FieldFault }
  | { readonly gone: string }
  | { readonly value: Omit<ValueRow, 'recordId' | 'importId'> };

function readWish(field: FieldRow | undefined, value: unknown, place: string): ReadWish {
  const fault = (code: string): ReadWish => ({
    fault: { field: place, code, message: `${place} does not fit its field`, params: {} },
  });
  if (field === undefined) return fault('unknown_field');
  if (value === null || value === '') return { gone: field.id };
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return fault('string');
  const read = readCustomValue(field, value);
  return read.ok ? { value: { ...read.kept, fieldId: field.id } } : fault(read.code);
}
