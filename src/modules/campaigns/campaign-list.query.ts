import { Injectable } from '@nestjs/common';
import { monthStart } from '../../core/campaigns/month.js';
import { searchedWords } from '../../core/prospects/searched-words.js';
import { monthOf } from '../../core/reports/month.js';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { TeamService } from '../access/team.service.js';
import type { CampaignDetail, CampaignRow } from './campaign.dto.js';
import type { CampaignListQuery, CampaignSort } from './campaign-list.dto.js';

/** What the database says of a campaign; the names of stages are the kind's. */
export type CampaignRecord = Omit<CampaignRow, 'funnel' | 'budget'> & {
  readonly budgetMinor: number | null;
  readonly currency: string | null;
  /** Pitches that are not lost, by stage. */
  readonly stages: Readonly<Record<string, number>>;
};

/** What a campaign is to deliver each month. */
export interface AgreedCampaign {
  readonly id: string;
  readonly clientId: string;
  readonly agreed: number;
}

/** What only the campaign's own page shows. */
export type CampaignSettings = Pick<
  CampaignDetail,
  'approvals' | 'onConflict' | 'onExclusion' | 'firstMailsPerWeek' | 'notes' | 'members' | 'targetPages'
>;

const COLUMNS = `c.id, c.name, c.kind, c.client_id as "clientId", cl.name as "clientName", c.brand_id as "brandId", b.name as "brandName",
  c.status, c.owner_member_id as "ownerMemberId", m.name as "ownerName", c.agreed_per_month as "agreedPerMonth",
  c.budget_minor::float8 as "budgetMinor", c.currency, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.revision,
  c.created_at as "createdAt", c.archived_at as "archivedAt", p.n as "pitchCount", p.stages, p.won as "wonCount", p.lost as "lostCount",
  p.won + p.lost as "decidedCount", d.n as "deliveredThisMonth"`;

/** `$2` is the moment the month began. */
const JOINS = `
  join clients cl on cl.workspace_id = c.workspace_id and cl.id = c.client_id
  join brands b on b.workspace_id = c.workspace_id and b.id = c.brand_id
  left join members m on m.workspace_id = c.workspace_id and m.id = c.owner_member_id
  cross join lateral (
    select coalesce(sum(n), 0)::int as n, coalesce(sum(won), 0)::int as won, coalesce(sum(lost), 0)::int as lost,
      coalesce(jsonb_object_agg(stage, n - lost), '{}') as stages
    from (
      select stage, count(*) as n, count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost
      from pitches where workspace_id = c.workspace_id and campaign_id = c.id and archived_at is null group by stage
    ) by_stage
  ) p
  cross join lateral (
    select count(*)::int as n from placements
    where workspace_id = c.workspace_id and campaign_id = c.id and archived_at is null and first_live_at >= $2
  ) d`;

const ORDERS: Readonly<Record<CampaignSort, { key: string; direction: 'asc' | 'desc' }>> = {
  newest: { key: 'c.created_at', direction: 'desc' },
  name: { key: 'lower(c.name)', direction: 'asc' },
};

/** Campaigns as lists and their pages read them, in the open transaction. */
@Injectable()
export class CampaignLists {
  constructor(
    private readonly database: Database,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** One page of the list. Campaigns are few, so their names are searched row by row. */
  async page(asked: CampaignListQuery, memberId: string) {
    const sort = asked.sort ?? 'newest';
    const { key, direction } = ORDERS[sort];
    const all = conditionsOf(asked, memberId);
    if (asked.runningIn !== undefined) running(all, asked.runningIn, (await this.team.workspace()).timeZone);
    const total = await this.count(all);
    if (asked.cursor !== undefined) after(all, sort, asked.cursor);
    const rows = await this.query<{ id: string; sortKey: string }>(
      `select c.id, ${sort === 'newest' ? TIME_TEXT : key} as "sortKey" from campaigns c where ${all.where}
       order by ${key} ${direction}, c.id ${direction} limit ${all.value(asked.limit + 1)}`,
      all.values,
    );
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(`campaigns.${sort}`, [last.sortKey, last.id]),
    );
    return { items: await this.byIds(shown.map((row) => row.id)), nextCursor, ...totalOf(total) };
  }

