import { Injectable } from '@nestjs/common';
import type { TaskKind } from '../../core/tasks/task.js';
import type { TaskPlace } from '../../core/tasks/task-place.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

/** A task as it is written down. */
export interface TaskColumns extends TaskPlace {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly dueOn: string | null;
  readonly assigneeMemberId: string | null;
}

/** A task as acts on it need it. */
export interface HeldTask extends TaskPlace {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly dueOn: string | null;
  readonly assigneeMemberId: string | null;
  readonly doneAt: Date | null;
  readonly result: string;
  readonly revision: number;
  readonly archivedAt: Date | null;
}

/** Columns of a task to write, under their names in the database. */
export type TaskWrite = Readonly<Record<string, unknown>>;

const HELD = `id, kind, title, note, client_id as "clientId", campaign_id as "campaignId", pitch_id as "pitchId",
  placement_id as "placementId", order_id as "orderId", site_id as "siteId", due_on::text as "dueOn",
  assignee_member_id as "assigneeMemberId", done_at as "doneAt", result, revision, archived_at as "archivedAt"`;

/** Columns an act may write. */
const WRITABLE: readonly string[] = [
  'kind',
  'title',
  'note',
  'due_on',
  'assignee_member_id',
  'done_at',
  'done_by',
  'result',
  'archived_at',
];

/** What tasks can hang on, by the column that says so. */
const PLACES = {
  campaignId: 'campaign_id',
  pitchId: 'pitch_id',
  placementId: 'placement_id',
  orderId: 'order_id',
} as const;
export type TaskOwner = { readonly [Slot in keyof typeof PLACES]?: string };

/** Rows of tasks in the open transaction. */
@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  /** Writes new tasks down; answers their ids in the same order. */
  async insert(
    tasks: readonly TaskColumns[],
    { at, by }: { at: Date; by: string | null },
  ): Promise<string[]> {
    const ids = tasks.map(() => newId(at));
    const column = <Name extends keyof TaskColumns>(name: Name) => tasks.map((task) => task[name]);
    await this.query(
      `insert into tasks (workspace_id, id, created_by, created_at, updated_at, kind, title, note, facts, due_on, assignee_member_id,
         client_id, campaign_id, pitch_id, placement_id, order_id, site_id)
       select $1, t.id, $2, $3::timestamptz, $3::timestamptz, t.kind, t.title, t.note, t.facts, t.due_on, t.assignee, t.client, t.campaign, t.pitch, t.placement, t.ordered, t.site
       from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::date[], $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[],
         $14::uuid[], $15::uuid[], $16::uuid[]) as t (id, kind, title, note, facts, due_on, assignee, client, campaign, pitch, placement, ordered, site)`,
      [
        this.database.scope().workspaceId,
        by,
        at,
        ids,
        column('kind'),
        column('title'),
        column('note'),
        tasks.map(({ facts }) => JSON.stringify(facts)),
        column('dueOn'),
        column('assigneeMemberId'),
        column('clientId'),
        column('campaignId'),
        column('pitchId'),
        column('placementId'),
        column('orderId'),
        column('siteId'),
      ],
    );
    return ids;
  }

  /** The task with its row locked, so that acts on it follow one another. */
  async lock(id: string): Promise<HeldTask | null> {
    const [row] = await this.lockAll([id]);
    return row ?? null;
  }

  /** Locks tasks in the order of their ids, so that two transactions never wait for each other. */
  lockAll(ids: readonly string[]): Promise<HeldTask[]> {
    return this.query(`select ${HELD} from tasks where id = any ($1::uuid[]) order by id for no key update`, [
      ids,
    ]);
  }

  /** Open tasks that hang on a record, locked. */
  openOf(owner: TaskOwner, kind: TaskKind | null): Promise<HeldTask[]> {
    const [slot, id] = Object.entries(owner)[0] ?? [];
    if (slot === undefined || id === undefined) throw new Error('tasks of nothing');
    return this.query(
      `select ${HELD} from tasks where ${PLACES[slot as keyof typeof PLACES]} = $1 and done_at is null and archived_at is null
         and ($2::text is null or kind = $2) order by id for no key update`,
      [id, kind],
    );
  }

  /** Open tasks a member has, locked. */
  assignedTo(memberId: string): Promise<HeldTask[]> {
    return this.query(
      `select ${HELD} from tasks where assignee_member_id = $1 and done_at is null and archived_at is null
       order by id for no key update`,
      [memberId],
    );
  }

  /** How many open tasks each member has. */
  async countByAssignee(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ id: string; n: number }>(
      `select assignee_member_id as id, count(*)::int as n from tasks
       where assignee_member_id = any ($1::uuid[]) and done_at is null and archived_at is null group by assignee_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** Writes columns of tasks, one revision further. */
  async write(ids: readonly string[], columns: TaskWrite, at: Date): Promise<void> {
    if (ids.length === 0) return;
    const names = Object.keys(columns);
    const unknown = names.find((name) => !WRITABLE.includes(name));
    if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update tasks set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = any ($1::uuid[])`,
      [ids, at, ...names.map((name) => columns[name])],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
