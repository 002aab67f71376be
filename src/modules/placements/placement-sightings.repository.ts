import { Injectable } from '@nestjs/common';
import { isCalendarDay } from '../../core/calendar/calendar-day.js';
import { Database } from '../../platform/database/database.js';

export interface SightingRow {
  readonly id: string;
  readonly placementId: string;
  readonly at: Date;
  readonly countsUntil: string;
  readonly note: string;
  readonly pictureSha256: Buffer | null;
  readonly recordedBy: string | null;
}

/** Sights by hand, in the open transaction. */
@Injectable()
export class PlacementSightingsRepository {
  constructor(private readonly database: Database) {}

  async insert(row: SightingRow): Promise<void> {
    await this.query(
      `insert into sightings (workspace_id, id, placement_id, at, counts_until, note, picture_sha256, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.database.scope().workspaceId,
        row.id,
        row.placementId,
        row.at,
        row.countsUntil,
        row.note,
        row.pictureSha256,
        row.recordedBy,
      ],
    );
  }

  /** The sights of a placement, newest first, with who recorded them. */
  ofPlacement(
    placementId: string,
    limit: number,
  ): Promise<(SightingRow & { recordedByName: string | null })[]> {
    return this.query(
      `select s.id, s.placement_id as "placementId", s.at, s.counts_until::text as "countsUntil", s.note,
         s.picture_sha256 as "pictureSha256", s.recorded_by as "recordedBy", u.name as "recordedByName"
       from sightings s left join users u on u.id = s.recorded_by
       where s.placement_id = $1 order by s.id desc limit $2`,
      [placementId, limit],
    );
  }

  /** SHA-256 of the picture of one sight of a placement, or null. */
  async picture(placementId: string, id: string): Promise<Buffer | null> {
    const rows = await this.query<{ sha256: Buffer | null }>(
      'select picture_sha256 as sha256 from sightings where placement_id = $1 and id = $2',
      [placementId, id],
    );
    return rows[0]?.sha256 ?? null;
  }

  /** Notes on the placement until when the sight counts, and that a person changed it. */
  async mark(id: string, countsUntil: string, at: Date): Promise<void> {
    await this.query(
      `update placements set seen_by_hand_until = $2, revision = revision + 1, updated_at = $3 where id = $1`,
      [id, countsUntil, at],
    );
  }

  /** Today in the workspace's time zone, and the moment at which a day ends there. Null for a day that does not exist. */
  async days(day: string, now: Date): Promise<{ today: string; latest: string; endsAt: Date } | null> {
    if (!isCalendarDay(day)) return null;
    const rows = await this.query<{ today: string; latest: string; endsAt: Date }>(
      `select ($2::timestamptz at time zone time_zone)::date::text as today,
         (($2::timestamptz at time zone time_zone) + interval '1 year')::date::text as latest,
         (($1::date + 1)::timestamp at time zone time_zone) as "endsAt"
       from workspaces`,
      [day, now],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
