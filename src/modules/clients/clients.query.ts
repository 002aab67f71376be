import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import { Database } from '../../platform/database/database.js';
import type { BrandInList } from './brands.dto.js';
import type { ClientCounts, ClientView } from './clients.dto.js';

const BRANDS = `
  select b.client_id as "clientId", b.id, b.name, b.home_url as "homeUrl", b.description, b.aliases, b.site_key as "siteKey",
    b.created_at as "createdAt", b.archived_at as "archivedAt", coalesce(t.pages, 0)::int as "targetPageCount"
  from brands b
  left join (
    select brand_id, count(*) as pages from target_pages where archived_at is null group by brand_id
  ) t on t.brand_id = b.id
  where b.client_id = any ($1)
  order by b.archived_at nulls first, lower(b.name), b.id`;

/** One pass over the index on (client, brand, state): placements of many clients are counted together. */
const COUNTS = `
  select client_id as "clientId", count(*)::int as placements,
    (count(*) filter (where state = any ($2)))::int as live,
    (count(*) filter (where state = 'differs'))::int as differs,
    (count(*) filter (where state = 'removed'))::int as removed
  from placements where client_id = any ($1) and archived_at is null
  group by client_id`;

const NOTHING: ClientCounts = { placements: 0, live: 0, differs: 0, removed: 0 };

type ClientRow = Omit<ClientView, 'brands' | 'counts'>;

/** Clients as their pages show them: with brands and counts. */
@Injectable()
export class ClientsQuery {
  constructor(private readonly database: Database) {}

  /** All clients that are archived, or all that are not, by name. */
  async list(archived: boolean): Promise<ClientView[]> {
    return this.filled(
      await this.query<ClientRow>(
        `select id, name, notes, locale, logo_sha256 is not null as "hasLogo", created_at as "createdAt", archived_at as "archivedAt" from clients
         where (archived_at is not null) = $1 order by lower(name), id`,
        [archived],
      ),
    );
  }

  /** One client, or null. */
  async one(id: string): Promise<ClientView | null> {
    const rows = await this.query<ClientRow>(
      `select id, name, notes, locale, logo_sha256 is not null as "hasLogo", created_at as "createdAt", archived_at as "archivedAt" from clients where id = $1`,
      [id],
    );
    return (await this.filled(rows))[0] ?? null;
  }

  private async filled(rows: readonly ClientRow[]): Promise<ClientView[]> {
    const ids = rows.map((row) => row.id);
    const brands = await this.query<BrandInList & { clientId: string }>(BRANDS, [ids]);
    const counts = await this.query<ClientCounts & { clientId: string }>(COUNTS, [ids, LIVE_COUNT_STATES]);
    return rows.map((row) => ({
      ...row,
      brands: brands.filter((brand) => brand.clientId === row.id).map(({ clientId: _, ...brand }) => brand),
      counts: counted(counts.find((count) => count.clientId === row.id)),
    }));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function counted(row: ClientCounts | undefined): ClientCounts {
  if (row === undefined) return NOTHING;
  return { placements: row.placements, live: row.live, differs: row.differs, removed: row.removed };
}
