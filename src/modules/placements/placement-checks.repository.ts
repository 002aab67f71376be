import { Injectable } from '@nestjs/common';
import type { LinkTally } from '../../core/reclaims/changed-links.js';
import type { StoredCheckSettings } from '../../core/verifier/check-settings.js';
import { Database } from '../../platform/database/database.js';
import { CHECK_COLUMNS, type CheckRow } from './check-row.js';
import type { CheckedColumns } from './recorded-check.js';
import type { MemoryColumns } from './stored-memory.js';

/** A row of `checks`. */
export interface CheckRecord {
  readonly id: string;
  readonly placementId: string;
  readonly at: Date;
  readonly verdict: string;
  readonly stateAfter: string;
  readonly origin: 'schedule' | 'asked' | 'by_hand';
  readonly findings: unknown;
  readonly pageStatus: number | null;
  readonly finalUrl: string | null;
  readonly redirects: unknown;
  readonly robots: unknown;
  readonly seen: unknown;
  /** Links of the page to other sites; null when no page was read. */
  readonly links: LinkTally | null;
  readonly rendered: boolean;
  readonly durationMs: number;
  readonly evidenceHash: string | null;
}

/** When a placement is checked next, and why. */
export interface NextCheckColumns {
  readonly nextCheckAt: Date | null;
  readonly nextCheckReason: string | null;
}

export interface EvidenceRecord {
  readonly id: string;
  readonly placementId: string;
  readonly hash: string;
  readonly at: Date;
  readonly blobSha256: Buffer;
}

/** What checks read and write on placements, in the open transaction. One statement for any number of them. */
@Injectable()
export class PlacementChecksRepository {
  constructor(private readonly database: Database) {}

  load(ids: readonly string[]): Promise<CheckRow[]> {
    return this.query(`select ${CHECK_COLUMNS} from placements where id = any ($1::uuid[])`, [ids]);
  }

