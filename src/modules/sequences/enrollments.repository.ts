import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type {
  EnrollmentWrite,
  HeldEnrollment,
  HeldStep,
  NewEnrollmentRow,
  NewStepRow,
} from './enrollment-rows.js';

export type { HeldEnrollment, HeldStep, NewEnrollmentRow, NewStepRow } from './enrollment-rows.js';

const HELD_ENROLLMENT = `e.id, e.client_id as "clientId", e.campaign_id as "campaignId", e.pitch_id as "pitchId", e.site_id as "siteId",
  e.contact_id as "contactId", e.sequence_id as "sequenceId", e.version_id as "versionId", e.mailbox_id as "mailboxId",
  e.member_id as "memberId", e.to_address as "toAddress", e.to_address_key as "toAddressKey", e.recipient_zone as "recipientZone",
  e.is_cold as "isCold", e.generation, e.state, e.state_code as "stateCode", e.state_since as "stateSince",
  e.paused_until::text as "pausedUntil", e.next_due_at as "nextDueAt", e.next_step_no as "nextStepNo", e.revision,
  e.created_by as "createdBy", e.created_at as "createdAt"`;

const STEP = `step_no as "stepNo", kind, state, condition, purpose, template_id as "templateId", template_version_id as "templateVersionId",
  locale, wait_working_days as "waitWorkingDays", due_at as "dueAt", subject, text, html, is_edited as "isEdited", in_thread as "inThread",
  task_kind as "taskKind", task_title as "taskTitle", task_holds as "taskHolds", task_id as "taskId", outbound_id as "outboundId",
  done_at as "doneAt"`;

const WRITABLE: readonly string[] = [
  'version_id',
  'member_id',
  'to_address',
  'to_address_key',
  'generation',
  'state',
  'state_code',
  'state_params',
  'state_since',
  'paused_until',
  'next_due_at',
  'next_step_no',
  'approved_by',
  'approved_at',
];
const WRITABLE_OF_STEP: readonly string[] = [
  'state',
  'due_at',
  'subject',
  'text',
  'html',
  'is_edited',
  'task_id',
  'outbound_id',
  'done_at',
  'code',
];