  /** Campaigns by their ids, in that order; those not to be seen are left out. */
  async byIds(ids: readonly string[]): Promise<CampaignRecord[]> {
    const { timeZone } = await this.team.workspace();
    const since = new Date(monthStart(this.clock.now().getTime(), timeZone));
    return this.query<CampaignRecord>(
      `select ${COLUMNS} from unnest($1::uuid[]) with ordinality as asked (id, place) join campaigns c on c.id = asked.id ${JOINS}
       order by asked.place`,
      [ids, since],
    );
  }

  /** What the campaigns under way in a month (YYYY-MM) are to deliver in it; those without an agreed number are left out. */
  async agreedIn(month: string, clientId: string | undefined): Promise<AgreedCampaign[]> {
    const all = new Conditions().add('c.archived_at is null').add('c.agreed_per_month is not null');
    if (clientId !== undefined) all.add('c.client_id = $', clientId);
    running(all, month, (await this.team.workspace()).timeZone);
    return this.query(
      `select c.id, c.client_id as "clientId", c.agreed_per_month as agreed from campaigns c where ${all.where}`,
      all.values,
    );
  }

  /** What only a campaign's own page shows, or null. */
  async settings(id: string): Promise<CampaignSettings | null> {
    const rows = await this.query<CampaignSettings>(
      `select c.approvals, c.on_conflict as "onConflict", c.on_exclusion as "onExclusion", c.first_mails_per_week as "firstMailsPerWeek", c.notes,
         coalesce((select jsonb_agg(jsonb_build_object('memberId', m.id, 'name', m.name) order by lower(m.name), m.id)
           from campaign_members cm join members m on m.workspace_id = cm.workspace_id and m.id = cm.member_id
           where cm.campaign_id = c.id), '[]') as members,
         coalesce((select jsonb_agg(jsonb_build_object('targetPageId', t.id, 'url', t.url, 'label', t.label, 'ownerMemberId', ct.owner_member_id,
             'ownerName', o.name, 'goal', ct.goal, 'nextAction', ct.next_action, 'nextActionOn', ct.next_action_on::text) order by ct.position, t.id)
           from campaign_target_pages ct
           join target_pages t on t.workspace_id = ct.workspace_id and t.id = ct.target_page_id
           left join members o on o.workspace_id = ct.workspace_id and o.id = ct.owner_member_id
           where ct.campaign_id = c.id), '[]') as "targetPages"
       from campaigns c where c.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from campaigns c where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, [...values]);
  }
}

const TIME_TEXT = `to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function after(all: Conditions, sort: CampaignSort, cursor: string): void {
  const [key, id] = readCursor(cursor, `campaigns.${sort}`, 2);
  const place = cursorText(id, UUID_FORM);
  const { key: column, direction } = ORDERS[sort];
  const sign = direction === 'asc' ? '>' : '<';
  const value = all.value(sort === 'newest' ? cursorTime(key) : cursorText(key, /^/));
  const type = sort === 'newest' ? 'timestamptz' : 'text';
  all.add(`(${column}, c.id) ${sign} (${value}::${type}, ${all.value(place)}::uuid)`);
}

function conditionsOf(asked: CampaignListQuery, memberId: string): Conditions {
  const all = new Conditions();
  all.add(asked.archived === true ? 'c.archived_at is not null' : 'c.archived_at is null');
  if (asked.clientId !== undefined) all.add('c.client_id = $', asked.clientId);
  if (asked.brandId !== undefined) all.add('c.brand_id = $', asked.brandId);
  if (asked.kind !== undefined) all.add('c.kind = any ($::text[])', asked.kind);
  if (asked.status !== undefined) all.add('c.status = any ($::text[])', asked.status);
  owner(all, asked.ownerMemberId, memberId);
  const words = searchedWords(asked.search ?? '');
  if (words !== '') all.add('lower(c.name) like $', `%${words.replace(/[\\%_]/g, '\\$&')}%`);
  return all;
}

/** Under way in a month, as reports count it: more than planned, there before its end, and its days touch it. */
function running(all: Conditions, month: string, timeZone: string): void {
  const { firstDay, lastDay, until } = monthOf(`${month}-01`, timeZone);
  all
    .add(`c.status <> 'planning'`)
    .add('c.created_at < $', new Date(until))
    .add('(c.starts_on is null or c.starts_on <= $::date)', lastDay)
    .add('(c.ends_on is null or c.ends_on >= $::date)', firstDay);
}

function owner(all: Conditions, asked: string | undefined, memberId: string): void {
  if (asked === undefined) return;
  if (asked === 'none') all.add('c.owner_member_id is null');
  else all.add('c.owner_member_id = $', asked === 'me' ? memberId : asked);
}
