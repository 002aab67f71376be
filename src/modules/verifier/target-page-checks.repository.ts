import { Injectable } from '@nestjs/common';
import type { TargetPageStatus } from '../../core/clients/target-page.js';
import type { FindingCode } from '../../core/verifier/verdict.js';
import { Database } from '../../platform/database/database.js';

/** A target page as its check needs it. */
export interface TargetPageRow {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly url: string;
  readonly status: TargetPageStatus;
  readonly failingSince: Date | null;
  readonly findingCode: FindingCode | null;
}

export interface CheckedTargetPage {
  readonly id: string;
  readonly status: TargetPageStatus;
  readonly failingSince: Date | null;
  readonly findingCode: FindingCode | null;
  readonly httpStatus: number | null;
  readonly finalUrl: string | null;
  readonly indexable: boolean | null;
  readonly checkedAt: Date;
  readonly nextCheckAt: Date;
}

/** What checks read and write on target pages, in the open transaction. */
@Injectable()
export class TargetPageChecksRepository {
  constructor(private readonly database: Database) {}

  load(ids: readonly string[]): Promise<TargetPageRow[]> {
    return this.query(`${ROW} where id = any ($1::uuid[]) and archived_at is null`, [ids]);
  }

  async lock(id: string): Promise<TargetPageRow | null> {
    const rows = await this.query<TargetPageRow>(
      `${ROW} where id = $1 and archived_at is null for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async save(page: CheckedTargetPage): Promise<void> {
    await this.query(
      `update target_pages set status = $2, failing_since = $3, finding_code = $4, http_status = $5, final_url = $6,
         indexable = $7, checked_at = $8, next_check_at = $9 where id = $1`,
      [
        page.id,
        page.status,
        page.failingSince,
        page.findingCode,
        page.httpStatus,
        page.finalUrl,
        page.indexable,
        page.checkedAt,
        page.nextCheckAt,
      ],
    );
  }

  /** Lets the placements of a page know that it fails, or no longer does. */
  async tellPlacements(id: string, failing: boolean): Promise<void> {
    await this.query(
      `update placements set target_failing = $2 where target_page_id = $1 and target_failing is distinct from $2`,
      [id, failing],
    );
  }

  async defer(id: string, until: Date): Promise<void> {
    await this.query('update target_pages set next_check_at = $2 where id = $1 and next_check_at < $2', [
      id,
      until,
    ]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

const ROW = `select id, client_id as "clientId", brand_id as "brandId", url, status, failing_since as "failingSince",
  finding_code as "findingCode" from target_pages`;
