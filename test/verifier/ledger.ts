import { equivalentKey } from '../../src/core/verifier/url-ladder.js';
import { newId } from '../../src/platform/database/id.js';
import { hostSlot } from '../../src/platform/fetch/page-fetcher.js';
import type { TestDatabase } from '../database/test-database.js';

/** Columns of a placement a test wants to set; the rest is an editorial link without terms. */
export type PlacementWish = Readonly<Record<string, unknown>> & {
  readonly sourceUrl: string;
  readonly targetUrl: string;
};

/** A workspace with a client, a brand and a site, and the means to write placements into it. */
export interface Ledger {
  readonly workspaceId: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly siteId: string;
  /** Writes placements down, due at once; answers their ids. */
  place(...wishes: readonly PlacementWish[]): Promise<string[]>;
  targetPage(url: string): Promise<string>;
  /** The columns of one placement. */
  row(id: string): Promise<Record<string, unknown>>;
}

const TERMS = ['rel', 'anchor', 'region', 'indexable'] as const;

/** Makes a workspace as the owner of the tables would. */
export async function aLedger(database: TestDatabase, now: Date): Promise<Ledger> {
  const [workspaceId, clientId, brandId, siteId] = [newId(), newId(), newId(), newId()];
  await database.asOwner(
    `with w as (insert into workspaces (id, name, created_at) values ($1, 'Team', $5) returning id),
       c as (insert into clients (workspace_id, id, name, created_at) select id, $2, 'Client', $5 from w returning id),
       s as (insert into sites (workspace_id, id, kind, site_key, host, created_at) select id, $4, 'domain', 'blog.example', 'blog.example', $5 from w)
     insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
     select $1, $3, c.id, 'Brand', 'https://shop.example/', 'shop.example', $5 from c`,
    [workspaceId, clientId, brandId, siteId, now],
  );
  const ids = { workspaceId, clientId, brandId, siteId };
  return {
    ...ids,
    place: async (...wishes) => {
      const rows = wishes.map((wish) => placementRow(wish, { ...ids, now }));
      await database.asOwner(
        `insert into placements select (jsonb_populate_record(null::placements, defaults || row)).*
         from jsonb_array_elements($1::jsonb) as row, (select $2::jsonb as defaults) d`,
        [JSON.stringify(rows), JSON.stringify(DEFAULTS)],
      );
      return rows.map((row) => String(row['id']));
    },
    targetPage: async (url) => {
      const id = newId();
      await database.asOwner(
        `insert into target_pages (workspace_id, id, client_id, brand_id, url, url_key, host_slot, next_check_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [workspaceId, id, clientId, brandId, url, equivalentKey(url), hostSlot(new URL(url)), now],
      );
      return id;
    },
    row: async (id) => (await database.asOwner('select * from placements where id = $1', [id]))[0] ?? {},
  };
}

const DEFAULTS = {
  source_host: '',
  target_path: '',
  type: 'editorial',
  compensation: 'none',
  labelling_agreed: false,
  match_step: 'equivalent',
  ...Object.fromEntries([...TERMS, 'duration'].map((term) => [`${term}_standing`, 'unknown'])),
  notes: '',
  state: 'awaited',
  rechecking: false,
  is_baseline_removed: false,
  takes_baseline: false,
  last_verdicts: '',
  finding_codes: [],
  unmet_terms: 0,
  broken_rules: 0,
  memory: {},
  target_failing: false,
  revision: 1,
};

/** Wishes in camelCase become columns. */
function placementRow(
  { sourceUrl, targetUrl, ...wish }: PlacementWish,
  { now, ...ids }: { workspaceId: string; clientId: string; brandId: string; siteId: string; now: Date },
): Record<string, unknown> {
  const columns = {
    ...ids,
    id: newId(),
    sourceUrl,
    targetUrl,
    sourceUrlKey: equivalentKey(sourceUrl),
    targetUrlKey: equivalentKey(targetUrl),
    hostSlot: hostSlot(new URL(sourceUrl)),
    stateSince: now,
    createdAt: now,
    updatedAt: now,
    nextCheckAt: now,
    ...wish,
  };
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