/** Rows of enrolments and their steps, in the open transaction. Enrolments are locked before their mails, in the order of their ids. */
@Injectable()
export class EnrollmentsRepository {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<HeldEnrollment | null> {
    const rows = await this.query<HeldEnrollment>(
      `select ${HELD_ENROLLMENT} from enrollments e where e.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The enrolment with its row locked, or null. */
  async lock(id: string): Promise<HeldEnrollment | null> {
    const rows = await this.query<HeldEnrollment>(
      `select ${HELD_ENROLLMENT} from enrollments e where e.id = $1 for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Enrolments under way that a condition names, locked in the order of their ids. */
  lockOpen(where: string, values: readonly unknown[]): Promise<HeldEnrollment[]> {
    return this.query(
      `select ${HELD_ENROLLMENT} from enrollments e where e.state in ('awaiting_approval', 'running', 'paused') and (${where})
       order by e.id for update`,
      values,
    );
  }

  /** Running enrolments whose step is due, oldest first; locked, those somebody else holds left out. */
  due(at: Date, atMost: number): Promise<HeldEnrollment[]> {
    return this.query(
      `select ${HELD_ENROLLMENT} from enrollments e where e.state = 'running' and e.next_due_at is not null and e.next_due_at <= $1
       order by e.next_due_at, e.id limit $2 for update skip locked`,
      [at, atMost],
    );
  }

  /** Paused ones whose day has come; locked, those somebody else holds left out. */
  dueToResume(today: string, atMost: number): Promise<HeldEnrollment[]> {
    return this.query(
      `select ${HELD_ENROLLMENT} from enrollments e where e.state = 'paused' and e.paused_until is not null and e.paused_until <= $1::date
       order by e.id limit $2 for update skip locked`,
      [today, atMost],
    );
  }

  async insert(
    row: NewEnrollmentRow,
    steps: readonly NewStepRow[],
    { by, at }: { by: string | null; at: Date },
  ) {
    const { workspaceId } = this.database.scope();
    await this.query(
      `insert into enrollments (workspace_id, id, client_id, campaign_id, pitch_id, site_id, contact_id, sequence_id, version_id, mailbox_id,
         member_id, to_address, to_address_key, recipient_zone, is_cold, state, state_since, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $17, $17)`,
      [
        workspaceId,
        row.id,
        row.clientId,
        row.campaignId,
        row.pitchId,
        row.siteId,
        row.contactId,
        row.sequenceId,
        row.versionId,
        row.mailboxId,
        row.memberId,
        row.toAddress,
        row.toAddressKey,
        row.recipientZone,
        row.isCold,
        row.state,
        at,
        by,
      ],
    );
    await this.insertSteps(row, steps);
  }

  async insertSteps(
    { id, clientId }: Pick<HeldEnrollment, 'id' | 'clientId'>,
    steps: readonly NewStepRow[],
  ): Promise<void> {
    await this.query(
      `insert into enrollment_steps (workspace_id, client_id, enrollment_id, step_no, kind, condition, purpose, template_id, template_version_id,
         locale, wait_working_days, subject, text, html, is_edited, in_thread, task_kind, task_title, task_holds)
       select $1, $2, $3, s."stepNo", s.kind, s.condition, s.purpose, s."templateId", s."templateVersionId", s.locale, s."waitWorkingDays",
         s.subject, s.text, s.html, s."isEdited", s."inThread", s."taskKind", s."taskTitle", s."taskHolds"
       from jsonb_to_recordset($4::jsonb) as s ("stepNo" int, kind text, condition text, purpose text, "templateId" uuid,
         "templateVersionId" uuid, locale text, "waitWorkingDays" int, subject text, text text, html text, "isEdited" boolean,
         "inThread" boolean, "taskKind" text, "taskTitle" text, "taskHolds" boolean)`,
      [this.database.scope().workspaceId, clientId, id, JSON.stringify(steps)],
    );
  }

  steps(enrollmentId: string): Promise<HeldStep[]> {
    return this.query(`select ${STEP} from enrollment_steps where enrollment_id = $1 order by step_no`, [
      enrollmentId,
    ]);
  }

  /** The waiting step a task was made for, with its enrolment; null where there is none. */
  async ofTask(taskId: string): Promise<{ enrollmentId: string; stepNo: number } | null> {
    const rows = await this.query<{ enrollmentId: string; stepNo: number }>(
      `select enrollment_id as "enrollmentId", step_no as "stepNo" from enrollment_steps where task_id = $1 and state = 'waiting'`,
      [taskId],
    );
    return rows[0] ?? null;
  }

  /** Writes columns of an enrolment, one revision further. */
  async write(id: string, columns: EnrollmentWrite, at: Date): Promise<void> {
    const { sets, values } = assignments(columns, WRITABLE, 3);
    await this.query(
      `update enrollments set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = $1`,
      [id, at, ...values],
    );
  }

  async writeStep(enrollmentId: string, stepNo: number, columns: EnrollmentWrite): Promise<void> {
    const { sets, values } = assignments(columns, WRITABLE_OF_STEP, 3);
    await this.query(
      `update enrollment_steps set ${sets.join(', ')} where enrollment_id = $1 and step_no = $2`,
      [enrollmentId, stepNo, ...values],
    );
  }

  /** Removes steps that never came, because another version took their place. */
  async removeSteps(enrollmentId: string, stepNos: readonly number[]): Promise<void> {
    await this.query('delete from enrollment_steps where enrollment_id = $1 and step_no = any ($2::int[])', [
      enrollmentId,
      stepNos,
    ]);
  }

  /** Closes what has not come yet; thanks are left where they may still be said. */
  async closeSteps(
    enrollmentId: string,
    { code, at, except }: { code: string; at: Date; except: string | null },
  ): Promise<void> {
    await this.query(
      `update enrollment_steps set state = 'cancelled', code = $2, done_at = $3
       where enrollment_id = $1 and state = 'waiting' and ($4::text is null or purpose is distinct from $4)`,
      [enrollmentId, code, at, except],
    );
  }

  /** Takes the address and the words out of the enrolments of somebody who was erased. */
  async forget(contactId: string): Promise<void> {
    await this.query(`update enrollments set to_address = '', to_address_key = '' where contact_id = $1`, [
      contactId,
    ]);
    await this.query(
      `update enrollment_steps set subject = null, text = null, html = null
       where enrollment_id in (select id from enrollments where contact_id = $1)`,
      [contactId],
    );
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, [...values]);
  }
}

function assignments(
  columns: EnrollmentWrite,
  writable: readonly string[],
  from: number,
): { sets: string[]; values: unknown[] } {
  const names = Object.keys(columns);
  const unknown = names.find((name) => !writable.includes(name));
  if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
  return {
    sets: names.map((name, index) => `${name} = $${index + from}`),
    values: names.map((name) => columns[name]),
  };
}
