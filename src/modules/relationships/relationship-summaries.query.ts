import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { conditionsOf, DIRECTIONS } from './relationship-conditions.js';
import type { RelationshipSummary, RelationshipSummaryQuery } from './relationships.dto.js';

/** Sums over the relationships of a publisher, a client or a site, as far as who asks may see them. */
@Injectable()
export class RelationshipSummaries {
  constructor(private readonly database: Database) {}

  /** Throws `request.malformed` unless exactly one of the three is named. */
  of(scope: WorkspaceScope, asked: RelationshipSummaryQuery): Promise<RelationshipSummary> {
    const named = [asked.publisherId, asked.clientId, asked.siteId].filter((id) => id !== undefined);
    if (named.length !== 1) throw new AppError('request.malformed', { reason: 'name_one' });
    const all = conditionsOf(asked);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.database.manager().query<RelationshipSummary[]>(
        `select count(*)::int as relationships, count(distinct r.site_id)::int as sites, count(distinct r.brand_id)::int as brands,
           count(*) filter (where ${DIRECTIONS.both})::int as both,
           count(*) filter (where ${DIRECTIONS.told})::int as told,
           ${sum('to_us_live', 'toUsLive')}, ${sum('to_us_lost', 'toUsLost')}, ${sum('to_us_unknown', 'toUsUnknown')},
           ${sum('to_them_live', 'toThemLive')}, ${sum('to_them_lost', 'toThemLost')}, ${sum('to_them_unknown', 'toThemUnknown')},
           min(r.oldest_on)::text as "oldestOn", max(r.newest_on)::text as "newestOn"
         from relationships r where ${all.where}`,
        all.values,
      );
      return rows[0] as RelationshipSummary;
    });
  }
}

function sum(column: string, name: string): string {
  return `coalesce(sum(r.${column}), 0)::int as "${name}"`;
}
