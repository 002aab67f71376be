import pg from 'pg';
import { CLIENT, id, ROWS, uuid } from './prospects-fill.mjs';

/** How many publishers share the sites, and how many placements stand on them. */
export const PUBLISHERS = Number(process.env.BENCH_PUBLISHERS ?? 20_000);
export const PLACEMENTS = 50_000;
/** Publishers with people, sites, conditions and placements that a person would open. */
export const OPENED = { publisher: id(4, 1005), site: id(3, 1005) };
const AT = `'2026-11-20T08:00:00Z'::timestamptz`;

/**
 * 20,000 publishers over the 100,000 sites of a filled workspace, with their people, conditions and placements, and the other lists
 * of the domain: do not contact, people proposed, doubles. Every fact follows from a row's number.
 */
export async function fillPublishers(ownerUrl, workspaceId) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const put = (sql) => owner.query(sql, [workspaceId]);
  for (const table of ['contact_places', 'contacts', 'suppressions'])
    await owner.query(`alter table ${table} disable trigger user`);
  const words = `(array['Garden', 'Harbour', 'Northern', 'Canal', 'Weekly'])[1 + i % 5] || ' Media' || case when i % 40 = 0 then ' Group' else '' end || ' ' || i`;
  await put(`insert into publishers (workspace_id, id, name, name_key, kind, country, home_url, search_text, archived_at, created_at, updated_at)
    select $1, ${uuid(4, 'i')}, ${words}, lower(${words}), case when i % 1999 = 0 then 'supplier' else (array['unknown', 'editor', 'media_group', 'broker'])[1 + i * 31 % 4] end,
      (array['NL', 'BE', 'DE', null])[1 + i % 4], 'https://media' || i || '.example/', lower(${words}) || ' media' || i || ' example',
      case when i % 50 = 0 then ${AT} end, ${AT} - (i * 37 % 100000 || ' minutes')::interval, ${AT} from generate_series(501, ${PUBLISHERS}) i`);
  await put(`insert into site_publishers (workspace_id, id, site_id, publisher_id, role, created_at, ended_at)
    select $1, ${uuid(14, 'i')}, ${uuid(3, 'i')}, ${uuid(4, `501 + i * 7 % ${PUBLISHERS - 500}`)}, case when i % 8 = 1 then 'broker' else 'owner' end, ${AT},
      case when i % 11 = 0 then ${AT} end from generate_series(1, ${ROWS}) i where i % 4 > 0`);
  // Sites of one name under two suffixes, the half of them of one owner: doubles to be found.
  await put(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select $1, ${uuid(3, `${ROWS} + i`)}, 'domain', 'site' || i || '.test', 'site' || i || '.test', ${AT} from generate_series(1, ${ROWS / 50}) i`);
  await put(`insert into site_publishers (workspace_id, id, site_id, publisher_id, role, created_at)
    select $1, ${uuid(14, `${ROWS} + i`)}, ${uuid(3, `${ROWS} + i`)}, ${uuid(4, `501 + i * 7 % ${PUBLISHERS - 500}`)}, 'owner', ${AT} from generate_series(1, ${ROWS / 50}) i where i % 2 = 0`);
  await put(`insert into contact_places (workspace_id, id, contact_id, publisher_id, created_at)
    select $1, ${uuid(15, 'i')}, ${uuid(8, 'i')}, ${uuid(4, `501 + i * 13 % ${PUBLISHERS - 500}`)}, ${AT} from generate_series(1, ${ROWS}) i`);
  await put(`insert into conditions (workspace_id, id, publisher_id, type, price_minor, currency, asked_on, recorded_at, outdated_at)
    select $1, ${uuid(16, 'i')}, ${uuid(4, `501 + i * 3 % ${PUBLISHERS - 500}`)}, 'guest_post', i % 90 * 1000, 'EUR', '2026-01-01'::date + i % 300,
      ${AT} - (i || ' minutes')::interval, case when i % 5 = 0 then ${AT} end from generate_series(1, ${2 * PUBLISHERS}) i`);
  await put(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
    select $1, ${uuid(3, 'i')}, ${uuid(2, 'i')}, 'Brand ' || i, 'https://brand' || i || '.example/', 'brand' || i || '.example', ${AT} from generate_series(1, 10) i`);
  await put(`insert into placements (workspace_id, id, client_id, brand_id, site_id, source_url, source_url_key, source_host, host_slot,
      target_url, target_url_key, target_path, type, compensation, state, state_since, created_at, updated_at)
    select $1, ${uuid(17, 'i')}, ${uuid(2, '1 + i % 10')}, ${uuid(3, '1 + i % 10')}, ${uuid(3, `1 + i * 7 % ${ROWS}`)}, 'https://site' || i || '.example/a',
      'site' || i || '.example:/a?', 'site' || i || '.example', 'site' || i || '.example:443', 'https://brand1.example/', 'brand1.example:/?', '/', 'guest_post',
      'none', (array['live', 'live', 'removed', 'awaited'])[1 + i * 17 % 4], ${AT}, ${AT}, ${AT} from generate_series(1, ${PLACEMENTS}) i`);
  await put(`insert into suppressions (workspace_id, id, kind, site_id, reason, source, created_at)
    select $1, ${uuid(18, 'i')}, 'site', ${uuid(3, 'i * 3')}, (array['asked', 'own_choice', 'imported'])[1 + i % 3], 'by_hand', ${AT} - (i || ' minutes')::interval
    from generate_series(1, ${Math.floor(ROWS / 5)}) i`);
  await put(`insert into suppressions (workspace_id, id, kind, address, address_hash, client_id, reason, source, created_at)
    select $1, ${uuid(19, 'i')}, 'address', 'person' || i || '@site.example', sha256(('person' || i || '@site.example')::bytea), case when i % 4 = 0 then '${CLIENT}'::uuid end,
      case when i % 2000 = 0 then 'complained' else (array['asked', 'bounced', 'objected'])[1 + i % 3] end, (array['reply', 'bounce', 'one_click'])[1 + i % 3],
      ${AT} - (i * 7 % 100000 || ' minutes')::interval from generate_series(1, ${Math.floor(ROWS / 2)}) i`);
  await put(`insert into contact_proposals (workspace_id, id, site_id, name, address, address_key, page_kind, page_url, state, found_at)
    select $1, ${uuid(20, 'i')}, ${uuid(3, `1 + i % ${ROWS}`)}, 'Editor ' || i, 'editor' || i || '@site.example', 'editor' || i || '@site.example', 'contact',
      'https://site' || i || '.example/contact', case when i % 5 = 0 then 'dismissed' else 'open' end, ${AT} - (i || ' minutes')::interval
    from generate_series(1, ${Math.floor(ROWS / 2)}) i`);
  for (const table of ['contact_places', 'contacts', 'suppressions'])
    await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('vacuum analyze');
  await owner.end();
}
