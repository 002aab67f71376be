import { Injectable } from '@nestjs/common';
import { FIT_QUESTIONS } from '../../core/prospects/fit.js';
import { isLocked, isLockedByOther } from '../../core/prospects/lock.js';
import type { ExclusionReason, ProspectStatus, Stage } from '../../core/prospects/prospect.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Principal } from '../../platform/http/principal.js';
import { CustomValuesService, type ShownValues } from './custom-values.service.js';
import { metricOf } from './prospect-conditions.js';
import type { ProspectRow, ShownExclusion, ShownMetric, TagLabel } from './prospect-row.dto.js';
import type { TagKind } from './tags.dto.js';

/** A prospect as its table and its neighbours hold it. */
export interface ProspectRecord {
  readonly id: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly status: ProspectStatus;
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly lockUntil: Date | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly fitYes: number;
  readonly fitNo: number;
  readonly doNotContact: boolean;
  readonly contactCount: number;
  readonly lastTouchAt: Date | null;
  readonly lastTouchMemberId: string | null;
  readonly lastTouchMemberName: string | null;
  readonly stage: Stage;
  readonly publisherId: string | null;
  readonly publisherName: string | null;
  readonly notes: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
}

/** Characters of the notes that a list shows. */
const SHORT_NOTES = 200;

/** All of the notes. */
export const WHOLE_NOTES = 100_000;

/** What rows show beside themselves: metrics by `source.metric`, and so many characters of the notes. */
interface RowWish {
  readonly show?: readonly string[];
  readonly notes?: number;
}

const ROWS = `select p.id, p.site_id as "siteId", p.site_key as "siteKey", p.status, p.owner_member_id as "ownerMemberId", m.name as "ownerName",
    p.lock_until as "lockUntil", p.language, p.country, p.fit_yes as "fitYes", p.fit_no as "fitNo", p.do_not_contact as "doNotContact",
    p.contact_count as "contactCount", p.last_touch_at as "lastTouchAt", p.last_touch_member_id as "lastTouchMemberId",
    t.name as "lastTouchMemberName", p.stage, o.id as "publisherId", o.name as "publisherName", left(p.notes, $2) as notes,
    p.revision, p.created_at as "createdAt", p.updated_at as "updatedAt", p.archived_at as "archivedAt"
  from prospects p
  left join members m on m.id = p.owner_member_id
  left join members t on t.id = p.last_touch_member_id
  left join lateral (
    select u.id, u.name from site_publishers sp join publishers u on u.id = sp.publisher_id
    where sp.site_id = p.site_id and sp.ended_at is null and u.archived_at is null
    order by sp.role <> 'owner', sp.created_at, u.id limit 1
  ) o on true
  where p.id = any ($1::uuid[])`;

/** What stands beside prospects in other tables, by prospect or by site. */
interface Beside {
  readonly tags: ReadonlyMap<string, readonly (TagLabel & { kind: TagKind })[]>;
  readonly custom: ReadonlyMap<string, ShownValues>;
  readonly metrics: ReadonlyMap<string, readonly ShownMetric[]>;
  readonly exclusions: ReadonlyMap<string, readonly ShownExclusion[]>;
}

/** Prospects as lists show them, in the open transaction. */
@Injectable()
export class ProspectRows {
  constructor(
    private readonly database: Database,
    private readonly values: CustomValuesService,
    private readonly clock: Clock,
  ) {}

