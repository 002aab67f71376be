import pg from 'pg';
import { ROWS, uuid } from './prospects-fill.mjs';

export const AT = `'2026-11-20T08:00:00Z'::timestamptz`;
const DAY = `'2026-11-20'::date`;
export const BRANDS = 20;

/** As many relationships as there are prospects, between twenty brands and the sites of the first quarter of them. */
export async function fillRelationships(ownerUrl, workspaceId) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const space = `'${workspaceId}'::uuid`;
  await owner.query(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
    select ${space}, ${uuid(3, 'i')}, ${uuid(2, '(i + 1) / 2')}, 'Brand ' || i, 'https://brand' || i || '.example/', 'brand' || i || '.example', ${AT}
    from generate_series(1, ${BRANDS}) i`);
  await relationships(owner, {
    rows: ofEachSite(`generate_series(1, ${ROWS}) i`),
    ...{ space, client: '(b.no + 1) / 2', brand: 'b.no', site: uuid(3, '(i - 1) / 4 + 1') },
  });
  await owner.query('vacuum analyze relationships');
  await owner.end();
}

/** Four brands for each site, chosen by its number: `b.no`. */
export const ofEachSite = (rows) =>
  `${rows} cross join lateral (select ((i - 1) % 4) * 5 + 1 + i / 4 % 5 as no) b`;

/** Brands of which client and number are expressions over the rows. */
export async function brands(owner, { rows, space, client, brand }) {
  await owner.query(`insert into clients (workspace_id, id, name, created_at)
    select distinct ${space}, ${uuid(2, client)}, 'Client ' || ${client}, ${AT} from ${rows}`);
  await owner.query(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
    select ${space}, ${uuid(3, brand)}, ${uuid(2, client)}, 'Brand ' || ${brand}, 'https://brand' || ${brand} || '.example/', 'brand' || ${brand} || '.example', ${AT} from ${rows}`);
}

/** Relationships of which every number follows from the row's. */
export async function relationships(owner, { rows, space, client, brand, site }) {
  await owner.query(`insert into relationships (workspace_id, id, client_id, brand_id, site_id, stage, reason, would_link_anyway, readers_gain,
      to_us_live, to_us_lost, to_us_unknown, to_them_live, to_them_lost, oldest_on, newest_on, created_at, updated_at)
    select ${space}, ${uuid(7, 'i')}, ${uuid(2, client)}, ${uuid(3, brand)}, ${site},
      case when i % 1999 = 0 then 'partner' else (array['unknown', 'cold', 'contacted', 'engaged', 'dormant'])[1 + i * 13 % 5] end,
      case when i % 1500 = 7 then 'curated_hub' when i % 6 = 0 then 'case_studies' when i % 6 = 1 then 'podcast_or_guest' end,
      case when i % 9 > 0 then i % 2 = 0 end, case when i % 9 > 1 then i % 3 > 0 end,
      case when i % 4 > 0 then i * 7919 % 40 else 0 end, i % 5, i % 7, case when i / 20 % 5 = 0 then i * 31 % 12 else 0 end, i % 3,
      case when i % 4 > 0 then ${DAY} - (i * 17 % 3000 + 400)::int end, case when i % 4 > 0 then ${DAY} - (i * 29 % 400)::int end,
      ${AT} - (i % 100000 || ' minutes')::interval, ${AT} - (i * 37 % 100000 || ' minutes')::interval
    from ${rows}`);
}
