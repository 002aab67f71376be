import { Injectable } from '@nestjs/common';
import { endOfDay } from '../../core/access/day-end.js';
import { localDay } from '../../core/calendar/local-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { TeamService } from '../access/team.service.js';
import { type ApprovalRecord, teamRow } from './approval-record.js';
import type { ApprovalRow } from './approvals.dto.js';
import { ApprovalsRepository } from './approvals.repository.js';

const SORT = 'approvals';

/** A page of questions as they are kept. */
export interface ApprovalPage {
  readonly records: readonly ApprovalRecord[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Pages of questions to clients, in the open transaction. */
@Injectable()
export class ApprovalLists {
  constructor(
    private readonly approvals: ApprovalsRepository,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** One page of those that fit, the newest first. */
  async page(all: Conditions, asked: ListQuery): Promise<ApprovalPage> {
    const total = await this.approvals.count(all, COUNTED_UP_TO + 1);
    const rows = await this.approvals.page(after(all.copy(), asked.cursor), asked.limit + 1);
    const { shown, nextCursor } = pageOf(rows, asked.limit, ({ sortKey, id }) =>
      writeCursor(SORT, [sortKey, id]),
    );
    const records = shown.map(({ sortKey: _, ...record }) => record);
    return { records, nextCursor, ...totalOf(total) };
  }

  /** Rows by their ids, as the team sees them. */
  async rows(ids: readonly string[], locale: Locale): Promise<ApprovalRow[]> {
    const today = await this.today();
    return (await this.approvals.many(ids)).map((record) => teamRow(record, today, locale));
  }

  /** The moment a day (YYYY-MM-DD) begins in the workspace's zone. */
  async startOf(day: string): Promise<Date> {
    const { timeZone } = await this.team.workspace();
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600_000);
    return new Date(endOfDay(before.toISOString().slice(0, 10), timeZone));
  }

  /** The day it is in the workspace's zone. */
  async today(): Promise<string> {
    const { timeZone } = await this.team.workspace();
    return localDay(this.clock.now().getTime(), timeZone);
  }
}

function after(all: Conditions, cursor: string | undefined): Conditions {
  if (cursor === undefined) return all;
  const [at, id] = readCursor(cursor, SORT, 2);
  const moment = all.value(cursorTime(at));
  const last = all.value(cursorText(id, UUID_FORM));
  return all.add(`(a.asked_at, a.id) < (${moment}::timestamptz, ${last}::uuid)`);
}
