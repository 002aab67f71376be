import type { EntityManager } from 'typeorm';
import type { ItemOutcome, JobItem, ProgressJob } from './progress-job.js';

/** Where a job's row keeps the clients its starter was limited to; no parameter of a task is called so. */
const LIMIT = 'limitedTo';

const COLUMNS = `id, workspace_id as "workspaceId", kind, state, total, finished, failed, params - '${LIMIT}' as params, params -> '${LIMIT}' as "limitedTo", result,
  error_code as "errorCode", created_by as "createdBy", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`;

export async function findJob(manager: EntityManager, id: string): Promise<ProgressJob | null> {
  const rows = await manager.query<ProgressJob[]>(`select ${COLUMNS} from jobs where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertJob(
  manager: EntityManager,
  job: ProgressJob,
  itemIds: readonly string[],
): Promise<void> {
  await manager.query(
    `insert into jobs (workspace_id, id, kind, total, params, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      job.workspaceId,
      job.id,
      job.kind,
      job.total,
      JSON.stringify({ ...job.params, [LIMIT]: job.limitedTo }),
      job.createdBy,
      job.createdAt,
    ],
  );
  if (itemIds.length === 0) return;
  await manager.query(
    `insert into job_items (workspace_id, job_id, item_no, item_id)
     select $1, $2, no, id from unnest($3::uuid[]) with ordinality as asked(id, no)`,
    [job.workspaceId, job.id, itemIds],
  );
}

/** The next items nobody has settled, in order of the snapshot. */
export function waitingItems(manager: EntityManager, jobId: string, most: number): Promise<JobItem[]> {
  return manager.query<JobItem[]>(
    `select item_no as no, item_id as id from job_items where job_id = $1 and state = 'waiting' order by item_no limit $2`,
    [jobId, most],
  );
}

/** Writes what became of items, and the counts of their job, in one statement each. */
export async function settleItems(
  manager: EntityManager,
  jobId: string,
  outcomes: readonly (readonly [JobItem, ItemOutcome])[],
): Promise<void> {
  const rows = outcomes.map(([item, outcome]) => ({
    no: item.no,
    state: outcome.state,
    errorCode: outcome.state === 'failed' ? outcome.errorCode : null,
    before: outcome.state === 'done' ? (outcome.before ?? null) : null,
  }));
  await manager.query(
    `with became as (
       select * from jsonb_to_recordset($2::jsonb) as b(no int, state text, "errorCode" text, before jsonb)
     ), settled as (
       update job_items i set state = b.state, error_code = b."errorCode", before = b.before
       from became b where i.job_id = $1 and i.item_no = b.no and i.state = 'waiting' returning b.state
     )
     update jobs set
       finished = finished + (select count(*) from settled),
       failed = failed + (select count(*) from settled where state = 'failed')
     where id = $1`,
    [jobId, JSON.stringify(rows)],
  );
}
