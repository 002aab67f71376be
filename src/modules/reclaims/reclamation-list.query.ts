import { Injectable } from '@nestjs/common';
import { displayHost } from '../../core/sites/site-key.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type {
  ReclamationLine,
  ReclamationList,
  ReclamationListQuery,
  ReclamationRow,
} from './reclamations.dto.js';

const SORT = 'newest';

type Row = Omit<ReclamationRow, 'counterparty'> & {
  readonly publisherId: string | null;
  readonly siteId: string | null;
  readonly publisherName: string | null;
  readonly siteKey: string | null;
  readonly sortKey: string;
};

const COLUMNS = `r.id, r.client_id as "clientId", c.name as "clientName", r.publisher_id as "publisherId", r.site_id as "siteId",
  u.name as "publisherName", s.site_key as "siteKey", r.state, l.lines as "lineCount", l.open as "openCount",
  r.assignee_member_id as "assigneeMemberId", m.name as "assigneeName", coalesce(l.first, r.created_at) as "gotWorseAt",
  r.sent_at as "sentAt", r.closed_at as "closedAt", r.created_at as "createdAt", r.updated_at as "updatedAt", r.revision,
  to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"`;

const JOINS = `join clients c on c.id = r.client_id
  left join publishers u on u.id = r.publisher_id
  left join sites s on s.id = r.site_id
  left join members m on m.id = r.assignee_member_id
  cross join lateral (
    select count(*)::int as lines, (count(*) filter (where x.outcome = 'open'))::int as open, min(x.got_worse_at) as first
    from reclamation_placements x where x.reclamation_id = r.id) l`;

/** Reclamations as lists and their pages show them, in the open transaction. */
@Injectable()
export class ReclamationLists {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async page(asked: ReclamationListQuery): Promise<ReclamationList> {
    const all = conditionsOf(asked);
    const here = all.copy();
    const place = placeOf(asked.cursor);
    if (place !== null)
      here.add(
        `(r.created_at, r.id) < (${here.value(place.at)}::timestamptz, ${here.value(place.id)}::uuid)`,
      );
    const rows = await this.query<Row>(
      `select ${COLUMNS} from (
         select * from reclamations r where ${here.where} order by r.created_at desc, r.id desc limit ${here.value(asked.limit + 1)}) r
       ${JOINS} order by r.created_at desc, r.id desc`,
      here.values,
    );
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(SORT, [last.sortKey, last.id]),
    );
    return { items: shown.map(rowOf), nextCursor, ...totalOf(await this.count(all)) };
  }

  async one(id: string): Promise<(ReclamationRow & { readonly note: string }) | null> {
    const [row] = await this.query<Row & { note: string }>(
      `select ${COLUMNS}, r.note from reclamations r ${JOINS} where r.id = $1`,
      [id],
    );
    return row === undefined ? null : { ...rowOf(row), note: row.note };
  }

  /** The placements of a reclamation, the one that got worse first at the top. */
  lines(id: string): Promise<ReclamationLine[]> {
    return this.query(
      `select p.id as "placementId", b.name as "brandName", p.source_url as "sourceUrl", p.target_url as "targetUrl", p.state,
         l.state as "worseState", l.finding_codes as "findingCodes", l.changed_links as "changedLinks",
         l.got_worse_at as "gotWorseAt", l.check_id as "checkId", p.last_seen_at as "lastSeenAt", l.outcome, l.outcome_at as "outcomeAt"
       from reclamation_placements l join placements p on p.id = l.placement_id join brands b on b.id = p.brand_id
       where l.reclamation_id = $1 order by l.got_worse_at, p.id`,
      [id],
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ count: number }>(
      `select count(*)::int as count from (select 1 from reclamations r where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.count ?? 0;
  }

  private query<Found>(sql: string, values: unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, values);
  }
}

function conditionsOf({
  state,
  clientId,
  publisherId,
  siteId,
  placementId,
  assigneeMemberId,
}: ReclamationListQuery): Conditions {
  const all = new Conditions();
  if (state === 'open') all.add(`r.state in ('proposed', 'sent', 'answered')`);
  else if (state !== undefined) all.add('r.state = $', state);
  if (clientId !== undefined) all.add('r.client_id = $', clientId);
  if (publisherId !== undefined) all.add('r.publisher_id = $', publisherId);
  if (siteId !== undefined) all.add('r.site_id = $', siteId);
  if (assigneeMemberId !== undefined) all.add('r.assignee_member_id = $', assigneeMemberId);
  if (placementId !== undefined)
    all.add(
      'r.id in (select x.reclamation_id from reclamation_placements x where x.placement_id = $)',
      placementId,
    );
  return all;
}

function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, SORT, 2);
  return { at: cursorTime(at), id: cursorText(id, UUID_FORM) };
}

function rowOf(row: Row): ReclamationRow {
  const { publisherId, siteId, publisherName, siteKey, sortKey: _, ...rest } = row;
  const name = publisherName ?? (siteKey === null ? '' : displayHost(siteKey));
  return { ...rest, counterparty: { publisherId, siteId, name } };
}
