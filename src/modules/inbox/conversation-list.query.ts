import { Injectable } from '@nestjs/common';
import { displayHost } from '../../core/sites/site-key.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type {
  ConversationList,
  ConversationListQuery,
  ConversationRow,
  InboxCounts,
} from './conversations.dto.js';

const SORT = 'newest';
/** A search looks through so many conversations that hold the words. */
const FOUND = 1000;

type Row = Omit<ConversationRow, 'from' | 'siteName' | 'assignee'> & {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly siteKey: string | null;
  readonly assigneeMemberId: string | null;
  readonly assigneeName: string | null;
  readonly sortKey: string;
};

const COLUMNS = `c.id, c.subject, c.state, c.from_name as "fromName", c.from_address as "fromAddress", c.last_at as "lastAt",
  c.last_kind as "lastKind", c.site_id as "siteId", s.site_key as "siteKey", c.contact_id as "contactId", c.client_id as "clientId",
  c.mailbox_id as "mailboxId", p.campaign_name as "campaignName", p.ids as "pitchIds", c.assignee_member_id as "assigneeMemberId",
  m.name as "assigneeName", c.snoozed_until as "snoozedUntil", c.snippet, c.message_count as "messageCount", c.revision,
  to_char(c.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"`;

const JOINS = `left join sites s on s.id = c.site_id
  left join members m on m.id = c.assignee_member_id
  cross join lateral (
    select coalesce(array_agg(x.pitch_id order by x.pitch_id), '{}') as ids, min(g.name) as campaign_name
    from conversation_pitches x join pitches h on h.id = x.pitch_id join campaigns g on g.id = h.campaign_id
    where x.conversation_id = c.id) p`;

/** Conversations as lists show them, in the open transaction. */
@Injectable()
export class ConversationLists {
  constructor(private readonly database: Database) {}

  async page(asked: ConversationListQuery, me: string): Promise<ConversationList> {
    const all = conditionsOf(asked, me);
    const here = all.copy();
    const place = placeOf(asked.cursor);
    if (place !== null)
      here.add(`(c.last_at, c.id) < (${here.value(place.at)}::timestamptz, ${here.value(place.id)}::uuid)`);
    const rows = await this.query<Row>(
      `select ${COLUMNS} from (
         select * from conversations c where ${here.where} order by c.last_at desc, c.id desc limit ${here.value(asked.limit + 1)}) c
       ${JOINS} order by c.last_at desc, c.id desc`,
      here.values,
    );
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(SORT, [last.sortKey, last.id]),
    );
    return { items: shown.map(rowOf), nextCursor, ...totalOf(await this.count(all)) };
  }

  async one(id: string): Promise<ConversationRow | null> {
    const [row] = await this.query<Row>(
      `select ${COLUMNS} from (select * from conversations c where c.id = $1 and c.archived_at is null) c ${JOINS}`,
      [id],
    );
    return row === undefined ? null : rowOf(row);
  }

  /** How many stand where; those put off are counted apart. */
  async counts(): Promise<InboxCounts> {
    const rows = await this.query<{ state: string; isSnoozed: boolean; count: number }>(
      `select state, snoozed_until is not null as "isSnoozed", count(*)::int as count from conversations
       where archived_at is null group by 1, 2`,
      [],
    );
    const of = (state: string) => rows.find((row) => row.state === state && !row.isSnoozed)?.count ?? 0;
    return {
      toAnswer: of('to_answer'),
      waiting: of('waiting'),
      unmatched: of('unmatched'),
      other: of('other'),
      done: of('done'),
      snoozed: rows.filter((row) => row.isSnoozed).reduce((sum, { count }) => sum + count, 0),
    };
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ count: number }>(
      `select count(*)::int as count from (select 1 from conversations c where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.count ?? 0;
  }

  private query<Found>(sql: string, values: unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, values);
  }
}

function conditionsOf(asked: ConversationListQuery, me: string): Conditions {
  const { mailboxId, clientId, pitchId, contactId, siteId } = asked;
  const all = new Conditions().add('c.archived_at is null');
  addStanding(all, asked, me);
  if (mailboxId !== undefined) all.add('c.mailbox_id = $', mailboxId);
  if (clientId !== undefined) all.add('c.client_id = $', clientId);
  if (contactId !== undefined) all.add('c.contact_id = $', contactId);
  if (siteId !== undefined) all.add('c.site_id = $', siteId);
  if (pitchId !== undefined)
    all.add('c.id in (select x.conversation_id from conversation_pitches x where x.pitch_id = $)', pitchId);
  addWords(all, asked.search ?? '');
  return all;
}

/** Those put off are looked for apart; whose they are may be said by `me` and `nobody`. */
function addStanding(
  all: Conditions,
  { state, snoozed, assigneeMemberId }: ConversationListQuery,
  me: string,
): void {
  if (state !== undefined) all.add('c.state = $', state);
  if (snoozed === true) all.add('c.snoozed_until is not null');
  else if (state !== undefined || snoozed === false) all.add('c.snoozed_until is null');
  if (assigneeMemberId === 'nobody') all.add('c.assignee_member_id is null');
  else if (assigneeMemberId === 'me') all.add('c.assignee_member_id = $', me);
  else if (assigneeMemberId !== undefined) all.add('c.assignee_member_id::text = $', assigneeMemberId);
}

function addWords(all: Conditions, search: string): void {
  const words = search.toLowerCase().replace(/\s+/g, ' ').replaceAll('\u0000', '').trim();
  if (words !== '') all.add(`c.id in (select search_conversations($, ${FOUND}))`, words);
}

function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, SORT, 2);
  return { at: cursorTime(at), id: cursorText(id, UUID_FORM) };
}

function rowOf(row: Row): ConversationRow {
  const { fromName, fromAddress, siteKey, assigneeMemberId, assigneeName, sortKey: _, ...rest } = row;
  return {
    ...rest,
    from: fromAddress === '' && fromName === '' ? null : { name: fromName, address: fromAddress },
    siteName: siteKey === null ? null : displayHost(siteKey),
    assignee: assigneeMemberId === null ? null : { memberId: assigneeMemberId, name: assigneeName ?? '' },
  };
}
