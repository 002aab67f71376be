import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionTable, ROUNDS, withServer } from './filled-database.mjs';
import { machine, processorTime, processorTimeBelow } from './measuring.mjs';
import { CLIENT, fillProspects, ROWS, WORKSPACES } from './prospects-fill.mjs';
import { fillPublishers, OPENED, PLACEMENTS, PUBLISHERS } from './publishers-fill.mjs';
import { founded, invited, withProgram } from './running-program.mjs';

/** What is asked of lists, page by page, as their addresses say it. */
const LISTS = {
  'publishers, newest (first page)': '/publishers?',
  'publishers, by name': '/publishers?sort=name',
  'publishers, brokers': '/publishers?kind=broker',
  'publishers, brokers, by name': '/publishers?kind=broker&sort=name',
  'publishers, a rare kind, by name': '/publishers?kind=supplier&sort=name',
  'publishers, two kinds': '/publishers?kind=editor,media_group',
  'publishers, archived': '/publishers?archived=true',
  'publishers, archived media groups, by name': '/publishers?archived=true&kind=media_group&sort=name',
  'publishers, search, one': '/publishers?search=media4242.example',
  'publishers, search, a few': '/publishers?search=media%20424',
  'publishers, search, thousands': '/publishers?search=garden&sort=name',
  'publishers, search, everything': '/publishers?search=media',
  'publishers, search, everything, by name': '/publishers?search=media&sort=name',
  'publishers, search, everything, a rare kind': '/publishers?search=media&kind=supplier',
  'publishers, search, archived': '/publishers?search=media&archived=true',
  'publishers, search, nothing': '/publishers?search=qqqqq',
  'publishers, beginning of a name': '/publishers?search=ga&sort=name',
  'sites (first page)': '/sites?',
  'sites, beginning of a host': '/sites?search=site42',
  'sites, one': '/sites?search=site4242.example',
  'sites, nothing': '/sites?search=qqqqq',
  'do not contact (first page)': '/suppressions?',
  'do not contact, sites': '/suppressions?kind=site',
  'do not contact, a rare reason': '/suppressions?reason=complained',
  'do not contact, one source': '/suppressions?source=one_click',
  'do not contact, one client': `/suppressions?clientId=${CLIENT}`,
  'do not contact, the whole workspace': '/suppressions?clientId=none',
  'do not contact, search, a few': '/suppressions?search=person424',
  'do not contact, search, nothing': '/suppressions?search=qqqqq',
  'what a client excludes': `/clients/${CLIENT}/exclusions?`,
  'people proposed': '/contact-proposals?',
  'people proposed, dismissed': '/contact-proposals?state=dismissed',
  'people proposed, one site': `/contact-proposals?siteId=${OPENED.site}`,
  'doubles among sites': '/doubles?kind=site',
  'doubles among contacts': '/doubles?kind=contact',
  'doubles among publishers': '/doubles?kind=publisher',
};

/** What is asked besides and has no pages. */
const WHOLE = {
  'publishers, names like one': '/publishers/doubles-of?name=Garden%20Media%20Group%204200',
  'one publisher': `/publishers/${OPENED.publisher}`,
  'one publisher, conditions': `/publishers/${OPENED.publisher}/conditions`,
  'one publisher, timeline': `/timelines/publisher/${OPENED.publisher}`,
  'one site': `/sites/${OPENED.site}`,
  'one site, publishers': `/sites/${OPENED.site}/publishers`,
  'tags by use': '/tags?kind=tag',
};

/** What a member who sees one client alone asks besides. */
const LIMITED = [
  'publishers, newest (first page)',
  'publishers, by name',
  'publishers, search, everything',
  'sites (first page)',
  'sites, nothing',
  'do not contact (first page)',
  'people proposed',
];

/**
 * Time of the lists of publishers, sites and what belongs to them, in a workspace with 20,000 publishers, 100,000 sites and 300,000
 * contacts among a thousand workspaces: whole requests to the running program, over HTTP, as a signed-in person's browser sends them.
 */
export function run() {
  return withServer((addresses, home) =>
    withProgram(addresses, home, async (url, pid) => {
      const owner = await founded(url);
      await fillProspects(addresses.ownerUrl, owner.workspaceId);
      await fillPublishers(addresses.ownerUrl, owner.workspaceId);
      const limited = await invited(url, owner, { role: 'member', clientIds: [CLIENT] });
      await measured({ owner, limited, pid, server: serverIn(home) });
    }),
  );
}

/** The process of the database server that keeps its data there. */
const serverIn = (home) => Number.parseInt(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8'), 10);

async function measured({ owner, limited, pid, server }) {
  const { ask, end } = questionTable(
    { busy: () => processorTime(pid) + processorTimeBelow(server), of: 'program and database' },
    `${PUBLISHERS.toLocaleString('en')} publishers, ${ROWS.toLocaleString('en')} sites, ${(3 * ROWS).toLocaleString('en')} contacts and ${PLACEMENTS.toLocaleString('en')} placements in one of ${WORKSPACES.toLocaleString('en')} workspaces, ${machine()}.`,
    `Milliseconds of one request over HTTP, 50 rows and the total, whole answer read; ${ROUNDS} rounds.`,
  );
  for (const [name, path] of Object.entries(LISTS)) await ask(name, () => owner.ask(`${path}&limit=50`));
  for (const [name, path] of Object.entries(WHOLE)) await ask(name, () => owner.ask(path));
  for (const name of LIMITED)
    await ask(`of one client's member: ${name}`, () => limited.ask(`${LISTS[name]}&limit=50`));
  end();
}
