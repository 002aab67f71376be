import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { displayHost } from '../../core/sites/site-key.js';
import { dueState } from '../../core/tasks/due.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { TeamService } from '../access/team.service.js';
import { DUE, taskConditions } from './task-conditions.js';
import type { TaskFilter, TaskListQuery, TaskSort } from './task-filter.dto.js';
import type { TaskCounts, TaskList, TaskView } from './tasks.dto.js';

/** An order of the list: its key (each has an index that ends with the id), its direction, its key as cursor text. */
interface Order {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'timestamptz' | 'date';
}

const ORDERS: Readonly<Record<TaskSort, Order>> = {
  due: { key: DUE, direction: 'asc', type: 'date' },
  newest: { key: 't.created_at', direction: 'desc', type: 'timestamptz' },
  done: { key: 't.done_at', direction: 'desc', type: 'timestamptz' },
};

/** A day of a cursor, or `infinity` for none. */
const DAY_FORM = /^(?:\d{4}-\d\d-\d\d|infinity)$/;

type TaskRecord = Omit<TaskView, 'due' | 'displayHost' | 'pitchLabel'> & {
  readonly pitchWords: string | null;
  readonly pitchSite: string | null;
  readonly siteKey: string | null;
};
type RecordInOrder = TaskRecord & { readonly sortKey: string };

const ROWS = `select t.id, t.kind, t.title, t.note, t.facts, t.due_on::text as "dueOn", t.assignee_member_id as "assigneeMemberId",
    m.name as "assigneeName", t.client_id as "clientId", c.name as "clientName", t.campaign_id as "campaignId", k.name as "campaignName",
    t.pitch_id as "pitchId", p.label as "pitchWords", ps.site_key as "pitchSite", t.placement_id as "placementId",
    coalesce(l.source_url, l.source_host) as "placementSource", t.order_id as "orderId", t.site_id as "siteId", s.site_key as "siteKey",
    t.done_at as "doneAt", (select d.name from members d where d.user_id = t.done_by limit 1) as "doneByName", t.result, t.revision,
    (select a.name from members a where a.user_id = t.created_by limit 1) as "createdByName", t.created_at as "createdAt"`;
const JOINS = `left join members m on m.id = t.assignee_member_id
  left join clients c on c.id = t.client_id
  left join campaigns k on k.id = t.campaign_id
  left join pitches p on p.id = t.pitch_id
  left join sites ps on ps.id = p.site_id
  left join placements l on l.id = t.placement_id
  left join sites s on s.id = t.site_id`;

/** Lists of tasks. Everything runs in the open transaction, so row-level security has the last word. */
@Injectable()
export class TaskLists {
  constructor(
    private readonly database: Database,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  async page(asked: TaskListQuery): Promise<TaskList> {
    const today = await this.today();
    const sort = sortOf(asked);
    const all = taskConditions(asked, today);
    const rows = await this.inOrder(all.copy(), sort, asked);
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole ? rows.length : await this.count(all);
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(sort, [last.sortKey, last.id]),
    );
    return {
      items: shown.map(({ sortKey: _, ...row }) => shownTask(row, today)),
      nextCursor,
      ...totalOf(total),
    };
  }

  /** How many tasks are open, overdue, due today, and open without anybody. */
  async counts({ state: _, assigneeMemberId, ...filter }: TaskFilter): Promise<TaskCounts> {
    const today = await this.today();
    const whose = assigneeMemberId === undefined ? {} : { assigneeMemberId };
    const [open, overdue, due] = [
      await this.count(taskConditions({ ...filter, ...whose }, today)),
      await this.count(taskConditions({ ...filter, ...whose, state: 'overdue' }, today)),
      await this.count(taskConditions({ ...filter, ...whose, state: 'today' }, today)),
    ];
    const unassigned = await this.count(taskConditions({ ...filter, assigneeMemberId: 'none' }, today));
    return { open, overdue, today: due, unassigned };
  }

  /** How many tasks of the filtered list each person has; null is nobody. */
  async countsByAssignee(filter: TaskFilter): Promise<Map<string | null, number>> {
    const all = taskConditions(filter, await this.today());
    const rows = await this.query<{ key: string | null; n: number }>(
      `select t.assignee_member_id as key, count(*)::int as n from tasks t where ${all.where} group by 1`,
      all.values,
    );
    return new Map(rows.map(({ key, n }) => [key, n]));
  }

  /** One task that was not removed, or null. */
  async one(id: string): Promise<TaskView | null> {
    const rows = await this.query<TaskRecord>(
      `${ROWS} from tasks t ${JOINS} where t.id = $1 and t.archived_at is null`,
      [id],
    );
    const [row] = rows;
    return row === undefined ? null : shownTask(row, await this.today());
  }

  /** Ids of the whole filtered list, oldest first, one more than `atMost` where there are more. */
  async ids(filter: TaskFilter, atMost: number): Promise<string[]> {
    const all = taskConditions(filter, await this.today());
    const rows = await this.query<{ id: string }>(
      `select t.id from tasks t where ${all.where} order by t.id limit ${all.value(atMost + 1)}`,
      all.values,
    );
    return rows.map((row) => row.id);
  }

  /** Of these ids those that are there, oldest first, each once. */
  async visible(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from tasks where id = any ($1::uuid[]) and archived_at is null order by id',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  /** Today in the workspace's own zone, as YYYY-MM-DD. */
  async today(): Promise<string> {
    return localDay(this.clock.now().getTime(), (await this.team.workspace()).timeZone);
  }

  private inOrder(all: Conditions, sort: TaskSort, asked: TaskListQuery): Promise<RecordInOrder[]> {
    const { key, direction, type } = ORDERS[sort];
    if (asked.cursor !== undefined) {
      const [at, id] = readCursor(asked.cursor, sort, 2);
      const start = type === 'date' ? cursorText(at, DAY_FORM) : cursorTime(at);
      const place = `(${all.value(start)}::${type}, ${all.value(cursorText(id, UUID_FORM))}::uuid)`;
      all.add(`(${key}, t.id) ${direction === 'asc' ? '>' : '<'} ${place}`);
    }
    const text =
      type === 'date'
        ? `(${key})::text`
        : `to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
    return this.query(
      `${ROWS}, ${text} as "sortKey"
       from (select * from tasks t where ${all.where} order by ${key} ${direction}, t.id ${direction} limit ${all.value(asked.limit + 1)}) t
       ${JOINS} order by ${key} ${direction}, t.id ${direction}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from tasks t where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** The order that holds: only tasks that are done have a moment they were done at. */
function sortOf({ sort, state }: TaskListQuery): TaskSort {
  const usual = state === 'done' ? 'done' : 'due';
  return sort === undefined || (sort === 'done' && state !== 'done') ? usual : sort;
}

function shownTask({ pitchWords, pitchSite, siteKey, ...row }: TaskRecord, today: string): TaskView {
  return {
    ...row,
    due: row.doneAt === null ? dueState(row.dueOn, today) : 'none',
    displayHost: hostOf(siteKey),
    pitchLabel: pitchWords === '' ? hostOf(pitchSite) : pitchWords,
  };
}

function hostOf(siteKey: string | null): string | null {
  return siteKey === null ? null : displayHost(siteKey);
}
