import pg from 'pg';
import { cursorOf, load, questionTable, ROUNDS, serverOf, withFilled } from './filled-database.mjs';
import { machine, processorTime } from './measuring.mjs';
import { id, ROWS, uuid, WORKSPACES } from './prospects-fill.mjs';
import { AT, BRANDS, brands, ofEachSite, relationships } from './relationships-fill.mjs';

/** Relationships of each of the other workspaces. */
const OTHERS = 100;

const WORKSPACE = id(0, 1);
const [CLIENT, BRAND, SITE, PUBLISHER] = [id(2, 3), id(3, 5), id(4, 77), id(5, 5)];
const EVERYONE = { workspaceId: WORKSPACE };
const LIMITED = { workspaceId: WORKSPACE, clientIds: [CLIENT] };

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'newest (first page)': {},
  'last changed': { sort: 'updated' },
  'most links to us': { sort: 'to_us' },
  'most links to them': { sort: 'to_them' },
  'by site': { sort: 'site' },
  'one client': { clientId: CLIENT },
  'one client, by site': { clientId: CLIENT, sort: 'site' },
  'one brand': { brandId: BRAND },
  'one brand, most links to us': { brandId: BRAND, sort: 'to_us' },
  'one site': { siteId: SITE },
  'one publisher': { publisherId: PUBLISHER },
  'one publisher, by site': { publisherId: PUBLISHER, sort: 'site' },
  'links to us': { direction: 'to_us' },
  'links to them': { direction: 'to_them' },
  'both ways': { direction: 'both' },
  'both ways, by site': { direction: 'both', sort: 'site' },
  'no link known': { direction: 'none' },
  'no link known, last changed': { direction: 'none', sort: 'updated' },
  'litmus missing': { litmus: 'missing' },
  'litmus missing, one brand': { litmus: 'missing', brandId: BRAND },
  'stage common': { stage: 'engaged' },
  'stage rare': { stage: 'partner' },
  'stage rare, by site': { stage: 'partner', sort: 'site' },
  'stage nobody has': { stage: 'declined' },
  'reason common': { reason: 'case_studies' },
  'reason rare, last changed': { reason: 'curated_hub', sort: 'updated' },
  'everything at once': {
    clientId: CLIENT,
    direction: 'both',
    stage: 'engaged',
    litmus: 'missing',
    sort: 'site',
  },
  'search, one site': { search: 'site4242.' },
  'search, a few': { search: 'site424' },
  'search, thousands': { search: 'garden' },
  'search, thousands, by site': { search: 'garden', sort: 'site' },
  'search, everything': { search: '.example' },
  'search, everything, by site': { search: '.example', sort: 'site' },
  'search, everything, stage rare': { search: '.example', stage: 'partner' },
  'search, everything, one brand': { search: '.example', brandId: BRAND },
  'search, everything, stage nobody has': { search: '.example', stage: 'declined' },
  'search, nothing': { search: 'qqqqq' },
  'search, common elsewhere': { search: 'other1' },
  'beginning of a host': { search: 'si' },
  'beginning of a host, rare': { search: 'zz' },
};

/** What is counted above the list. */
const COUNTS = {
  'counts of all': {},
  'counts of one brand': { brandId: BRAND },
  'counts of a search, thousands': { search: 'garden' },
};

/**
 * Time of a page of the relationship log (50 rows and the total) and of its counts, in a workspace with 100,000 relationships among a
 * thousand workspaces, as the application's role under row-level security: the program's own statements, one transaction each.
 */
export function run() {
  return withFilled(fill, measured);
}

async function measured(source) {
  const { Database } = await load('src/platform/database/database');
  const { RelationshipLists } = await load('src/modules/relationships/relationship-list.query');
  const lists = new RelationshipLists(new Database(source));
  const what = `${ROWS.toLocaleString('en')} relationships in one of ${WORKSPACES.toLocaleString('en')} workspaces`;
  const { pid, version } = await serverOf(source);
  const { ask, end } = questionTable(
    { busy: () => processorTime(pid) },
    `${what}, PostgreSQL ${version}, ${machine()}.`,
    `Milliseconds for one page of 50 rows and the total; ${ROUNDS} rounds.`,
  );
  const page = (scope, question) => lists.page(scope, { limit: 50, ...question });
  for (const [name, question] of Object.entries(QUESTIONS)) await ask(name, () => page(EVERYONE, question));
  for (const name of [
    'newest (first page)',
    'by site',
    'both ways',
    'search, thousands',
    'search, everything',
  ])
    await ask(`of one client's member: ${name}`, () => page(LIMITED, QUESTIONS[name]));
  for (const sort of ['newest', 'updated', 'to_us', 'site']) {
    const cursor = await cursorOf((at) => page(EVERYONE, { sort, ...at }), 99);
    await ask(`page 100, ${sort}`, () => page(EVERYONE, { sort, cursor }));
  }
  for (const [name, filter] of Object.entries(COUNTS)) await ask(name, () => lists.counts(EVERYONE, filter));
  end();
}

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into workspaces (id, name, created_at) select ${uuid(0, 'w')}, 'Workspace ' || w, ${AT} from generate_series(1, ${WORKSPACES}) w`,
  );
  const sites = ROWS / 4;
  const name = `case when i % 10 = 0 then 'garden' when i % 997 = 0 then 'zz' else 'site' end || i || '.example'`;
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 1)}, ${uuid(4, 'i')}, 'domain', ${name}, ${name}, ${AT} from generate_series(1, ${sites}) i`);
  await brands(owner, {
    rows: `generate_series(1, ${BRANDS}) i`,
    space: uuid(0, 1),
    client: '(i + 1) / 2',
    brand: 'i',
  });
  await owner.query(`insert into publishers (workspace_id, id, name, name_key, created_at, updated_at)
    select ${uuid(0, 1)}, ${uuid(5, 'i')}, 'Publisher ' || i, 'publisher ' || i, ${AT}, ${AT} from generate_series(1, 500) i`);
  await owner.query(`insert into site_publishers (workspace_id, id, site_id, publisher_id, created_at)
    select ${uuid(0, 1)}, ${uuid(6, 'i')}, ${uuid(4, 'i')}, ${uuid(5, '1 + i % 500')}, ${AT} from generate_series(1, ${sites}) i where i % 3 = 0`);
  await owner.query(`insert into crawl_plans (workspace_id, brand_id, client_id, read_completely_at)
    select workspace_id, id, client_id, ${AT} from brands`);
  await relationships(owner, {
    rows: ofEachSite(`generate_series(1, ${ROWS}) i`),
    ...{ space: uuid(0, 1), client: '(b.no + 1) / 2', brand: 'b.no', site: uuid(4, '(i - 1) / 4 + 1') },
  });
  const elsewhere = `generate_series(2, ${WORKSPACES}) w`;
  await brands(owner, { rows: elsewhere, space: uuid(0, 'w'), client: '1000 + w', brand: '1000 + w' });
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 'w')}, ${uuid(4, 'w * 1000000 + i')}, 'domain', 'other' || i || '.example', 'other' || i || '.example', ${AT}
    from ${elsewhere}, generate_series(1, ${OTHERS}) i`);
  await relationships(owner, {
    rows: `${elsewhere}, generate_series(1, ${OTHERS}) n cross join lateral (select w * 1000000::bigint + n as i) k`,
    ...{ space: uuid(0, 'w'), client: '1000 + w', brand: '1000 + w', site: uuid(4, 'i') },
  });
  await owner.query('vacuum analyze');
  await owner.end();
}
