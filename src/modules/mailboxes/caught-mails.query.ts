import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { CatcherQuery, CaughtMail, CaughtMails } from './catcher.dto.js';

interface Row extends CaughtMail {
  readonly place: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SORT = 'caught';
const FROM = `from outbound_messages o join mailboxes b on b.workspace_id = o.workspace_id and b.id = o.mailbox_id
  where o.sent_at is not null and b.sign_in = 'catcher'`;

/** Mails whose mailbox is a catcher, newest first, in the open transaction. */
@Injectable()
export class CaughtMailsQuery {
  constructor(private readonly database: Database) {}

  async page({ limit, cursor }: CatcherQuery): Promise<CaughtMails> {
    const [at, id] = cursor === undefined ? [null, null] : placeOf(cursor);
    const rows = await this.database.manager().query<Row[]>(
      `select o.id, o.mailbox_id as "mailboxId", o.from_address as "fromAddress", o.from_name as "fromName",
         o.to_address as "toAddress", o.to_name as "toName", o.subject, o.body_text as text, o.pitch_id as "pitchId",
         o.sent_at as "caughtAt", to_char(o.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
       ${FROM} and ($1::timestamptz is null or (o.sent_at, o.id) < ($1::timestamptz, $2::uuid))
       order by o.sent_at desc, o.id desc limit $3`,
      [at, id, limit + 1],
    );
    const { shown, nextCursor } = pageOf(rows, limit, (last) => writeCursor(SORT, [last.place, last.id]));
    return {
      items: shown.map(({ place: _place, ...mail }) => mail),
      nextCursor,
      ...totalOf(await this.count()),
    };
  }

  private async count(): Promise<number> {
    const rows = await this.database
      .manager()
      .query<{ count: number }[]>(
        `select count(*)::int as count from (select 1 ${FROM} limit ${COUNTED_UP_TO + 1}) counted`,
      );
    return rows[0]?.count ?? 0;
  }
}

function placeOf(cursor: string): readonly [string, string] {
  const [at, id] = readCursor(cursor, SORT, 2);
  return [cursorTime(at), cursorText(id, UUID)];
}
