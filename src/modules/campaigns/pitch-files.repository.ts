import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A file as it is written down. */
export interface PitchFileRow {
  readonly id: string;
  readonly clientId: string;
  readonly pitchId: string;
  readonly fieldKey: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly addedBy: string | null;
  readonly addedAt: Date;
}

/** Files of pitches, in the open transaction. Their bytes are in the blob store. */
@Injectable()
export class PitchFilesRepository {
  constructor(private readonly database: Database) {}

  async insert(row: PitchFileRow): Promise<void> {
    await this.query(
      `insert into pitch_files (workspace_id, id, client_id, pitch_id, field_key, name, type, size, sha256, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        this.database.scope().workspaceId,
        row.id,
        row.clientId,
        row.pitchId,
        row.fieldKey,
        row.name,
        row.type,
        row.size,
        row.sha256,
        row.addedBy,
        row.addedAt,
      ],
    );
  }

  /** A file that is not removed, or null. */
  async find(id: string): Promise<PitchFileRow | null> {
    const rows = await this.query<PitchFileRow>(
      `select id, client_id as "clientId", pitch_id as "pitchId", field_key as "fieldKey", name, type, size, sha256, added_by as "addedBy",
         added_at as "addedAt" from pitch_files where id = $1 and archived_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  async archive(id: string, at: Date): Promise<void> {
    await this.query('update pitch_files set archived_at = $2 where id = $1', [id, at]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
