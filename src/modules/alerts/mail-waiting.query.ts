import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MailWaitingItem, MailWaitingKey } from './today.dto.js';

/** Rows each list begins with. */
const SHOWN = 10;

/** Whose mail is asked for: of a client, or of a brand's client; null where not said. */
export interface MailOf {
  readonly clientId: string | null;
  readonly brandId: string | null;
}

const AT_CLIENT = (alias: string) => `($1::uuid is null or ${alias}.client_id = $1)
  and ($2::uuid is null or ${alias}.client_id = (select client_id from brands where id = $2))`;
const PITCH_PLACE = `left join campaigns c on c.workspace_id = o.workspace_id and c.id = o.campaign_id`;
const OUTBOUND = `o.id, coalesce(nullif(o.to_name, ''), o.to_address) as title, o.subject as detail, coalesce(c.name, o.from_address) as place`;

/** The rows behind each list: an id, its words, and the moment it is told by; the oldest first, for it waits longest. */
const LISTS: Readonly<Record<MailWaitingKey, { from: string; rows: string; order: string }>> = {
  doubts: {
    from: `outbound_messages o ${PITCH_PLACE} where o.state in ('in_doubt', 'unknown') and ${AT_CLIENT('o')}`,
    rows: `${OUTBOUND}, o.in_doubt_at as at, null::text as state`,
    order: 'o.in_doubt_at, o.id',
  },
  to_answer: {
    from: `conversations v left join sites s on s.workspace_id = v.workspace_id and s.id = v.site_id
      where v.state = 'to_answer' and v.archived_at is null and (v.snoozed_until is null or v.snoozed_until <= $3)
        and (v.assignee_member_id is null or v.assignee_member_id = $4) and ${AT_CLIENT('v')}`,
    rows: `v.id, coalesce(nullif(v.from_name, ''), nullif(v.from_address, ''), v.subject) as title, v.subject as detail, s.host as place, v.last_at as at, v.last_kind as state`,
    order: 'v.last_at, v.id',
  },
  held: {
    from: `outbound_messages o ${PITCH_PLACE} where o.held_at is not null and o.state in ('ready', 'deferred') and ${AT_CLIENT('o')}`,
    rows: `${OUTBOUND}, o.held_at as at, o.hold_code as state`,
    order: 'o.held_at, o.id',
  },
  mailboxes_paused: {
    from: `mailboxes b where b.state = 'paused' and b.archived_at is null
      and ($1::uuid is null or exists (select 1 from mailbox_clients x where x.workspace_id = b.workspace_id and x.mailbox_id = b.id and x.client_id = $1))`,
    rows: `b.id, b.address as title, null::text as detail, null::text as place, b.paused_at as at, b.pause_code as state`,
    order: 'b.paused_at, b.id',
  },
};

const ADDRESSES: Readonly<Record<MailWaitingKey, (id: string) => string>> = {
  doubts: (id) => `/outbox?state=doubt&m=${id}`,
  to_answer: (id) => `/inbox?c=${id}`,
  held: (id) => `/outbox?state=held&m=${id}`,
  mailboxes_paused: (id) => `/settings/mailboxes/${id}`,
};

/** What mail waits for a person, in the open transaction. */
@Injectable()
export class MailWaiting {
  constructor(private readonly database: Database) {}

  /** How many wait on a list, and the first of them. What was given to somebody else is not `memberId`'s to answer. */
  async list(
    key: MailWaitingKey,
    of: MailOf,
    who: { readonly memberId: string; readonly now: Date },
  ): Promise<{ total: number; items: MailWaitingItem[] }> {
    const { from, rows, order } = LISTS[key];
    const values = [of.clientId, of.brandId, who.now, who.memberId];
    const used = `($3::timestamptz is not null) and ($4::uuid is not null) and ($2::uuid is null or true)`;
    const manager = this.database.manager();
    const [counted] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total from ${from} and ${used}`,
      values,
    );
    const items = await manager.query<Omit<MailWaitingItem, 'address'>[]>(
      `select ${rows} from ${from} and ${used} order by ${order} limit ${SHOWN}`,
      values,
    );
    return {
      total: counted?.total ?? 0,
      items: items.map((item) => ({ ...item, address: ADDRESSES[key](item.id) })),
    };
  }
}
