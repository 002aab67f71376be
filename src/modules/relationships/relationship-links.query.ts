import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { LinkList, LinksQuery, LinkView } from './links.dto.js';

/** What a placement's last check saw is newer than what the log keeps of it. */
const VIEW = `l.id, l.direction, l.source_url as "sourceUrl", l.target_url as "targetUrl",
  coalesce(p.seen_anchor, l.anchors[1]) as anchor, l.anchors, coalesce(p.seen_rel, l.rel) as rel, l.is_image as "isImage",
  l.is_sitewide as "isSitewide", l.region, l.state, l.first_seen_on::text as "firstSeenOn",
  case when l.state = 'live' then greatest(l.last_seen_at, p.last_seen_at) else l.last_seen_at end as "lastSeenAt",
  l.lost_at as "lostAt", l.lost_reason as "lostReason", l.seen_by as "seenBy", l.placement_id as "placementId", p.state as "placementState"`;

const KEY = `coalesce(l.first_seen_on, '-infinity')`;

type LinkInOrder = LinkView & { readonly day: string | null };

/** Links of a relationship, the newest first. */
@Injectable()
export class RelationshipLinks {
  constructor(private readonly database: Database) {}

  /** Throws `relationship.not_found`. */
  page(scope: WorkspaceScope, relationshipId: string, asked: LinksQuery): Promise<LinkList> {
    const place = after(asked.cursor);
    return this.database.inWorkspace(scope, async () => {
      const all = await this.conditions(relationshipId, asked);
      const total = await this.count(all);
      if (place !== null) {
        const day = place.day === null ? `'-infinity'::date` : `${all.value(place.day)}::date`;
        all.add(`(${KEY}, l.id) < (${day}, ${all.value(place.id)}::uuid)`);
      }
      const rows = await this.query<LinkInOrder>(
        `select ${VIEW}, l.first_seen_on::text as day
         from (select * from links l where ${all.where} order by ${KEY} desc, l.id desc limit ${all.value(asked.limit + 1)}) l
         left join placements p on p.workspace_id = l.workspace_id and p.id = l.placement_id
         order by ${KEY} desc, l.id desc`,
        all.values,
      );
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('links', [last.day, last.id]),
      );
      return { items: shown.map(({ day: _, ...link }) => link), nextCursor, ...totalOf(total) };
    });
  }

  /** One link, in the open transaction; null when it is not there. */
  async one(id: string): Promise<LinkView | null> {
    const rows = await this.query<LinkView>(
      `select ${VIEW} from links l left join placements p on p.workspace_id = l.workspace_id and p.id = l.placement_id where l.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async conditions(id: string, { direction, state }: LinksQuery): Promise<Conditions> {
    const [between] = await this.query<{ brandId: string; siteId: string }>(
      'select brand_id as "brandId", site_id as "siteId" from relationships where id = $1',
      [id],
    );
    if (between === undefined) throw new AppError('relationship.not_found', { id });
    const all = new Conditions()
      .add('l.site_id = $::uuid', between.siteId)
      .add('l.brand_id = $::uuid', between.brandId);
    if (direction !== undefined) all.add('l.direction = $', direction);
    if (state !== undefined) all.add('l.state = $', state);
    return all;
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from links l where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      [...all.values],
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function after(cursor: string | undefined): { day: string | null; id: string } | null {
  if (cursor === undefined) return null;
  const [day, id] = readCursor(cursor, 'links', 2);
  const known =
    day === null ? null : cursorTime(`${cursorText(day, /^\d{4}-\d{2}-\d{2}$/)}T00:00:00Z`).slice(0, 10);
  return { day: known, id: cursorText(id, UUID_FORM) };
}
