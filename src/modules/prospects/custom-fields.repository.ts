import { Injectable } from '@nestjs/common';
import type { CustomRecord } from '../../core/prospects/custom-field.js';
import { Database } from '../../platform/database/database.js';
import type { CustomFieldView } from './custom-fields.dto.js';

const COLUMNS = `id, record_kind as "recordKind", field_key as "fieldKey", name, type, choices, position, archived_at as "archivedAt"`;

/** Fields the team made for itself, in the open transaction. */
@Injectable()
export class CustomFieldsRepository {
  constructor(private readonly database: Database) {}

  /** Those that are not archived, in their order. */
  list(recordKind: CustomRecord | null): Promise<CustomFieldView[]> {
    return this.query(
      `select ${COLUMNS} from custom_fields where archived_at is null and ($1::text is null or record_kind = $1)
       order by record_kind, position, lower(name), id`,
      [recordKind],
    );
  }

  async find(id: string): Promise<CustomFieldView | null> {
    const rows = await this.query<CustomFieldView>(
      `select ${COLUMNS} from custom_fields where id = $1 for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The field of a key, archived ones too. */
  async byKey(recordKind: CustomRecord, fieldKey: string): Promise<CustomFieldView | null> {
    const rows = await this.query<CustomFieldView>(
      `select ${COLUMNS} from custom_fields where record_kind = $1 and field_key = $2`,
      [recordKind, fieldKey],
    );
    return rows[0] ?? null;
  }

  /** False when the key is taken, also by a call a moment ago. */
  async insert(field: CustomFieldView, at: Date): Promise<boolean> {
    const rows = await this.query<unknown>(
      `insert into custom_fields (workspace_id, id, record_kind, field_key, name, type, choices, position, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (workspace_id, record_kind, field_key) do nothing returning id`,
      [
        this.database.scope().workspaceId,
        field.id,
        field.recordKind,
        field.fieldKey,
        field.name,
        field.type,
        field.choices,
        field.position,
        at,
      ],
    );
    return rows.length > 0;
  }

  async update(field: CustomFieldView): Promise<void> {
    await this.query(
      'update custom_fields set name = $2, choices = $3, position = $4, archived_at = $5 where id = $1',
      [field.id, field.name, field.choices, field.position, field.archivedAt],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
