import { Injectable } from '@nestjs/common';
import type { AcceptedStep } from '../../core/placements/terms.js';
import { Database } from '../../platform/database/database.js';
import type { AwaitedResult, AwaitedSearchView, CandidateView } from './awaited-searches.dto.js';

/** A placement that is looked for: what was promised, and what was read for it before. */
export interface AwaitedPlacement {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly siteId: string;
  readonly revision: number;
  readonly targetUrl: string;
  readonly matchStep: AcceptedStep;
  readonly createdAt: Date;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly candidates: readonly CandidateView[];
  /** When each page was read before, in epoch milliseconds. */
  readonly readPages: Readonly<Record<string, number>>;
}

export interface SearchOutcome {
  readonly searchedAt: Date;
  readonly nextSearchAt: Date | null;
  readonly result: AwaitedResult;
  readonly candidates: readonly CandidateView[];
  readonly readPages: Readonly<Record<string, number>>;
}

/** Placements whose site is known and whose page is not. */
const LOOKED_FOR = `p.state = 'awaited' and p.source_url is null and p.site_id is not null and p.archived_at is null`;

/** Searches for awaited placements, in the open transaction. */
@Injectable()
export class AwaitedSearchesRepository {
  constructor(private readonly database: Database) {}

  /** Takes awaited placements up that are not looked for yet. */
  async takeUp(now: Date): Promise<void> {
    await this.query(
      `insert into awaited_searches (workspace_id, client_id, placement_id, next_search_at)
       select p.workspace_id, p.client_id, p.id, $1 from placements p
       where ${LOOKED_FOR} and not exists (select 1 from awaited_searches s where s.placement_id = p.id)
       on conflict do nothing`,
      [now],
    );
  }

  /** Placements to look for now, those of one site together; those looked for longest ago first. */
  async due(now: Date, limit: number): Promise<string[][]> {
    const rows = await this.query<{ ids: string[] }>(
      `select array_agg(due.id order by due.id) as ids from (
         select p.id, p.site_id from awaited_searches s join placements p on p.id = s.placement_id
         where s.next_search_at <= $1 and ${LOOKED_FOR} order by s.next_search_at, p.id limit $2) due
       group by due.site_id`,
      [now, limit],
    );
    return rows.map(({ ids }) => ids);
  }

  /** Puts the next search off while one is under way. */
  async postpone(placementIds: readonly string[], until: Date): Promise<void> {
    await this.query(
      'update awaited_searches set next_search_at = $2 where placement_id = any ($1::uuid[])',
      [placementIds, until],
    );
  }

  /** Of these placements, those that are still looked for. */
  awaited(placementIds: readonly string[]): Promise<AwaitedPlacement[]> {
    return this.query(
      `select p.id, p.client_id as "clientId", p.brand_id as "brandId", p.site_id as "siteId", p.revision, p.target_url as "targetUrl",
         p.match_step as "matchStep", p.created_at as "createdAt", p.due_on::text as "dueOn",
         coalesce(s.candidates, '[]') as candidates, coalesce(s.read_pages, '{}') as "readPages"
       from placements p left join awaited_searches s on s.placement_id = p.id
       where p.id = any ($1::uuid[]) and ${LOOKED_FOR} order by p.id`,
      [placementIds],
    );
  }

  async save(
    { id, clientId }: Pick<AwaitedPlacement, 'id' | 'clientId'>,
    outcome: SearchOutcome,
  ): Promise<void> {
    await this.query(
      `insert into awaited_searches (workspace_id, client_id, placement_id, searched_at, next_search_at, result, candidates, read_pages)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, placement_id) do update set searched_at = excluded.searched_at,
         next_search_at = excluded.next_search_at, result = excluded.result, candidates = excluded.candidates,
         read_pages = excluded.read_pages`,
      [
        this.database.scope().workspaceId,
        clientId,
        id,
        outcome.searchedAt,
        outcome.nextSearchAt,
        outcome.result,
        JSON.stringify(outcome.candidates),
        JSON.stringify(outcome.readPages),
      ],
    );
  }

  /** What is known of the search for a placement; null for a placement nobody may see. */
  async view(placementId: string): Promise<AwaitedSearchView | null> {
    const rows = await this.query<AwaitedSearchView>(
      `select p.id as "placementId", (${LOOKED_FOR}) as "isSearched", s.searched_at as "searchedAt",
         s.next_search_at as "nextSearchAt", s.result, coalesce(s.candidates, '[]') as candidates
       from placements p left join awaited_searches s on s.placement_id = p.id where p.id = $1`,
      [placementId],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
