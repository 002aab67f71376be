import { Injectable } from '@nestjs/common';
import type { SeenLink } from '../../core/placements/accept-as-it-is.js';
import type { Finding, Verdict } from '../../core/verifier/verdict.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { TargetPageOfPlacement } from './placement-detail.dto.js';
import { COLUMNS, JOINS, type PlacementRecord } from './placement-record.js';

/** A placement with all that its page shows of the row itself. */
export interface DetailRecord extends PlacementRecord {
  readonly notes: string;
  readonly labelling_agreed: boolean;
  readonly close_reason: string | null;
  readonly replaced_by_id: string | null;
  readonly replaces_id: string | null;
  readonly last_check_id: string | null;
  readonly target_page_id: string | null;
  readonly seen_by_hand_until: string | null;
  readonly takes_baseline: boolean;
  readonly memory: Record<string, unknown>;
}

export interface CheckOfPlacement {
  readonly id: string;
  readonly at: Date;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly pageStatus: number | null;
  readonly finalUrl: string | null;
  readonly rendered: boolean;
}

/** What a check saw of the link, and what it found. */
export interface Sight {
  readonly seen: SeenLink;
  readonly findings: readonly Finding[];
}

export interface EventOfPlacement {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly actorName: string | null;
  readonly params: Record<string, unknown>;
}

/** What the page of one placement reads, in the open transaction. */
@Injectable()
export class PlacementDetails {
  constructor(private readonly database: Database) {}

  async record(id: string): Promise<DetailRecord | null> {
    const rows = await this.query<DetailRecord>(
      `select ${COLUMNS}, p.notes, p.labelling_agreed, p.close_reason, p.replaced_by_id, p.last_check_id, p.target_page_id,
         p.seen_by_hand_until::text as seen_by_hand_until, p.takes_baseline, p.memory,
         (select o.id from placements o where o.replaced_by_id = p.id limit 1) as replaces_id
       from placements p ${JOINS} where p.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async check(id: string): Promise<CheckOfPlacement | null> {
    const rows = await this.query<CheckOfPlacement>(
      `select id, at, verdict, findings, page_status as "pageStatus", final_url as "finalUrl", rendered from checks where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The last of its recent checks that saw the link, with what it found; null when none did. */
  async lastSight(placementId: string): Promise<Sight | null> {
    const rows = await this.query<Sight>(
      `select seen, findings from (
         select id, seen, findings from checks where placement_id = $1 order by id desc limit 50
       ) recent where seen is not null order by id desc limit 1`,
      [placementId],
    );
    return rows[0] ?? null;
  }

  async targetPage(id: string): Promise<TargetPageOfPlacement | null> {
    const rows = await this.query<TargetPageOfPlacement>(
      `select id, url, status, failing_since as "failingSince" from target_pages where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** What happened to a placement, newest first: one scan of the index of subjects. One more than `limit`. */
  timeline(placementId: string, beforeId: string | null, limit: number): Promise<EventOfPlacement[]> {
    return this.query(
      `select e.id, e.at, e.kind, u.name as "actorName", e.params
       from (
         select s.event_id from event_subjects s
         where s.subject_kind = 'placement' and s.subject_id = $1 and ($2::uuid is null or s.event_id < $2)
         order by s.event_id desc limit $3
       ) s join events e on e.id = s.event_id left join users u on u.id = e.actor_user_id
       order by e.id desc`,
      [placementId, beforeId, limit + 1],
    );
  }

  async timelineLength(placementId: string): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select 1 from event_subjects where subject_kind = 'placement' and subject_id = $1 limit ${COUNTED_UP_TO + 1}
       ) counted`,
      [placementId],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
