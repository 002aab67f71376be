import { Injectable } from '@nestjs/common';
import type { CustomRecord, CustomType, KeptValue } from '../../core/prospects/custom-field.js';
import { Database } from '../../platform/database/database.js';

/** A field with its id. */
export interface FieldRow {
  readonly id: string;
  readonly fieldKey: string;
  readonly type: CustomType;
  readonly choices: readonly string[];
}

/** A value of one field of one record. */
export interface ValueRow extends KeptValue {
  readonly fieldId: string;
  readonly recordId: string;
  readonly importId: string | null;
}

const COLUMNS = `v.field_id as "fieldId", v.record_id as "recordId", v.text_value as text, v.number_value as number,
  v.date_value::text as date, v.import_id as "importId"`;

/** Values of own fields in the open transaction. */
@Injectable()
export class CustomValuesRepository {
  constructor(private readonly database: Database) {}

  /** Fields of a kind of record that are not archived, in their order. */
  fields(recordKind: CustomRecord): Promise<FieldRow[]> {
    return this.query(
      `select id, field_key as "fieldKey", type, choices from custom_fields
       where record_kind = $1 and archived_at is null order by position, name, id`,
      [recordKind],
    );
  }

  /** Values of these fields of these records. */
  values(fieldIds: readonly string[], recordIds: readonly string[]): Promise<ValueRow[]> {
    return this.query(
      `select ${COLUMNS} from custom_values v where v.record_id = any ($1::uuid[]) and v.field_id = any ($2::uuid[])`,
      [recordIds, fieldIds],
    );
  }

  /** Writes values over what is there. */
  async put(rows: readonly ValueRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.query(
      `insert into custom_values (workspace_id, field_id, record_id, text_value, number_value, date_value, import_id)
       select $1, f.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::double precision[], $6::date[], $7::uuid[]) as f
       on conflict (workspace_id, field_id, record_id) do update set text_value = excluded.text_value,
         number_value = excluded.number_value, date_value = excluded.date_value, import_id = excluded.import_id`,
      [
        this.database.scope().workspaceId,
        rows.map((row) => row.fieldId),
        rows.map((row) => row.recordId),
        rows.map((row) => row.text),
        rows.map((row) => row.number),
        rows.map((row) => row.date),
        rows.map((row) => row.importId),
      ],
    );
  }

  /** Takes values away. */
  async remove(fieldIds: readonly string[], recordIds: readonly string[]): Promise<void> {
    if (fieldIds.length === 0) return;
    await this.query(
      `delete from custom_values v using unnest($1::uuid[], $2::uuid[]) as f (field_id, record_id)
       where v.field_id = f.field_id and v.record_id = f.record_id`,
      [fieldIds, recordIds],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
