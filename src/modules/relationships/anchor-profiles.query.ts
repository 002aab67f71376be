import { Injectable } from '@nestjs/common';
import { SIGHT_SOURCES, type SightSource } from '../../core/relationships/link.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { keyHash } from './link-facts.js';
import type { AnchorProfile } from './links.dto.js';

/** Wordings that are listed; the rest counts in the total. */
const MOST_WORDINGS = 200;

interface Wording {
  readonly anchor: string | null;
  readonly count: number;
  readonly live: number;
  readonly from: Record<SightSource, boolean>;
  readonly total: number;
  readonly notKnown: number;
}

/** The words of the links to a target page as they are today: what its placements' last checks saw, then what others tell. */
@Injectable()
export class AnchorProfiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `target_page.not_found`. */
  of(scope: WorkspaceScope, targetPageId: string): Promise<AnchorProfile> {
    return this.database.inWorkspace(scope, async () => {
      const [page] = await this.query<{ brandId: string; urlKey: string }>(
        'select brand_id as "brandId", url_key as "urlKey" from target_pages where id = $1',
        [targetPageId],
      );
      if (page === undefined) throw new AppError('target_page.not_found', { id: targetPageId });
      const wordings = await this.query<Wording>(
        `with told as (
           select coalesce(p.seen_anchor, l.anchors[1]) as anchor, l.state, l.seen_by from links l
           left join placements p on p.workspace_id = l.workspace_id and p.id = l.placement_id
           where l.brand_id = $1 and l.direction = 'to_us' and l.target_hash = decode($2, 'hex') and l.state <> 'lost'
         )
         select anchor, count(*)::int as count, count(*) filter (where state = 'live')::int as live,
           jsonb_build_object(${SIGHT_SOURCES.map((via) => `'${via}', bool_or('${via}' = any (seen_by))`).join(', ')}) as from,
           (sum(count(*)) over ())::int as total,
           coalesce(sum(count(*) filter (where anchor is null)) over (), 0)::int as "notKnown"
         from told group by anchor order by count desc, anchor limit ${MOST_WORDINGS}`,
        [page.brandId, keyHash(page.urlKey)],
      );
      return profileOf(wordings, this.clock.now());
    });
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function profileOf(wordings: readonly Wording[], asOf: Date): AnchorProfile {
  const { total = 0, notKnown = 0 } = wordings[0] ?? {};
  const known = total - notKnown;
  const items = wordings.flatMap(({ anchor, count, live, from }) =>
    anchor === null
      ? []
      : [{ anchor, count, share: count / known, live, from: SIGHT_SOURCES.filter((via) => from[via]) }],
  );
  return { asOf, total, items, notKnown };
}
