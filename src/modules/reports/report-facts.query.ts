import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import type { PlacementState, PlacementType } from '../../core/placements/placement.js';
import { authorityOf, type Figure } from '../../core/reports/authority.js';
import type { AgreedGoal, ReportFacts } from '../../core/reports/content.js';
import type { Month } from '../../core/reports/month.js';
import { VERDICTS } from '../../core/verifier/verdict.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';

interface Row {
  readonly id: string;
  readonly clientName: string;
  readonly brandId: string;
  readonly brand: string;
  readonly campaignId: string | null;
  readonly campaign: string | null;
  readonly type: PlacementType;
  readonly sourceUrl: string | null;
  readonly sourceHost: string;
  readonly targetUrl: string;
  readonly anchor: string | null;
  readonly rel: string | null;
  readonly state: PlacementState;
  readonly stateSince: Date;
  readonly createdAt: Date;
  readonly firstLiveAt: Date | null;
  readonly isImported: boolean;
  readonly isBaselineRemoved: boolean;
  readonly rechecking: boolean;
  readonly checkedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly lastVerdicts: string;
  readonly seenByHandUntil: string | null;
  readonly dueOn: string | null;
  readonly proofAt: Date | null;
  readonly replacedByUrl: string | null;
  readonly isReplacement: boolean;
  readonly figures: Figure[];
}

/** A placement as reports read it, with its id, for checks and cursors. */
export interface FoundPlacement {
  readonly id: string;
  readonly clientName: string;
  readonly isCheckable: boolean;
  readonly facts: ReportFacts;
}

/** Only what a client may know of a placement: nothing of prices, terms, notes, people or mails is read at all. */
const COLUMNS = `p.id, cl.name as "clientName", p.brand_id as "brandId", b.name as brand, p.campaign_id as "campaignId", c.name as campaign,
  p.type, p.source_url as "sourceUrl", p.source_host as "sourceHost", p.target_url as "targetUrl", p.seen_anchor as anchor, p.seen_rel as rel,
  p.state, p.state_since as "stateSince", p.created_at as "createdAt", p.first_live_at as "firstLiveAt",
  p.import_id is not null as "isImported", p.is_baseline_removed as "isBaselineRemoved", p.rechecking,
  p.checked_at as "checkedAt", p.last_seen_at as "lastSeenAt", p.last_verdicts as "lastVerdicts",
  p.seen_by_hand_until::text as "seenByHandUntil", p.due_on::text as "dueOn", e.first_seen_at as "proofAt",
  r.source_url as "replacedByUrl",
  exists (select 1 from placements o where o.workspace_id = p.workspace_id and o.replaced_by_id = p.id) as "isReplacement", m.figures`;

const JOINS = `join clients cl on cl.workspace_id = p.workspace_id and cl.id = p.client_id
  join brands b on b.workspace_id = p.workspace_id and b.id = p.brand_id
  left join campaigns c on c.workspace_id = p.workspace_id and c.id = p.campaign_id
  left join placements r on r.workspace_id = p.workspace_id and r.id = p.replaced_by_id
  left join evidence e on e.workspace_id = p.workspace_id and e.placement_id = p.id and e.hash = p.evidence_hash
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('source', source, 'metric', metric, 'value', value, 'measuredOn', measured_on)), '[]') as figures
    from site_latest_metrics where workspace_id = p.workspace_id and site_id = p.site_id
  ) m`;

const GOALS = `
  select c.brand_id as "brandId", b.name as brand, c.id as "campaignId", c.name as campaign, c.agreed_per_month as agreed
  from campaigns c
  join brands b on b.workspace_id = c.workspace_id and b.id = c.brand_id
  where c.client_id = $1 and c.archived_at is null and c.status <> 'planning' and c.created_at < $2
    and (c.starts_on is null or c.starts_on <= $4::date) and (c.ends_on is null or c.ends_on >= $3::date)
  order by lower(b.name), lower(c.name), c.id`;

/** What reports and the client's own list say about placements, in the open transaction. */
@Injectable()
export class ReportFactsQuery {
  constructor(private readonly database: Database) {}

  /** The placements of a client that a month's report may speak of. `now` decides what is overdue. */
  async ofMonth(
    clientId: string,
    month: Month,
    zone: { now: Date; timeZone: string },
  ): Promise<FoundPlacement[]> {
    const rows = await this.query<Row>(
      `select ${COLUMNS} from placements p ${JOINS}
       where p.client_id = $1 and p.archived_at is null
         and (p.state in ('awaited', 'live', 'differs', 'site_down', 'check_by_hand') or p.state_since >= $2)`,
      [clientId, new Date(month.from)],
    );
    return rows.map((row) => foundOf(row, zone));
  }

  /** A page of placements, newest first. */
  async page(
    all: Conditions,
    limit: number,
    zone: { now: Date; timeZone: string },
  ): Promise<FoundPlacement[]> {
    const rows = await this.query<Row>(
      `select ${COLUMNS} from (select * from placements p where ${all.where} order by p.id desc limit ${limit}) p ${JOINS}
       order by p.id desc`,
      all.values,
    );
    return rows.map((row) => foundOf(row, zone));
  }

  async count(all: Conditions, upTo: number): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from placements p where ${all.where} limit ${upTo}) found`,
      all.values,
    );
    return rows[0]?.n ?? 0;
  }

  /** What was agreed to deliver in a month, by campaign. */
  goals(clientId: string, month: Month): Promise<AgreedGoal[]> {
    return this.query(GOALS, [clientId, new Date(month.until), month.firstDay, month.lastDay]);
  }

  private query<Found>(sql: string, values: unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, values);
  }
}

const NOT_CHECKED: readonly PlacementState[] = ['ended', 'released', 'replaced'];

function foundOf(row: Row, { now, timeZone }: { now: Date; timeZone: string }): FoundPlacement {
  const today = localDay(now.getTime(), timeZone);
  const { id, clientName, sourceUrl, state, figures } = row;
  const isCheckable = sourceUrl !== null && !NOT_CHECKED.includes(state);
  const { brandId, brand, campaignId, campaign, type, targetUrl, anchor, rel, dueOn, replacedByUrl } = row;
  const { isImported, isBaselineRemoved, rechecking, isReplacement } = row;
  const facts: ReportFacts = {
    ...{
      brandId,
      brand,
      campaignId,
      campaign,
      type,
      sourceUrl,
      targetUrl,
      anchor,
      rel,
      dueOn,
      replacedByUrl,
    },
    ...{ state, isImported, isBaselineRemoved, rechecking, isReplacement },
    site: row.sourceHost,
    authority: authorityOf(figures),
    since: row.stateSince.toISOString(),
    deliveredAt: textOf(row.firstLiveAt),
    lastSeenAt: textOf(row.lastSeenAt),
    proofAt: textOf(row.proofAt),
    stateSince: row.stateSince.getTime(),
    createdAt: row.createdAt.getTime(),
    firstLiveAt: row.firstLiveAt?.getTime() ?? null,
    checkedAt: row.checkedAt?.getTime() ?? null,
    lastVerdict: VERDICTS.find((verdict) => verdict === row.lastVerdicts.split(',').at(-1)) ?? null,
    isOverdue: state === 'awaited' && dueOn !== null && dueOn < today,
    isSeenByHand: row.seenByHandUntil !== null && row.seenByHandUntil >= today,
  };
  return { id, clientName, isCheckable, facts };
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
