import { Injectable } from '@nestjs/common';
import type { Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { TimelineSubject } from './timelines.dto.js';

/** An event as a timeline reads it. */
export interface TimelineRecord {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly actorName: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly params: Record<string, unknown>;
  readonly subjects: Subject[];
  readonly noteId: string | null;
  readonly noteBody: string | null;
  readonly noteBy: string | null;
  readonly noteAt: Date | null;
}

const VISIBLE = 'select 1 from';

/** Whether a record is there for who asks; `$1` is its id. */
const RECORDS: Readonly<Record<TimelineSubject, string>> = {
  site: `${VISIBLE} sites where id = $1`,
  publisher: `${VISIBLE} publishers where id = $1`,
  contact: `${VISIBLE} contacts where id = $1`,
  prospect: `${VISIBLE} prospects where id = $1`,
  relationship: `${VISIBLE} relationships where id = $1`,
  campaign: `${VISIBLE} campaigns where id = $1`,
  pitch: `${VISIBLE} pitches where id = $1`,
  order: `${VISIBLE} orders where id = $1`,
  reclamation: `${VISIBLE} reclamations where id = $1`,
  mailbox: `${VISIBLE} mailboxes where id = $1`,
};

/** Events of one subject, newest first: one scan of the index of subjects. */
const OF_ONE = (kind: string, id: string): string =>
  `(select s.event_id from event_subjects s where s.subject_kind = '${kind}' and s.subject_id = ${id}
     and ($2::uuid is null or s.event_id < $2) order by s.event_id desc limit $3)`;

const OF_EACH = (kind: string, ids: string): string =>
  `select s.event_id from (${ids}) one cross join lateral (
     select e.event_id from event_subjects e where e.subject_kind = '${kind}' and e.subject_id = one.id
       and ($2::uuid is null or e.event_id < $2) order by e.event_id desc limit $3) s`;

/** The record itself and those that were merged into it: their past is its past. */
const WITH_MERGED = (table: string): string =>
  `select $1::uuid as id union all select id from ${table} where merged_into_id = $1`;

const SITES_OF_PUBLISHER =
  'select distinct sp.site_id as id from site_publishers sp where sp.publisher_id = $1 and sp.ended_at is null';
const SITE_OF_PROSPECT = 'select site_id as id from prospects where id = $1';
const PLACEMENTS_BETWEEN = `select p.id from placements p join relationships r on r.site_id = p.site_id and r.brand_id = p.brand_id
  where r.id = $1 order by p.id desc limit 500`;
const PLACEMENTS_OF_PITCH = 'select id from placements where pitch_id = $1 order by id desc limit 100';
/** What happened on the site in the name of the brand, such as a touch. */
const IN_THE_NAME_OF = `select s.event_id from relationships r join event_subjects s on s.subject_kind = 'site' and s.subject_id = r.site_id
  join event_subjects b on b.event_id = s.event_id and b.subject_kind = 'brand' and b.subject_id = r.brand_id
  where r.id = $1 and ($2::uuid is null or s.event_id < $2)`;

/** Which events stand on the timeline of a record: `$1` its id, `$2` before which event, `$3` how many at most. */
const EVENTS: Readonly<Record<TimelineSubject, readonly string[]>> = {
  site: [OF_EACH('site', WITH_MERGED('sites'))],
  contact: [OF_EACH('contact', WITH_MERGED('contacts'))],
  prospect: [OF_ONE('prospect', '$1'), OF_EACH('site', SITE_OF_PROSPECT)],
  publisher: [OF_EACH('publisher', WITH_MERGED('publishers')), OF_EACH('site', SITES_OF_PUBLISHER)],
  campaign: [OF_ONE('campaign', '$1')],
  pitch: [OF_ONE('pitch', '$1'), OF_EACH('placement', PLACEMENTS_OF_PITCH)],
  order: [OF_ONE('order', '$1')],
  reclamation: [OF_ONE('reclamation', '$1')],
  mailbox: [OF_ONE('mailbox', '$1')],
  relationship: [OF_ONE('relationship', '$1'), OF_EACH('placement', PLACEMENTS_BETWEEN), IN_THE_NAME_OF],
};

/** What happened to records, in the open transaction: row-level security leaves out what belongs to clients one does not see. */
@Injectable()
export class TimelinesQuery {
  constructor(private readonly database: Database) {}

  async exists(kind: TimelineSubject, id: string): Promise<boolean> {
    return (await this.query<unknown>(RECORDS[kind], [id])).length > 0;
  }

  /** Events before one, newest first, one more than `limit`. What is hidden from who asks is passed over, so more are looked at. */
  async page(
    { kind, id }: { kind: TimelineSubject; id: string },
    before: string | null,
    limit: number,
  ): Promise<TimelineRecord[]> {
    return this.query<TimelineRecord>(
      `select e.id, e.at, e.kind, u.name as "actorName", e.client_id as "clientId", c.name as "clientName", e.params,
         coalesce((select jsonb_agg(jsonb_build_object('kind', s.subject_kind, 'id', s.subject_id) order by s.subject_kind, s.subject_id)
           from event_subjects s where s.workspace_id = e.workspace_id and s.event_id = e.id), '[]') as subjects,
         n.id as "noteId", n.body as "noteBody", n.written_by as "noteBy", n.written_at as "noteAt"
       from (select distinct event_id from (${EVENTS[kind].join(' union all ')}) found) found
       join events e on e.id = found.event_id
       left join users u on u.id = e.actor_user_id
       left join clients c on c.workspace_id = e.workspace_id and c.id = e.client_id
       left join notes n on n.workspace_id = e.workspace_id and e.kind = 'note.written'
         and n.id = (case when e.kind = 'note.written' then (e.params ->> 'noteId')::uuid end) and n.archived_at is null
       where e.kind <> 'note.removed' and (e.kind <> 'note.written' or n.id is not null)
       order by e.id desc limit $4`,
      [id, before, limit * 4 + 100, limit + 1],
    );
  }

  /** How many events there are, counted up to the usual bound. */
  async count({ kind, id }: { kind: TimelineSubject; id: string }): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (select distinct event_id from (${EVENTS[kind].join(' union all ')}) found limit $3) found
       join events e on e.id = found.event_id
       left join notes n on n.workspace_id = e.workspace_id
         and n.id = (case when e.kind = 'note.written' then (e.params ->> 'noteId')::uuid end) and n.archived_at is null
       where e.kind <> 'note.removed' and (e.kind <> 'note.written' or n.id is not null)`,
      [id, null, COUNTED_UP_TO + 1],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
