import { Injectable } from '@nestjs/common';
import { type PlannedStep, planSteps, type StepMoment } from '../../core/sequences/plan.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type {
  EnrollmentDetail,
  EnrollmentList,
  EnrollmentListQuery,
  EnrollmentRow,
  EnrollmentStepView,
} from './enrollment-views.dto.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository, type HeldEnrollment } from './enrollments.repository.js';

type RowRecord = Omit<EnrollmentRow, 'displayHost' | 'pitchLabel'> & {
  readonly siteKey: string | null;
  readonly pitchWords: string;
  readonly sortKey: string;
};
type StepRecord = Omit<EnrollmentStepView, 'earliestAt' | 'latestAt'> & {
  readonly dueAt: Date | null;
  readonly taskHolds: boolean;
};

const CREATED = `to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const ROW = `select e.id, e.state, e.state_code as code, e.state_since as since, e.paused_until::text as "pausedUntil",
    e.state_params ->> 'returnsOn' as "returnsOn", e.sequence_id as "sequenceId", s.name as "sequenceName", v.no as "versionNo",
    s.version_no as "currentVersionNo", e.pitch_id as "pitchId", p.label as "pitchWords", e.campaign_id as "campaignId",
    k.name as "campaignName", e.client_id as "clientId", c.name as "clientName", e.site_id as "siteId", t.site_key as "siteKey",
    e.contact_id as "contactId", o.name as "contactName", e.to_address as "toAddress", e.mailbox_id as "mailboxId",
    m.address as "mailboxAddress", b.name as "memberName", e.next_step_no as "nextStepNo",
    (select coalesce(w.not_before, x.due_at) from enrollment_steps x
      left join outbound_messages w on w.id = x.outbound_id and w.state in ('ready', 'deferred')
      where x.enrollment_id = e.id and x.step_no = e.next_step_no and e.state = 'running') as "nextAt",
    (select count(*)::int from enrollment_steps x where x.enrollment_id = e.id) as "stepCount",
    (select count(*)::int from enrollment_steps x where x.enrollment_id = e.id and x.state = 'done') as "doneCount",
    e.is_cold as "isCold", e.revision, e.created_at as "createdAt", ${CREATED} as "sortKey"`;
const JOINS = `join sequences s on s.id = e.sequence_id
  join sequence_versions v on v.id = e.version_id
  join pitches p on p.id = e.pitch_id
  join campaigns k on k.id = e.campaign_id
  join clients c on c.id = e.client_id
  join contacts o on o.id = e.contact_id
  join mailboxes m on m.id = e.mailbox_id
  left join sites t on t.id = e.site_id
  left join members b on b.id = e.member_id`;

/** Lists of enrolments, and one with its steps and when they could be taken. */
@Injectable()
export class EnrollmentLists {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly world: EnrollmentWorld,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, asked: EnrollmentListQuery): Promise<EnrollmentList> {
    return this.database.inWorkspace(scopeOf(who), () => this.page(asked));
  }

  /** Throws `enrollment.not_found`. */
  get(who: Principal, id: string): Promise<EnrollmentDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.detail(id));
  }

  /** One enrolment with its steps, within the open transaction. Throws `enrollment.not_found`. */
  async detail(id: string): Promise<EnrollmentDetail> {
    const [record] = await this.query<RowRecord>(`${ROW} from enrollments e ${JOINS} where e.id = $1`, [id]);
    const held = await this.enrollments.one(id);
    if (record === undefined || held === null) throw new AppError('enrollment.not_found', { id });
    const steps = await this.steps(id);
    const moments = await this.moments(held, steps);
    return {
      ...shownRow(record),
      steps: steps.map(({ dueAt, taskHolds: _, ...step }) => ({
        ...step,
        earliestAt: momentDate(moments, step.stepNo, 'earliestAt', dueAt),
        latestAt: momentDate(moments, step.stepNo, 'latestAt', null),
      })),
    };
  }

  private async page(asked: EnrollmentListQuery): Promise<EnrollmentList> {
    const all = conditionsOf(asked);
    const place = all.copy();
    if (asked.cursor !== undefined) {
      const [at, id] = readCursor(asked.cursor, 'enrollments', 2);
      const after = `(${place.value(cursorTime(at))}::timestamptz, ${place.value(cursorText(id, UUID_FORM))}::uuid)`;
      place.add(`(e.created_at, e.id) < ${after}`);
    }
    const rows = await this.query<RowRecord>(
      `${ROW} from (select * from enrollments e where ${place.where} order by e.created_at desc, e.id desc
         limit ${place.value(asked.limit + 1)}) e ${JOINS} order by e.created_at desc, e.id desc`,
      place.values,
    );
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor('enrollments', [last.sortKey, last.id]),
    );
    return { items: shown.map(shownRow), nextCursor, ...totalOf(await this.count(all)) };
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from enrollments e where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private steps(id: string): Promise<StepRecord[]> {
    return this.query(
      `select x.step_no as "stepNo", x.kind, x.state, x.code, x.purpose, x.wait_working_days as "waitWorkingDays", x.subject, x.text,
         x.is_edited as "isEdited", x.in_thread as "inThread", x.task_title as "taskTitle", x.task_id as "taskId",
         x.outbound_id as "outboundId", w.state as "mailState", w.hold_code as "holdCode", x.done_at as "doneAt",
         coalesce(case when w.state in ('ready', 'deferred') then w.not_before end, x.due_at) as "dueAt", x.task_holds as "taskHolds"
       from enrollment_steps x left join outbound_messages w on w.id = x.outbound_id where x.enrollment_id = $1 order by x.step_no`,
      [id],
    );
  }

  /** When the steps that wait could be taken, if the enrolment goes on as it is. */
  private async moments(held: HeldEnrollment, steps: readonly StepRecord[]): Promise<readonly StepMoment[]> {
    const waiting = steps.filter(({ state }) => state === 'waiting');
    const isOver = held.state === 'finished' || held.state === 'stopped';
    const [first] = waiting;
    if (isOver || first === undefined) return [];
    const { windows, mailbox, deadlineOn } = await this.world.around(held);
    const known = first.dueAt !== null;
    const last = Math.max(held.createdAt.getTime(), ...steps.map(({ doneAt }) => doneAt?.getTime() ?? 0));
    const startsAt = Math.max(this.clock.now().getTime(), first.dueAt?.getTime() ?? last);
    const planned = waiting.map(
      (step, index): PlannedStep => ({
        ...step,
        waitWorkingDays: index === 0 && known ? 0 : step.waitWorkingDays,
        isThanks: step.purpose === 'thank_you',
      }),
    );
    return planSteps({
      steps: planned,
      windows,
      startsAt,
      ahead: 0,
      capPerDay: mailbox.capPerDay,
      deadlineOn,
    });
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, [...values]);
  }
}

const NAMED = {
  sequenceId: 'e.sequence_id',
  pitchId: 'e.pitch_id',
  campaignId: 'e.campaign_id',
  contactId: 'e.contact_id',
  mailboxId: 'e.mailbox_id',
} as const;

function conditionsOf(asked: EnrollmentListQuery): Conditions {
  const all = new Conditions();
  for (const [name, column] of Object.entries(NAMED)) {
    const id = asked[name as keyof typeof NAMED];
    if (id !== undefined) all.add(`${column} = $::uuid`, id);
  }
  if (asked.state !== undefined) all.add('e.state = any ($::text[])', asked.state);
  return all;
}

function shownRow({ siteKey, pitchWords, sortKey: _, ...row }: RowRecord): EnrollmentRow {
  const host = siteKey === null ? null : displayHost(siteKey);
  return { ...row, displayHost: host, pitchLabel: pitchWords === '' ? (host ?? '') : pitchWords };
}

function momentDate(
  moments: readonly StepMoment[],
  stepNo: number,
  which: 'earliestAt' | 'latestAt',
  otherwise: Date | null,
): Date | null {
  const moment = moments.find((one) => one.stepNo === stepNo)?.[which];
  return moment === undefined || moment === null ? otherwise : new Date(moment);
}
