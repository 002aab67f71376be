import { Injectable } from '@nestjs/common';
import { OUTBOX_STATES } from '../../core/sending/outbox.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { OutboxList, OutboxMail, OutboxQuery, OutboxSummary } from './outbox.dto.js';
import { type OutboxAsked, OutboxQueries } from './outbox.query.js';
import { mailOf, rowOf } from './outbox-view.js';

/** The outbox as it is read. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly database: Database,
    private readonly queries: OutboxQueries,
  ) {}

  list(who: Principal, query: OutboxQuery): Promise<OutboxList> {
    const asked = askedOf(query);
    const after = placeOf(query.cursor, asked);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.queries.page(asked, after, query.limit);
      const { shown, nextCursor } = pageOf(rows, query.limit, (last) =>
        writeCursor(`outbox ${asked.state}`, [last.sortKey, last.id]),
      );
      const items = shown.map((line) => rowOf(line, who.locale));
      return { items, nextCursor, ...totalOf(await this.queries.count(asked)) };
    });
  }

  /** Throws `sending.mail_not_found`. */
  get(who: Principal, id: string): Promise<OutboxMail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const line = await this.queries.one(id);
      if (line === null) throw new AppError('sending.mail_not_found', { id });
      return mailOf(line, who.locale);
    });
  }

  summary(who: Principal): Promise<OutboxSummary> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const count = (state: OutboxAsked['state']): Promise<number> => this.queries.count(askedOf({ state }));
      return {
        waiting: await count('waiting'),
        held: await count('held'),
        doubt: await count('doubt'),
        heldByCode: await this.queries.heldByCode(),
        next: await this.queries.next(),
      };
    });
  }
}

function askedOf(query: Omit<Partial<OutboxQuery>, 'limit'>): OutboxAsked {
  return {
    state: query.state ?? OUTBOX_STATES[0],
    mailboxId: query.mailboxId ?? null,
    clientId: query.clientId ?? null,
    campaignId: query.campaignId ?? null,
    pitchId: query.pitchId ?? null,
  };
}

function placeOf(cursor: string | undefined, { state }: OutboxAsked): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, `outbox ${state}`, 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}
