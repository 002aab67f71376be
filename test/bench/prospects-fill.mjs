import pg from 'pg';

/** How many prospects the one workspace has, and how many workspaces there are. */
export const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
export const WORKSPACES = Number(process.env.BENCH_WORKSPACES ?? 1000);
/** Prospects of each of the other workspaces. */
const OTHERS = 100;

/** The id of a thing made here, by its kind and number. */
export const id = (kind, no) =>
  `01930000-0000-7000-8${String(kind).padStart(3, '0')}-${String(no).padStart(12, '0')}`;
/** The same in a statement, the number being an expression. */
export const uuid = (kind, no) =>
  `('01930000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad((${no})::text, 12, '0'))::uuid`;

/** The client that excludes every twentieth site. */
export const CLIENT = id(2, 1);
const AT = `'2026-11-20T08:00:00Z'::timestamptz`;
const DERIVING = ['contact_places', 'contacts', 'touches', 'suppressions'];

/**
 * 100,000 prospects and 300,000 contacts in one workspace, made here unless it is there already, among a thousand workspaces with
 * a hundred prospects each; every fact follows from a row's number.
 */
export async function fillProspects(ownerUrl, workspaceId) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const table of DERIVING) await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(
    `insert into workspaces (id, name, created_at) select ${uuid(0, 'w')}, 'Workspace ' || w, ${AT} from generate_series(2, ${WORKSPACES}) w`,
  );
  await owner.query(
    `insert into workspaces (id, name, created_at) values ($1, 'Workspace 1', ${AT}) on conflict do nothing`,
    [workspaceId],
  );
  const mine = (sql) => owner.query(sql, [workspaceId]);
  await owner.query(
    `insert into users (id, email, name, created_at) select ${uuid(9, 'i')}, 'member' || i || '@agency.example', 'Member ' || i, ${AT} from generate_series(1, 20) i`,
  );
  await mine(`insert into members (workspace_id, id, user_id, name, email, role, created_at)
    select $1, ${uuid(1, 'i')}, ${uuid(9, 'i')}, 'Member ' || i, 'member' || i || '@agency.example', 'member', ${AT} from generate_series(1, 20) i`);
  await mine(
    `insert into clients (workspace_id, id, name, created_at) select $1, ${uuid(2, 'i')}, 'Client ' || i, ${AT} from generate_series(1, 10) i`,
  );
  await mine(`insert into publishers (workspace_id, id, name, name_key, created_at, updated_at)
    select $1, ${uuid(4, 'i')}, 'Publisher ' || i, 'publisher ' || i, ${AT}, ${AT} from generate_series(1, 500) i`);
  await mine(`insert into tags (workspace_id, id, kind, name, name_key, created_at)
    select $1, ${uuid(6, 'i')}, 'tag', 'Tag ' || i, 'tag ' || i, ${AT} from generate_series(1, 40) i`);
  await mine(`insert into custom_fields (workspace_id, id, record_kind, field_key, name, type, choices, created_at) values
    ($1, '${id(7, 1)}', 'prospect', 'budget', 'Budget', 'number', '{}', ${AT}), ($1, '${id(7, 2)}', 'prospect', 'tier', 'Tier', 'choice', '{Gold,Silver,Lead}', ${AT})`);
  await prospects(owner, `'${workspaceId}'::uuid`);
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 'w')}, ${uuid(31, 'w * 1000 + i')}, 'domain', 'other' || i || '.example', 'other' || i || '.example', ${AT}
    from generate_series(2, ${WORKSPACES}) w, generate_series(1, ${OTHERS}) i`);
  await owner.query(`insert into prospects (workspace_id, id, site_id, site_key, search_text, created_at, updated_at)
    select ${uuid(0, 'w')}, ${uuid(51, 'w * 1000 + i')}, ${uuid(31, 'w * 1000 + i')}, 'other' || i || '.example', 'other' || i || '.example gardening', ${AT}, ${AT}
    from generate_series(2, ${WORKSPACES}) w, generate_series(1, ${OTHERS}) i`);
  for (const table of DERIVING) await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('vacuum analyze');
  await owner.end();
}

/** Prospects with their sites, contacts, metrics, tags, own values, exclusions and publishers; every number follows from the row's. */
async function prospects(owner, workspace) {
  const rows = `generate_series(1, ${ROWS}) i`;
  const name = `'site' || i || '.example'`;
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${workspace}, ${uuid(3, 'i')}, 'domain', ${name}, ${name}, ${AT} from ${rows}`);
  await owner.query(`insert into contacts (workspace_id, id, name, name_key, search_text, created_at, updated_at)
    select ${workspace}, ${uuid(8, 'i')}, 'Person ' || i, 'person ' || i, 'person ' || i || ' person' || i || '@site.example', ${AT}, ${AT}
    from generate_series(1, ${3 * ROWS}) i`);
  await owner.query(`insert into contact_places (workspace_id, id, contact_id, site_id, created_at)
    select ${workspace}, ${uuid(11, 'i')}, ${uuid(8, 'i')}, ${uuid(3, `1 + (i * 13) % ${ROWS}`)}, ${AT}
    from generate_series(1, ${3 * ROWS}) i where (i * 13) % ${ROWS} % 10 > 0`);
  await owner.query(`insert into prospects (workspace_id, id, site_id, site_key, status, owner_member_id, language, country, fit_yes, fit_no, notes,
      do_not_contact, contact_count, last_touch_at, last_touch_member_id, stage, search_text, created_at, updated_at)
    select ${workspace}, ${uuid(5, 'i')}, ${uuid(3, 'i')}, ${name},
      case when i % 997 = 0 then 'unfit' else (array['new', 'researching', 'qualified', 'paused'])[1 + i * 7919 % 4] end,
      case when i % 5 > 2 then ${uuid(1, '1 + i % 20')} end,
      (array['nl', 'en', 'de', null])[1 + i * 31 % 4], (array['NL', 'BE', 'DE', null, 'GB'])[1 + i * 17 % 5],
      i * 7 % 6, i * 5 % 3, n.notes, i % 211 = 0, case when (i - 1) % 10 = 0 then 0 else 3 end,
      case when i % 3 > 0 then ${AT} - (i * 37 % 900000 || ' minutes')::interval end, case when i % 3 > 0 then ${uuid(1, '1 + i % 20')} end,
      (array['unknown', 'unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined'])[1 + i * 13 % 8],
      ${name} || ' ' || n.notes, ${AT} - (i || ' minutes')::interval, ${AT} - (i * 11 % 100000 || ' minutes')::interval
    from ${rows} cross join lateral (select case when i % 5000 = 0 then 'a page about ornithology' when i % 8 = 0 then
      'writes about gardening and houses, answers within a week' else '' end as notes) n`);
  await owner.query(`insert into prospect_tags (workspace_id, prospect_id, tag_id)
    select ${workspace}, ${uuid(5, 'i')}, t.tag from ${rows} cross join lateral (
      select ${uuid(6, '1')} as tag where i % 2 = 0 union all select ${uuid(6, '2')} where i % 3 = 0
      union all select ${uuid(6, '3')} where i % 2 = 1 union all select ${uuid(6, '5')} where i % 1000 = 1
      union all select ${uuid(6, '6 + i % 34')}) t`);
  await owner.query(`insert into site_latest_metrics (workspace_id, site_id, source, metric, measured_on, value)
    select ${workspace}, ${uuid(3, 'i')}, m.source, m.metric, '2026-11-01', i * m.step % 100 from ${rows}
    cross join (values ('ahrefs', 'domain_rating', 7), ('moz', 'domain_authority', 11), ('majestic', 'trust_flow', 13)) m (source, metric, step)
    where i * m.step % 5 > 0`);
  await owner.query(`insert into custom_values (workspace_id, field_id, record_id, number_value)
    select ${workspace}, '${id(7, 1)}', ${uuid(5, 'i')}, i * 3 % 5000 from ${rows} where i % 5 > 1`);
  await owner.query(`insert into custom_values (workspace_id, field_id, record_id, text_value)
    select ${workspace}, '${id(7, 2)}', ${uuid(5, 'i')}, (array['Gold', 'Silver', 'Lead'])[1 + i % 3] from ${rows} where i % 2 = 0`);
  await owner.query(`insert into client_exclusions (workspace_id, id, client_id, site_id, reason, created_at)
    select ${workspace}, ${uuid(12, 'i')}, '${CLIENT}', ${uuid(3, 'i')}, 'competitor', ${AT} from ${rows} where i % 20 = 0`);
  await owner.query(`insert into site_publishers (workspace_id, id, site_id, publisher_id, created_at)
    select ${workspace}, ${uuid(13, 'i')}, ${uuid(3, 'i')}, ${uuid(4, '1 + i % 500')}, ${AT} from ${rows} where i % 4 = 0`);
}