  /** Rows by their ids, in that order; those that do not exist are left out. */
  async byIds(
    who: Pick<Principal, 'memberId' | 'clientIds'>,
    ids: readonly string[],
    { show = [], notes = SHORT_NOTES }: RowWish = {},
  ): Promise<ProspectRow[]> {
    if (ids.length === 0) return [];
    const found = await this.query<ProspectRecord>(ROWS, [ids, notes]);
    const records = new Map(found.map((row) => [row.id, row]));
    const beside = await this.beside([...records.values()], show);
    const at = this.clock.now().getTime();
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record === undefined ? [] : [rowOf(record, beside, { ...who, at })];
    });
  }

  private async beside(records: readonly ProspectRecord[], show: readonly string[]): Promise<Beside> {
    const ids = records.map((row) => row.id);
    const siteIds = records.map((row) => row.siteId);
    return {
      tags: await this.tags(ids),
      custom: await this.values.ofRecords('prospect', ids),
      metrics: show.length === 0 ? new Map() : await this.metrics(siteIds, show),
      exclusions: await this.exclusions(siteIds),
    };
  }

  private async tags(ids: readonly string[]): Promise<Beside['tags']> {
    const rows = await this.query<{ of: string } & TagLabel & { kind: TagKind }>(
      `select pt.prospect_id as "of", t.id, t.name, t.kind from prospect_tags pt join tags t on t.id = pt.tag_id
       where pt.prospect_id = any ($1::uuid[]) order by t.name_key, t.id`,
      [ids],
    );
    return grouped(rows);
  }

  private async metrics(siteIds: readonly string[], show: readonly string[]): Promise<Beside['metrics']> {
    const wanted = show.map(metricOf);
    const rows = await this.query<{ of: string } & ShownMetric>(
      `select v.site_id as "of", v.source, v.metric, v.value, v.measured_on::text as "measuredOn"
       from unnest($2::text[], $3::text[]) as w (source, metric)
       join site_latest_metrics v on v.source = w.source and v.metric = w.metric and v.site_id = any ($1::uuid[])`,
      [siteIds, wanted.map(({ source }) => source), wanted.map(({ metric }) => metric)],
    );
    return grouped(rows);
  }

  private async exclusions(siteIds: readonly string[]): Promise<Beside['exclusions']> {
    const rows = await this.query<{
      of: string;
      clientId: string;
      clientName: string;
      reason: ExclusionReason;
    }>(
      `select e.site_id as "of", e.client_id as "clientId", c.name as "clientName", e.reason
       from client_exclusions e join clients c on c.id = e.client_id where e.site_id = any ($1::uuid[]) order by lower(c.name), c.id`,
      [siteIds],
    );
    return grouped(rows);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function grouped<Row extends { of: string }>(rows: readonly Row[]): Map<string, Omit<Row, 'of'>[]> {
  const groups = new Map<string, Omit<Row, 'of'>[]>();
  for (const { of, ...row } of rows) groups.set(of, [...(groups.get(of) ?? []), row]);
  return groups;
}

function rowOf(
  record: ProspectRecord,
  beside: Beside,
  who: { memberId: string; clientIds: readonly string[] | null; at: number },
): ProspectRow {
  const { lastTouchMemberId, lastTouchMemberName, publisherId: _, publisherName: __, ...row } = record;
  const lock = { ownerMemberId: row.ownerMemberId, until: row.lockUntil?.getTime() ?? null };
  // For whom a colleague wrote is not kept here: a member who is limited to clients is not told the colleague either.
  const isTold = who.clientIds === null || lastTouchMemberId === who.memberId;
  return {
    ...row,
    displayHost: displayHost(row.siteKey),
    lockUntil: isLocked(lock, who.at) ? row.lockUntil : null,
    isLockedByOther: isLockedByOther(lock, who.memberId, who.at),
    fitOf: FIT_QUESTIONS.length,
    lastTouchMemberName: isTold ? lastTouchMemberName : null,
    tags: labels(beside, row.id, 'tag'),
    topics: labels(beside, row.id, 'topic'),
    metrics: [...(beside.metrics.get(row.siteId) ?? [])],
    custom: beside.custom.get(row.id) ?? {},
    exclusions: [...(beside.exclusions.get(row.siteId) ?? [])],
    publisher: publisherOf(record),
  };
}

function labels(beside: Beside, id: string, wanted: TagKind): TagLabel[] {
  const tags = beside.tags.get(id) ?? [];
  return tags.filter(({ kind }) => kind === wanted).map((tag) => ({ id: tag.id, name: tag.name }));
}

function publisherOf({ publisherId, publisherName }: ProspectRecord): ProspectRow['publisher'] {
  if (publisherId === null || publisherName === null) return null;
  return { id: publisherId, name: publisherName };
}
