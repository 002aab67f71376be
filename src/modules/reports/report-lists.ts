import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { ReportInList, ReportList } from './reports.dto.js';
import { type ReportRecord, ReportsRepository } from './reports.repository.js';

const SORT = 'reports';
const DAY_FORM = /^\d{4}-\d{2}-01$/;

/** Which reports a list shows. */
export interface WantedReports {
  readonly clientIds?: readonly string[] | undefined;
  /** YYYY-MM */
  readonly month?: string | undefined;
  readonly state?: string | undefined;
}

/** Pages of reports, newest month first, in the open transaction. */
@Injectable()
export class ReportLists {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly clock: Clock,
  ) {}

  async page(wanted: WantedReports, asked: ListQuery): Promise<ReportList> {
    const all = conditionsOf(wanted, this.clock.now());
    const total = await this.reports.count(all, COUNTED_UP_TO + 1);
    const rows = await this.reports.page(after(all.copy(), asked.cursor), asked.limit + 1);
    const { shown, nextCursor } = pageOf(rows, asked.limit, ({ month, id }) =>
      writeCursor(SORT, [month, id]),
    );
    return { items: shown.map(inList), nextCursor, ...totalOf(total) };
  }
}

/** A report as lists show it. */
export function inList(report: ReportRecord): ReportInList {
  const { id, clientId, clientName, month, locale, state, replacesId, isReplaced } = report;
  const { createdAt, sentAt, sentByName, openLinkCount, openedCount } = report;
  return {
    ...{ id, clientId, clientName, month: month.slice(0, 7), locale, state, replacesId, isReplaced },
    ...{ createdAt, sentAt, sentByName, openLinkCount, openedCount },
  };
}

function conditionsOf({ clientIds, month, state }: WantedReports, now: Date): Conditions {
  const all = new Conditions();
  all.value(now);
  if (clientIds !== undefined) all.add('r.client_id = any ($::uuid[])', clientIds);
  if (month !== undefined) all.add('r.month = $::date', `${month}-01`);
  if (state !== undefined) all.add('r.state = $', state);
  return all;
}

function after(all: Conditions, cursor: string | undefined): Conditions {
  if (cursor === undefined) return all;
  const [month, id] = readCursor(cursor, SORT, 2);
  const day = all.value(cursorText(month, DAY_FORM));
  const last = all.value(cursorText(id, UUID_FORM));
  return all.add(`(r.month, r.id) < (${day}::date, ${last}::uuid)`);
}
