import { Injectable } from '@nestjs/common';
import type { Finding } from '../../core/verifier/verdict.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { CheckView } from './checks.dto.js';

/** A check as it is kept: its findings have no sentences yet. */
export type CheckRecordRow = Omit<CheckView, 'findings'> & { readonly findings: readonly Finding[] };

/** A check that kept evidence, and where its bytes are. */
export interface EvidencePlace {
  readonly checkId: string;
  readonly at: Date;
  readonly hash: string;
  readonly blobSha256: Buffer;
}

const CHECK = `c.id, c.at, c.verdict, c.state_after as "stateAfter", c.origin, c.findings, c.page_status as "pageStatus",
  c.final_url as "finalUrl", c.redirects, c.robots, c.seen, c.rendered, c.duration_ms as "durationMs",
  c.evidence_hash as "evidenceHash"`;

/** The history of checks of one placement, in the open transaction. A placement nobody may see has none. */
@Injectable()
export class ChecksQueries {
  constructor(private readonly database: Database) {}

  async isVisible(placementId: string): Promise<boolean> {
    return (await this.ask('select 1 from placements where id = $1', [placementId])).length > 0;
  }

  /** Newest first, one more than `limit`. */
  page(placementId: string, beforeId: string | null, limit: number): Promise<CheckRecordRow[]> {
    return this.ask(
      `select ${CHECK} from checks c where c.placement_id = $1 and ($2::uuid is null or c.id < $2)
       order by c.id desc limit $3`,
      [placementId, beforeId, limit + 1],
    );
  }

  async count(placementId: string): Promise<number> {
    const rows = await this.ask<{ count: number }>(
      `select count(*)::integer as count from (select 1 from checks where placement_id = $1 limit ${COUNTED_UP_TO + 1}) as counted`,
      [placementId],
    );
    return rows[0]?.count ?? 0;
  }

  /** The evidence of a check, or of the last check that kept some; null when there is none. */
  evidence(placementId: string, checkId: string | null): Promise<EvidencePlace | null> {
    return this.place(`and ($2::uuid is null or c.id = $2)`, [placementId, checkId]);
  }

  /** The last evidence before a check that shows something else. */
  evidenceBefore(placementId: string, { checkId, hash }: EvidencePlace): Promise<EvidencePlace | null> {
    return this.place(`and c.id < $2 and c.evidence_hash <> $3`, [placementId, checkId, hash]);
  }

  private async place(condition: string, values: unknown[]): Promise<EvidencePlace | null> {
    const rows = await this.ask<EvidencePlace>(
      `select c.id as "checkId", c.at, e.hash, e.blob_sha256 as "blobSha256" from checks c
       join evidence e on e.workspace_id = c.workspace_id and e.placement_id = c.placement_id and e.hash = c.evidence_hash
       where c.placement_id = $1 ${condition} order by c.id desc limit 1`,
      values,
    );
    return rows[0] ?? null;
  }

  private ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
