import { cursorOf, load, questionTable, ROUNDS, serverOf, withFilled } from './filled-database.mjs';
import { machine, processorTime } from './measuring.mjs';
import { CLIENT, fillProspects, id, ROWS, WORKSPACES } from './prospects-fill.mjs';

const WORKSPACE = id(0, 1);
const [MEMBER, PUBLISHER] = [id(1, 4), id(4, 5)];
const [BROAD, MIDDLE, RARE] = [id(6, 1), id(6, 2), id(6, 5)];

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'newest (first page)': {},
  updated: { sort: 'updated' },
  'by site': { sort: 'site' },
  'by site, descending': { sort: 'site', order: 'desc' },
  'by status': { sort: 'status' },
  'by fit': { sort: 'fit' },
  'by last touch': { sort: 'last_touch' },
  'longest untouched first': { sort: 'last_touch', order: 'asc' },
  'by owner': { sort: 'owner' },
  'by domain rating': { sort: 'metric', metric: 'ahrefs.domain_rating' },
  'by an own number': { sort: 'custom.budget' },
  'by an own choice': { sort: 'custom.tier' },
  'status qualified': { status: ['qualified'] },
  'status rare, by site': { status: ['unfit'], sort: 'site' },
  mine: { ownerMemberId: MEMBER },
  'nobody owns it, by fit': { ownerMemberId: 'none', sort: 'fit' },
  'a common tag': { tag: [BROAD] },
  'a rare tag': { tag: [RARE] },
  'two common tags, by site': { tag: [BROAD, MIDDLE], sort: 'site' },
  'two tags that never meet': { tag: [BROAD, id(6, 3)], sort: 'last_touch' },
  'language and country': { language: ['nl'], country: ['BE'] },
  'language nobody has': { language: ['is'] },
  'three of five answered yes': { fit: '3' },
  'stage engaged, last touch': { stage: ['engaged'], sort: 'last_touch' },
  'do not contact': { doNotContact: true },
  'without a contact, by site': { hasContact: false, sort: 'site' },
  'one publisher': { publisherId: PUBLISHER },
  'without what a client excludes': { clientId: CLIENT },
  'what a client excludes': { clientId: CLIENT, excluded: 'only', sort: 'site' },
  'untouched for a year': { lastTouchBefore: '2025-11-20T00:00:00Z' },
  'domain rating 50 to 60': { metric: 'ahrefs.domain_rating', metricFrom: 50, metricTo: 60 },
  'domain rating 50 to 60, by it': {
    metric: 'ahrefs.domain_rating',
    metricFrom: 50,
    metricTo: 60,
    sort: 'metric',
  },
  'own choice gold': { custom: { tier: 'gold' } },
  'everything at once': {
    status: ['new', 'qualified'],
    tag: [BROAD],
    language: ['nl'],
    hasContact: true,
    metric: 'ahrefs.domain_rating',
    metricFrom: 20,
    sort: 'fit',
    clientId: CLIENT,
  },
  'search, one site': { search: 'site4242.' },
  'search, a few': { search: 'site424' },
  'search, everything': { search: '.example' },
  'search, everything, by site': { search: '.example', sort: 'site' },
  'search, everything, rare status': { search: '.example', status: ['unfit'] },
  'search, a word of the notes': { search: 'gardening' },
  'search, a rare word of the notes': { search: 'ornithology' },
  'search, nothing': { search: 'qqqqq' },
  'search common elsewhere': { search: 'other1' },
  'search, a few, by domain rating': { search: 'site42', sort: 'metric', metric: 'ahrefs.domain_rating' },
  'beginning of a name': { search: 'si' },
};

const SHOW = ['ahrefs.domain_rating', 'moz.domain_authority'];

/**
 * Time of a page of the prospects list (50 whole rows and the total) and of the counts, in a workspace with 100,000 prospects and
 * 300,000 contacts among a thousand workspaces, as the application's role under row-level security: the program's own statements.
 */
export function run() {
  return withFilled((ownerUrl) => fillProspects(ownerUrl, WORKSPACE), measured);
}

async function program(source) {
  const of = async (path, name) => (await load(`src/modules/prospects/${path}`))[name];
  const { Database } = await load('src/platform/database/database');
  const { FixedClock } = await load('src/platform/clock/clock');
  const database = new Database(source);
  const clock = new FixedClock(new Date('2026-11-20T09:00:00Z'));
  const values = new (await of('custom-values.repository', 'CustomValuesRepository'))(database);
  const finder = new (await of('prospect-finder', 'ProspectFinder'))(database, values);
  const lists = new (await of('prospect-list.query', 'ProspectLists'))(database, finder, values);
  const shown = new (await of('custom-values.service', 'CustomValuesService'))(database, values);
  const rows = new (await of('prospect-rows.query', 'ProspectRows'))(database, shown, clock);
  return { database, lists, rows };
}

async function measured(source) {
  const { database, lists, rows } = await program(source);
  const scope = { workspaceId: WORKSPACE };
  const who = { memberId: MEMBER, clientIds: null };
  const page = (question) =>
    database.inWorkspace(scope, async () => {
      const found = await lists.page({ limit: 50, ...question });
      return { ...found, items: await rows.byIds(who, found.ids, { show: SHOW }) };
    });
  const what = `${ROWS.toLocaleString('en')} prospects and ${(3 * ROWS).toLocaleString('en')} contacts in one of ${WORKSPACES.toLocaleString('en')} workspaces`;
  const { pid, version } = await serverOf(source);
  const { ask, end } = questionTable(
    { busy: () => processorTime(pid) },
    `${what}, PostgreSQL ${version}, ${machine()}.`,
    `Milliseconds for one transaction with a page of 50 whole rows and the total; ${ROUNDS} rounds.`,
  );
  for (const [name, question] of Object.entries(QUESTIONS)) await ask(name, () => page(question));
  for (const sort of ['newest', 'site', 'metric']) {
    const asked = { sort, metric: 'ahrefs.domain_rating' };
    const cursor = await cursorOf((at) => page({ ...asked, ...at }), 39);
    await ask(`page 40, ${sort}`, () => page({ ...asked, cursor }));
  }
  for (const [name, filter] of [
    ['counts of all', {}],
    ['counts of a common tag', { tag: [BROAD] }],
    ['counts of a search', { search: 'gardening' }],
  ]) {
    await ask(name, async () => {
      const groups = await database.inWorkspace(scope, () => lists.counts(filter, MEMBER));
      return { all: groups.reduce((sum, group) => sum + group.all, 0) };
    });
  }
  end();
}
