import { Injectable } from '@nestjs/common';
import type { CampaignStatus, Guard } from '../../core/campaigns/campaign.js';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import { Database } from '../../platform/database/database.js';

/** A campaign as acts on it and on its pitches need it. */
export interface HeldCampaign {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly kind: string;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly ownerMemberId: string | null;
  readonly agreedPerMonth: number | null;
  readonly budgetMinor: number | null;
  readonly currency: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly firstMailsPerWeek: number | null;
  readonly onConflict: Guard;
  readonly onExclusion: Guard;
  readonly approvals: readonly ApprovalSubject[];
  readonly notes: string;
  readonly revision: number;
  readonly archivedAt: Date | null;
}

/** Columns to write, under their names in the database. */
export type CampaignWrite = Readonly<Record<string, unknown>>;

/** A target page of a campaign as it is written down. */
export interface CampaignPageRow {
  readonly targetPageId: string;
  readonly ownerMemberId: string | null;
  readonly goal: string;
  readonly nextAction: string;
  readonly nextActionOn: string | null;
}

const HELD = `id, client_id as "clientId", brand_id as "brandId", kind, name, status, owner_member_id as "ownerMemberId",
  agreed_per_month as "agreedPerMonth", budget_minor::float8 as "budgetMinor", currency, starts_on::text as "startsOn", ends_on::text as "endsOn",
  first_mails_per_week as "firstMailsPerWeek", on_conflict as "onConflict", on_exclusion as "onExclusion", approvals, notes, revision,
  archived_at as "archivedAt"`;

/** Columns an act may write. */
const WRITABLE: readonly string[] = [
  'name',
  'status',
  'owner_member_id',
  'agreed_per_month',
  'budget_minor',
  'currency',
  'starts_on',
  'ends_on',
  'first_mails_per_week',
  'on_conflict',
  'on_exclusion',
  'approvals',
  'notes',
  'archived_at',
];

/** Rows of campaigns in the open transaction. */
@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<HeldCampaign | null> {
    return (await this.query<HeldCampaign>(`select ${HELD} from campaigns where id = $1`, [id]))[0] ?? null;
  }

  /** The campaign with its row locked, so that acts on it follow one another. */
  async lock(id: string): Promise<HeldCampaign | null> {
    const sql = `select ${HELD} from campaigns where id = $1 for no key update`;
    return (await this.query<HeldCampaign>(sql, [id]))[0] ?? null;
  }

  async insert(
    row: Pick<HeldCampaign, 'id' | 'clientId' | 'brandId' | 'kind'>,
    columns: CampaignWrite,
    { by, at }: { by: string | null; at: Date },
  ): Promise<void> {
    const names = checked(columns);
    const places = names.map((_, index) => `$${index + 8}`);
    await this.query(
      `insert into campaigns (${['workspace_id, id, client_id, brand_id, kind, created_by, created_at, updated_at', ...names].join(', ')})
       values (${['$1, $2, $3, $4, $5, $6, $7, $7', ...places].join(', ')})`,
      [
        this.workspaceId(),
        row.id,
        row.clientId,
        row.brandId,
        row.kind,
        by,
        at,
        ...names.map((name) => columns[name]),
      ],
    );
  }

  /** Writes columns of a campaign, one revision further. */
  async write(id: string, columns: CampaignWrite, at: Date): Promise<void> {
    const names = checked(columns);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update campaigns set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = $1`,
      [id, at, ...names.map((name) => columns[name])],
    );
  }

  async setMembers(
    { id, clientId }: Pick<HeldCampaign, 'id' | 'clientId'>,
    memberIds: readonly string[],
  ): Promise<void> {
    await this.query(
      'delete from campaign_members where campaign_id = $1 and member_id <> all ($2::uuid[])',
      [id, memberIds],
    );
    await this.query(
      `insert into campaign_members (workspace_id, client_id, campaign_id, member_id)
       select $1, $2, $3, member_id from unnest($4::uuid[]) as asked (member_id) on conflict do nothing`,
      [this.workspaceId(), clientId, id, memberIds],
    );
  }

  async setTargetPages(
    { id, clientId }: Pick<HeldCampaign, 'id' | 'clientId'>,
    pages: readonly CampaignPageRow[],
  ): Promise<void> {
    await this.query('delete from campaign_target_pages where campaign_id = $1', [id]);
    await this.query(
      `insert into campaign_target_pages (workspace_id, client_id, campaign_id, target_page_id, owner_member_id, goal, next_action,
         next_action_on, position)
       select $1, $2, $3, "targetPageId", "ownerMemberId", goal, "nextAction", "nextActionOn", position
       from jsonb_to_recordset($4::jsonb) as r ("targetPageId" uuid, "ownerMemberId" uuid, goal text, "nextAction" text,
         "nextActionOn" date, position integer)`,
      [
        this.workspaceId(),
        clientId,
        id,
        JSON.stringify(pages.map((page, position) => ({ ...page, position }))),
      ],
    );
  }

  /** Of these target pages those that belong to the brand and are not archived. */
  async pagesOfBrand(brandId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ id: string }>(
      'select id from target_pages where brand_id = $1 and id = any ($2::uuid[]) and archived_at is null',
      [brandId, ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Of these members those who are here and may see a client. */
  async membersSeeing(clientId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ id: string }>(
      `select m.id from members m where m.id = any ($1::uuid[]) and m.left_at is null and m.role <> 'client'
         and (not m.limited_to_clients or exists (
           select 1 from member_clients mc where mc.workspace_id = m.workspace_id and mc.member_id = m.id and mc.client_id = $2))`,
      [memberIds, clientId],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The campaigns a member owns, with their rows locked. */
  ownedBy(memberId: string): Promise<Pick<HeldCampaign, 'id' | 'clientId' | 'brandId'>[]> {
    return this.query(
      `select id, client_id as "clientId", brand_id as "brandId" from campaigns where owner_member_id = $1 order by id for no key update`,
      [memberId],
    );
  }

  /** How many campaigns that are not archived each member owns. */
  async countByOwner(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ id: string; n: number }>(
      `select owner_member_id as id, count(*)::int as n from campaigns
       where owner_member_id = any ($1::uuid[]) and archived_at is null group by owner_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** Takes who leaves out of all campaigns. */
  async forget(memberId: string): Promise<void> {
    await this.query('delete from campaign_members where member_id = $1', [memberId]);
    await this.query('update campaign_target_pages set owner_member_id = null where owner_member_id = $1', [
      memberId,
    ]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }
}

function checked(columns: CampaignWrite): string[] {
  const names = Object.keys(columns);
  const unknown = names.find((name) => !WRITABLE.includes(name));
  if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
  return names;
}
