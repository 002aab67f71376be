import { Injectable } from '@nestjs/common';
import type { StepTemplate } from '../../core/sequences/check-sequence.js';
import type { SequenceStep } from '../../core/sequences/step.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import { Database } from '../../platform/database/database.js';
import type { SequenceFilter, SequenceRow, SequenceStepView } from './sequences.dto.js';

/** A sequence with its row locked, as changes need it. */
export interface HeldSequence {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly clientId: string | null;
  readonly locale: TemplateLocale;
  readonly versionId: string | null;
  readonly versionNo: number;
  readonly revision: number;
  readonly archivedAt: Date | null;
}

/** The rules of a version. */
export interface VersionRules {
  readonly windowFrom: string;
  readonly windowUntil: string;
  readonly workDays: readonly number[];
  readonly inRecipientZone: boolean;
  readonly needsApproval: boolean;
  readonly endsOnDateField: string | null;
}

/** A version with its steps. */
export interface SequenceVersion extends VersionRules {
  readonly id: string;
  readonly sequenceId: string;
  readonly clientId: string | null;
  readonly no: number;
  readonly steps: readonly SequenceStep[];
}

const HELD = `id, name, kind, client_id as "clientId", locale, version_id as "versionId", version_no as "versionNo", revision,
  archived_at as "archivedAt"`;

const RULES = `to_char(v.window_from, 'HH24:MI') as "windowFrom",
  case when v.window_until = time '24:00' then '24:00' else to_char(v.window_until, 'HH24:MI') end as "windowUntil",
  v.work_days as "workDays", v.in_recipient_zone as "inRecipientZone", v.needs_approval as "needsApproval",
  v.ends_on_date_field as "endsOnDateField"`;

const ROW = `select s.id, s.name, s.kind, s.client_id as "clientId", c.name as "clientName", s.locale, s.version_no as "versionNo",
    (select count(*)::int from sequence_steps t where t.version_id = s.version_id and t.kind = 'mail') as mails,
    (select count(*)::int from sequence_steps t where t.version_id = s.version_id and t.kind = 'task') as tasks,
    coalesce(n.running, 0) as running, coalesce(n.paused, 0) as paused, coalesce(n.awaiting, 0) as "awaitingApproval",
    coalesce(n.finished, 0) as finished, coalesce(n.stopped, 0) as stopped,
    s.revision, s.created_at as "createdAt", s.updated_at as "updatedAt", s.archived_at as "archivedAt"
  from sequences s
  left join clients c on c.id = s.client_id
  left join lateral (
    select (count(*) filter (where e.state = 'running'))::int as running, (count(*) filter (where e.state = 'paused'))::int as paused,
      (count(*) filter (where e.state = 'awaiting_approval'))::int as awaiting,
      (count(*) filter (where e.state = 'finished'))::int as finished, (count(*) filter (where e.state = 'stopped'))::int as stopped
    from enrollments e where e.sequence_id = s.id
  ) n on true`;

/** Sequences one workspace keeps at most: a list that is read whole. */
const MOST = 500;

/** Rows of sequences, their versions and steps, in the open transaction. */
@Injectable()
export class SequencesRepository {
  constructor(private readonly database: Database) {}

  list({ archived = false, kind, clientId }: SequenceFilter): Promise<SequenceRow[]> {
    return this.query(
      `${ROW} where (s.archived_at is not null) = $1 and ($2::text is null or s.kind is null or s.kind = $2)
         and ($3::uuid is null or s.client_id is null or s.client_id = $3)
       order by s.kind nulls last, lower(s.name), s.id limit ${MOST}`,
      [archived, kind ?? null, clientId ?? null],
    );
  }

  async row(id: string): Promise<SequenceRow | null> {
    return (await this.query<SequenceRow>(`${ROW} where s.id = $1`, [id]))[0] ?? null;
  }

  async one(id: string): Promise<HeldSequence | null> {
    return (await this.query<HeldSequence>(`select ${HELD} from sequences where id = $1`, [id]))[0] ?? null;
  }

