import { Injectable } from '@nestjs/common';
import type { Service } from '../../core/discovery/discovery.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

export interface ServiceKeyRow {
  readonly service: Service;
  readonly sealedKey: Buffer;
  readonly hint: string;
  readonly baseUrl: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastErrorCode: string | null;
}

const COLUMNS = `service, sealed_key as "sealedKey", hint, base_url as "baseUrl", created_at as "createdAt",
  last_used_at as "lastUsedAt", last_error_code as "lastErrorCode"`;

/** Keys of services in the open transaction. */
@Injectable()
export class ServiceKeysRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<ServiceKeyRow[]> {
    return this.query(`select ${COLUMNS} from service_keys`, []);
  }

  async find(service: Service): Promise<ServiceKeyRow | null> {
    const rows = await this.query<ServiceKeyRow>(`select ${COLUMNS} from service_keys where service = $1`, [
      service,
    ]);
    return rows[0] ?? null;
  }

  async put(key: Pick<ServiceKeyRow, 'service' | 'sealedKey' | 'hint' | 'baseUrl'>, at: Date): Promise<void> {
    const { workspaceId, userId = null } = this.database.scope();
    await this.query(
      `insert into service_keys (workspace_id, id, service, sealed_key, hint, base_url, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, service) do update set sealed_key = excluded.sealed_key, hint = excluded.hint, base_url = excluded.base_url,
         created_by = excluded.created_by, created_at = excluded.created_at, last_used_at = null, last_error_code = null`,
      [workspaceId, newId(at), key.service, key.sealedKey, key.hint, key.baseUrl, userId, at],
    );
  }

  /** False when there was none. */
  async remove(service: Service): Promise<boolean> {
    const rows = await this.query<unknown>(
      'with gone as (delete from service_keys where service = $1 returning 1) select 1 from gone',
      [service],
    );
    return rows.length > 0;
  }

  /** When a key was used last, and what went wrong with it, if anything did. */
  async used(service: Service, errorCode: string | null, at: Date): Promise<void> {
    await this.query('update service_keys set last_used_at = $2, last_error_code = $3 where service = $1', [
      service,
      at,
      errorCode,
    ]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