  /** Locks placements in the order of their ids, so that two transactions never wait for each other. */
  lock(ids: readonly string[]): Promise<CheckRow[]> {
    return this.query(
      `select ${CHECK_COLUMNS} from placements where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    );
  }

  /** What the workspace has set about its checks. */
  async settings(): Promise<StoredCheckSettings> {
    const rows = await this.query<{ settings: StoredCheckSettings }>('select settings from workspaces', []);
    return rows[0]?.settings ?? {};
  }

  async save(rows: readonly CheckedColumns[]): Promise<void> {
    await this.query(
      `update placements p set state = r.state, state_since = r."stateSince", rechecking = r.rechecking,
         first_live_at = ${FIRST_LIVE('p', 'r.state', 'r."stateSince"')},
         takes_baseline = r."takesBaseline", is_baseline_removed = r."isBaselineRemoved", last_seen_at = r."lastSeenAt",
         checked_at = r."checkedAt", last_verdicts = r."lastVerdicts", memory = r.memory, last_check_id = r."lastCheckId",
         next_check_at = r."nextCheckAt", next_check_reason = r."nextCheckReason", finding_codes = r."findingCodes",
         unmet_terms = r."unmetTerms", broken_rules = r."brokenRules", page_status = r."pageStatus",
         seen_rel = r."seenRel", seen_anchor = r."seenAnchor", main_text_hash = r."mainTextHash",
         evidence_hash = r."evidenceHash", page_language = r."pageLanguage", page_title = r."pageTitle",
         page_changed_at = r."pageChangedAt"
       from jsonb_to_recordset($2::jsonb) as r (id uuid, state text, "stateSince" timestamptz, rechecking boolean,
         "takesBaseline" boolean, "isBaselineRemoved" boolean, "lastSeenAt" timestamptz, "checkedAt" timestamptz,
         "lastVerdicts" text, memory jsonb, "lastCheckId" uuid, "nextCheckAt" timestamptz, "nextCheckReason" text,
         "findingCodes" text[], "unmetTerms" integer, "brokenRules" integer, "pageStatus" integer, "seenRel" text,
         "seenAnchor" text, "mainTextHash" text, "evidenceHash" text, "pageLanguage" text, "pageTitle" text,
         "pageChangedAt" timestamptz)
       where p.workspace_id = $1 and p.id = r.id`,
      [this.workspaceId(), storable(rows)],
    );
  }

  /** Writes what a placement remembers, without a check. */
  async saveMemory(id: string, columns: MemoryColumns & NextCheckColumns): Promise<void> {
    await this.query(
      `update placements p set first_live_at = ${FIRST_LIVE('p', '$2', '$3')},
         state = $2, state_since = $3, rechecking = $4, takes_baseline = $5, is_baseline_removed = $6,
         last_seen_at = $7, memory = $8, next_check_at = $9, next_check_reason = $10 where id = $1`,
      [
        id,
        columns.state,
        columns.stateSince,
        columns.rechecking,
        columns.takesBaseline,
        columns.isBaselineRemoved,
        columns.lastSeenAt,
        JSON.stringify(columns.memory),
        columns.nextCheckAt,
        columns.nextCheckReason,
      ],
    );
  }

  async insertChecks(rows: readonly CheckRecord[]): Promise<void> {
    await this.query(
      `insert into checks (workspace_id, id, placement_id, at, verdict, state_after, origin, findings, page_status,
         final_url, redirects, robots, seen, links, rendered, duration_ms, evidence_hash)
       select $1, id, "placementId", at, verdict, "stateAfter", origin, findings, "pageStatus", "finalUrl", redirects,
         robots, seen, links, rendered, "durationMs", "evidenceHash"
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "placementId" uuid, at timestamptz, verdict text,
         "stateAfter" text, origin text, findings jsonb, "pageStatus" integer, "finalUrl" text, redirects jsonb,
         robots jsonb, seen jsonb, links jsonb, rendered boolean, "durationMs" integer, "evidenceHash" text)`,
      [this.workspaceId(), storable(rows)],
    );
  }

  /** Keeps evidence a placement does not have yet. */
  async insertEvidence({ id, placementId, hash, at, blobSha256 }: EvidenceRecord): Promise<void> {
    await this.query(
      `insert into evidence (workspace_id, id, placement_id, hash, first_seen_at, blob_sha256)
       values ($1, $2, $3, $4, $5, $6) on conflict (workspace_id, placement_id, hash) do nothing`,
      [this.workspaceId(), id, placementId, hash, at, blobSha256],
    );
  }

  /** Gives a placement the memory back it had before its last check, unless another check came after. */
  async takeBack(taken: {
    readonly placementId: string;
    readonly checkId: string;
    readonly before: MemoryColumns;
    readonly retryAt: Date;
  }): Promise<void> {
    const { before } = taken;
    await this.query(
      `update placements set memory = $3, last_verdicts = $4, checked_at = $5, rechecking = $6, next_check_at = $7
       where id = $1 and last_check_id = $2`,
      [
        taken.placementId,
        taken.checkId,
        JSON.stringify(before.memory),
        before.lastVerdicts,
        before.checkedAt,
        before.rechecking,
        taken.retryAt,
      ],
    );
  }

  /** Puts checks off without a verdict; those asked for stay asked for. */
  async defer(ids: readonly string[], until: Date): Promise<void> {
    await this.query(
      'update placements set next_check_at = $2 where id = any ($1::uuid[]) and next_check_at < $2',
      [ids, until],
    );
  }

  /** Makes placements with a page due now; answers those that are. */
  async ask(ids: readonly string[], now: Date): Promise<{ id: string; hostSlot: string }[]> {
    return this.query(
      `with due as (
         select id from placements where id = any ($1::uuid[]) and host_slot is not null and archived_at is null
           and state not in ('ended', 'released', 'replaced') order by id for no key update
       ), asked as (
         update placements p set next_check_at = $2, next_check_reason = 'asked' from due
         where p.workspace_id = $3 and p.id = due.id returning p.id, p.host_slot as "hostSlot"
       ) select * from asked order by id`,
      [ids, now, this.workspaceId()],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }
}

/** When an awaited placement was first seen; the baseline of an imported one is no delivery of ours. */
const FIRST_LIVE = (row: string, state: string, since: string): string =>
  `case when ${row}.first_live_at is null and ${row}.state = 'awaited' and not ${row}.takes_baseline and ${state} in ('live', 'differs')
     then ${since}::timestamptz else ${row}.first_live_at end`;

/** PostgreSQL's text holds no NUL, and half a surrogate pair is no text either. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Rows as JSON the database takes. */
function storable(rows: readonly unknown[]): string {
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(UNSTORABLE, '\uFFFD') : value,
  );
}