  /** The sequence with its row locked, so that changes follow one another. */
  async lock(id: string): Promise<HeldSequence | null> {
    const rows = await this.query<HeldSequence>(
      `select ${HELD} from sequences where id = $1 for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async isNameTaken(name: string, exceptId: string | null): Promise<boolean> {
    const rows = await this.query<unknown>(
      'select 1 from sequences where archived_at is null and lower(name) = lower($1) and id is distinct from $2',
      [name, exceptId],
    );
    return rows.length > 0;
  }

  async insert(
    row: Pick<HeldSequence, 'id' | 'name' | 'kind' | 'clientId' | 'locale'>,
    { by, at }: { by: string | null; at: Date },
  ): Promise<void> {
    await this.query(
      `insert into sequences (workspace_id, id, client_id, name, kind, locale, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [this.workspaceId(), row.id, row.clientId, row.name, row.kind, row.locale, by, at],
    );
  }

  /** Writes what changed of the sequence itself, one revision further. */
  async write(
    id: string,
    change: { readonly name?: string; readonly archivedAt?: Date | null },
    at: Date,
  ): Promise<void> {
    await this.query(
      `update sequences set name = coalesce($2, name), archived_at = case when $3 then $4 else archived_at end,
         revision = revision + 1, updated_at = $5 where id = $1`,
      [id, change.name ?? null, change.archivedAt !== undefined, change.archivedAt ?? null, at],
    );
  }

  /** Adds a version and makes it the one new enrolments follow. */
  async addVersion(version: SequenceVersion, { by, at }: { by: string | null; at: Date }): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.query(
      `insert into sequence_versions (workspace_id, id, client_id, sequence_id, no, window_from, window_until, work_days, in_recipient_zone,
         needs_approval, ends_on_date_field, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        workspaceId,
        version.id,
        version.clientId,
        version.sequenceId,
        version.no,
        version.windowFrom,
        version.windowUntil,
        version.workDays,
        version.inRecipientZone,
        version.needsApproval,
        version.endsOnDateField,
        by,
        at,
      ],
    );
    await this.query(
      `insert into sequence_steps (workspace_id, client_id, version_id, step_no, kind, wait_working_days, condition, template_id, in_thread,
         task_kind, task_title, task_holds)
       select $1, $2, $3, s."stepNo", s.kind, s."waitWorkingDays", s.condition, s."templateId", s."inThread", s."taskKind", s."taskTitle", s."taskHolds"
       from jsonb_to_recordset($4::jsonb) as s ("stepNo" int, kind text, "waitWorkingDays" int, condition text, "templateId" uuid,
         "inThread" boolean, "taskKind" text, "taskTitle" text, "taskHolds" boolean)`,
      [workspaceId, version.clientId, version.id, JSON.stringify(version.steps)],
    );
    await this.query(
      'update sequences set version_id = $2, version_no = $3, revision = revision + 1, updated_at = $4 where id = $1',
      [version.sequenceId, version.id, version.no, at],
    );
  }

  /** A version with its steps in order, or null. */
  async version(id: string): Promise<SequenceVersion | null> {
    const rows = await this.query<SequenceVersion>(
      `select v.id, v.sequence_id as "sequenceId", v.client_id as "clientId", v.no, ${RULES},
         coalesce((select jsonb_agg(jsonb_build_object('stepNo', t.step_no, 'kind', t.kind, 'waitWorkingDays', t.wait_working_days,
           'condition', t.condition, 'templateId', t.template_id, 'inThread', t.in_thread, 'taskKind', t.task_kind, 'taskTitle', t.task_title,
           'taskHolds', t.task_holds) order by t.step_no) from sequence_steps t where t.version_id = v.id), '[]') as steps
       from sequence_versions v where v.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Steps of a version with the names of their templates. */
  steps(versionId: string): Promise<Omit<SequenceStepView, 'workingDay'>[]> {
    return this.query(
      `select t.step_no as "stepNo", t.kind, t.wait_working_days as "waitWorkingDays", t.condition, t.template_id as "templateId",
         m.name as "templateName", w.subjects[1] as "templateSubject", m.purpose, t.in_thread as "inThread", t.task_kind as "taskKind",
         t.task_title as "taskTitle", t.task_holds as "taskHolds"
       from sequence_steps t
       left join templates m on m.id = t.template_id
       left join template_versions w on w.template_id = m.id and w.no = m.version_no
       where t.version_id = $1 order by t.step_no`,
      [versionId],
    );
  }

  async templates(ids: readonly string[]): Promise<ReadonlyMap<string, StepTemplate>> {
    const rows = await this.query<StepTemplate>(
      `select id, kind, purpose, locale, client_id as "clientId", archived_at is not null as "isArchived"
       from templates where id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A template for a mail of a kind: of the client rather than of all, the newest; null where there is none. */
  async templateFor(wanted: {
    readonly kind: string;
    readonly purpose: string;
    readonly locale: string;
    readonly clientId: string | null;
  }): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select id from templates where archived_at is null and kind = $1 and purpose = $2 and locale = $3
         and (client_id is null or client_id = $4) order by client_id is null, created_at, id limit 1`,
      [wanted.kind, wanted.purpose, wanted.locale, wanted.clientId],
    );
    return rows[0]?.id ?? null;
  }

  /** Enrolments under way that follow another version than this one. */
  async onOlder(sequenceId: string, versionId: string | null): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from enrollments where sequence_id = $1 and version_id is distinct from $2
         and state in ('awaiting_approval', 'running', 'paused')`,
      [sequenceId, versionId],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }
}
