import { Injectable } from '@nestjs/common';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import type { ApprovalState, PitchOutcome, PitchStatus } from '../../core/campaigns/pitch.js';
import { Database } from '../../platform/database/database.js';

/** A pitch as acts on it need it. */
export interface HeldPitch {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly siteId: string | null;
  readonly label: string;
  readonly stage: string;
  readonly stagePosition: number;
  readonly stageSince: Date;
  readonly status: PitchStatus;
  readonly outcome: PitchOutcome | null;
  readonly lossReason: string | null;
  readonly lossNote: string;
  readonly assigneeMemberId: string | null;
  readonly targetPageId: string | null;
  readonly assetId: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly pausedUntil: string | null;
  readonly approvalStates: Readonly<Partial<Record<ApprovalSubject, ApprovalState>>>;
  readonly firstContactedAt: Date | null;
  readonly closedAt: Date | null;
  readonly revision: number;
  readonly archivedAt: Date | null;
}

/** Columns to write, under their names in the database. */
export type PitchWrite = Readonly<Record<string, unknown>>;

/** What a new pitch is from its first moment on; all else is as the table says. */
export type NewPitchRow = Pick<
  HeldPitch,
  | 'id'
  | 'clientId'
  | 'brandId'
  | 'campaignId'
  | 'kind'
  | 'siteId'
  | 'label'
  | 'stage'
  | 'stagePosition'
  | 'status'
  | 'assigneeMemberId'
  | 'targetPageId'
  | 'assetId'
  | 'fields'
> & { readonly searchText: string };

const HELD = `id, client_id as "clientId", brand_id as "brandId", campaign_id as "campaignId", kind, site_id as "siteId", label, stage,
  stage_position as "stagePosition", stage_since as "stageSince", status, outcome, loss_reason as "lossReason", loss_note as "lossNote",
  assignee_member_id as "assigneeMemberId", target_page_id as "targetPageId", asset_id as "assetId", fields, next_step as "nextStep",
  next_step_on::text as "nextStepOn", paused_until::text as "pausedUntil", approval_states as "approvalStates",
  first_contacted_at as "firstContactedAt", closed_at as "closedAt", revision, archived_at as "archivedAt"`;

/** Columns an act may write. */
const WRITABLE: readonly string[] = [
  'site_id',
  'label',
  'stage',
  'stage_position',
  'stage_since',
  'status',
  'outcome',
  'loss_reason',
  'loss_note',
  'assignee_member_id',
  'target_page_id',
  'asset_id',
  'fields',
  'next_step',
  'next_step_on',
  'paused_until',
  'approval_states',
  'first_contacted_at',
  'closed_at',
  'search_text',
  'archived_at',
];

/** Rows of pitches in the open transaction. */
@Injectable()
export class PitchesRepository {
  constructor(private readonly database: Database) {}

  /** Pitches by their ids, in no order; those not to be seen are left out. */
  many(ids: readonly string[]): Promise<HeldPitch[]> {
    return this.query(
      `select p.* from unnest($1::uuid[]) as w (id) cross join lateral (select ${HELD} from pitches where pitches.id = w.id offset 0) p`,
      [ids],
    );
  }

  /** The pitch with its row locked, so that acts on it follow one another. */
  async lock(id: string): Promise<HeldPitch | null> {
    return (await this.lockAll([id]))[0] ?? null;
  }

  /** Locks pitches in the order of their ids, so that two transactions never wait for each other. */
  lockAll(ids: readonly string[]): Promise<HeldPitch[]> {
    return this.query(
      `select ${HELD} from pitches where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    );
  }

  async insert(row: NewPitchRow, { by, at }: { by: string | null; at: Date }): Promise<void> {
    await this.query(
      `insert into pitches (workspace_id, id, client_id, brand_id, campaign_id, kind, site_id, label, stage, stage_position, stage_since, status,
         assignee_member_id, target_page_id, asset_id, fields, search_text, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $11, $11)`,
      [
        this.workspaceId(),
        row.id,
        row.clientId,
        row.brandId,
        row.campaignId,
        row.kind,
        row.siteId,
        row.label,
        row.stage,
        row.stagePosition,
        at,
        row.status,
        row.assigneeMemberId,
        row.targetPageId,
        row.assetId,
        JSON.stringify(row.fields),
        row.searchText,
        by,
      ],
    );
  }

  /** Writes columns of a pitch, one revision further. */
  async write(id: string, columns: PitchWrite, at: Date): Promise<void> {
    const names = Object.keys(columns);
    const unknown = names.find((name) => !WRITABLE.includes(name));
    if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update pitches set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = $1`,
      [id, at, ...names.map((name) => columns[name])],
    );
  }

  /** The open pitch of a site in a campaign, or null. */
  async openInCampaign(campaignId: string, siteId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select id from pitches where campaign_id = $1 and site_id = $2 and archived_at is null and status <> 'closed' order by id limit 1`,
      [campaignId, siteId],
    );
    return rows[0]?.id ?? null;
  }

  /** Pitches on sites that are neither closed nor archived, of one client or of all; their rows are locked. */
  openOnSites(siteIds: readonly string[], clientId: string | null): Promise<HeldPitch[]> {
    return this.query(
      `select ${HELD} from pitches where site_id = any ($1::uuid[]) and archived_at is null and status <> 'closed'
         and ($2::uuid is null or client_id = $2) order by id for no key update`,
      [siteIds, clientId],
    );
  }

  /** Paused pitches of these kinds whose day has come, oldest first; their rows are locked. */
  dueToResume(today: string, kinds: readonly string[], atMost: number): Promise<HeldPitch[]> {
    return this.query(
      `select ${HELD} from pitches where status = 'paused' and paused_until is not null and paused_until <= $1::date and archived_at is null
         and kind = any ($2::text[]) order by id limit $3 for no key update skip locked`,
      [today, kinds, atMost],
    );
  }

  /** The pitches a member works on that are not archived; their rows are locked. */
  assignedTo(memberId: string): Promise<HeldPitch[]> {
    return this.query(
      `select ${HELD} from pitches where assignee_member_id = $1 order by id for no key update`,
      [memberId],
    );
  }

  /** How many open pitches each member works on. */
  async countByAssignee(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ id: string; n: number }>(
      `select assignee_member_id as id, count(*)::int as n from pitches
       where assignee_member_id = any ($1::uuid[]) and archived_at is null and status <> 'closed' group by assignee_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** The language of the workspace. */
  async language(): Promise<'en' | 'nl'> {
    const rows = await this.query<{ locale: 'en' | 'nl' }>('select locale from workspaces', []);
    return rows[0]?.locale ?? 'en';
  }

  /** The site's key, or null where there is no such site. */
  async siteKey(siteId: string): Promise<string | null> {
    const rows = await this.query<{ key: string }>(
      'select site_key as key from sites where id = $1 for key share',
      [siteId],
    );
    return rows[0]?.key ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }
}
