import { Injectable } from '@nestjs/common';
import type { ImportContent } from '../../core/imports/content.js';
import type { RecordMapping } from '../../core/imports/record-field.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { ImportOptions } from './import.entity.js';

/** How a person mapped a file, remembered by its headers. */
export interface RememberedMapping {
  readonly content: ImportContent;
  readonly mapping: RecordMapping;
  readonly options: ImportOptions;
}

/** Mappings that are remembered, in the open transaction of their workspace. */
@Injectable()
export class ImportMappingsRepository {
  constructor(private readonly database: Database) {}

  async find(headerHash: Buffer): Promise<RememberedMapping | null> {
    const rows = await this.query<RememberedMapping>(
      'select content, mapping, options from import_mappings where header_hash = $1',
      [headerHash],
    );
    return rows[0] ?? null;
  }

  /** Remembers how a file with these headers was mapped; the last one counts. */
  async remember(headerHash: Buffer, how: RememberedMapping, at: Date): Promise<void> {
    await this.query(
      `insert into import_mappings (workspace_id, id, header_hash, content, mapping, options, used_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (workspace_id, header_hash) do update
         set content = excluded.content, mapping = excluded.mapping, options = excluded.options, used_at = excluded.used_at`,
      [
        this.database.scope().workspaceId,
        newId(at),
        headerHash,
        how.content,
        JSON.stringify(how.mapping),
        JSON.stringify(how.options),
        at,
      ],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
