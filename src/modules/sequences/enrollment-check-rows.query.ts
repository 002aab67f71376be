import { Injectable } from '@nestjs/common';
import type { EnrollRefusal } from '../../core/sequences/enroll-refusals.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorNumber, readCursor, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import type {
  EnrollmentCheckQuery,
  EnrollmentCheckReason,
  EnrollmentCheckRow,
} from './enrollment-checks.dto.js';

/** What a check keeps of a pitch, in the item of its job. */
export interface CheckFinding {
  readonly contactId: string | null;
  readonly canEnroll: boolean;
  readonly codes: readonly EnrollRefusal[];
}

const ORDER = 'check';

/** Every pitch the check looked at and that can still be seen, with how many able ones stand before it. */
const LOOKED_AT = `select i.item_no as no, i.item_id as "pitchId", i.before as found,
    (count(*) filter (where (i.before ->> 'canEnroll')::boolean)
      over (order by i.item_no rows between unbounded preceding and 1 preceding))::int as ahead
  from job_items i where i.job_id = $1 and i.state = 'done' and i.before ? 'canEnroll'`;

interface Row {
  readonly no: number;
  readonly pitchId: string;
  readonly label: string;
  readonly siteKey: string | null;
  readonly found: CheckFinding;
  readonly contactName: string | null;
  readonly ahead: number;
}

/** What checks of enrolments found, in the open transaction. */
@Injectable()
export class EnrollmentCheckRows {
  constructor(private readonly database: Database) {}

  /** A page in the order of the check, and how many fit the query. */
  async page(jobId: string, asked: EnrollmentCheckQuery) {
    const all = conditionsOf(jobId, asked);
    const [counted] = await this.query<{ n: number }>(
      `select count(*)::int as n from (${LOOKED_AT}) l join pitches p on p.id = l."pitchId" where ${all.where}`,
      all.values,
    );
    if (asked.cursor !== undefined) all.add('l.no > $', cursorNumber(readCursor(asked.cursor, ORDER, 1)[0]));
    const rows = await this.query<Row>(
      `select l.*, p.label, s.site_key as "siteKey", o.name as "contactName"
       from (${LOOKED_AT}) l join pitches p on p.id = l."pitchId" left join sites s on s.id = p.site_id
       left join contacts o on o.id = (l.found ->> 'contactId')::uuid
       where ${all.where} order by l.no limit ${all.value(asked.limit + 1)}`,
      all.values,
    );
    const { shown, nextCursor } = pageOf(rows, asked.limit, ({ no }) => writeCursor(ORDER, [no]));
    return { items: shown.map(shownRow), nextCursor, ...totalOf(counted?.n ?? 0) };
  }

  /** How many can be enrolled and how many not, and for what. */
  async summary(jobId: string): Promise<{ able: number; unable: number; reasons: EnrollmentCheckReason[] }> {
    const [counts] = await this.query<{ able: number; unable: number }>(
      `select count(*) filter (where (found ->> 'canEnroll')::boolean)::int as able,
         count(*) filter (where not (found ->> 'canEnroll')::boolean)::int as unable
       from (${LOOKED_AT}) l`,
      [jobId],
    );
    const reasons = await this.query<EnrollmentCheckReason>(
      `select c.code, count(*)::int as count from (${LOOKED_AT}) l, jsonb_array_elements_text(l.found -> 'codes') as c (code)
       group by c.code order by 2 desc, 1`,
      [jobId],
    );
    return { able: counts?.able ?? 0, unable: counts?.unable ?? 0, reasons };
  }

  /** How many the check has found able so far. */
  async able(jobId: string): Promise<number> {
    const [counted] = await this.query<{ n: number }>(
      `select count(*)::int as n from job_items
       where job_id = $1 and state = 'done' and (before ->> 'canEnroll')::boolean`,
      [jobId],
    );
    return counted?.n ?? 0;
  }

  /** Every pitch of the check in its order, and whether it can be enrolled. */
  findings(jobId: string): Promise<{ pitchId: string; canEnroll: boolean }[]> {
    return this.query(
      `select "pitchId", (found ->> 'canEnroll')::boolean as "canEnroll" from (${LOOKED_AT}) l order by no`,
      [jobId],
    );
  }

  private query<Found>(sql: string, values: unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, values);
  }
}

function conditionsOf(jobId: string, { canEnroll, code }: EnrollmentCheckQuery): Conditions {
  const all = new Conditions();
  all.value(jobId);
  if (canEnroll !== undefined) all.add(`(l.found ->> 'canEnroll')::boolean = $`, canEnroll);
  if (code !== undefined) all.add(`l.found -> 'codes' ? $`, code);
  return all;
}

function shownRow({ pitchId, label, siteKey, found, contactName, ahead }: Row): EnrollmentCheckRow {
  const host = siteKey === null ? null : displayHost(siteKey);
  return {
    pitchId,
    pitchLabel: label === '' ? (host ?? '') : label,
    displayHost: host,
    contactId: found.contactId,
    contactName,
    canEnroll: found.canEnroll,
    codes: [...found.codes],
    ahead,
  };
}
