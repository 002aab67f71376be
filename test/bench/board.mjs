import pg from 'pg';
import { ROUNDS, withServer } from './filled-database.mjs';
import { machine, medianOf, processorTime, timedRounds } from './measuring.mjs';
import { aPage, founded, pageFigures, withChromium, withProgram } from './running-program.mjs';

const PITCHES = Number(process.env.BENCH_ROWS ?? 5000);
/** Pitches of other campaigns in the workspace, and of the other workspaces together. */
const BESIDE = Number(process.env.BENCH_BESIDE ?? 45_000);
const ELSEWHERE = Number(process.env.BENCH_ELSEWHERE ?? 50_000);

const STAGES = [
  'found',
  'qualified',
  'pitched',
  'topic_agreed',
  'drafting',
  'submitted',
  'edits',
  'scheduled',
];

/**
 * How long a board of 5,000 pitches takes: the answer of the running program, and in a real browser from the address to the first
 * cards and to a drag that shows. Contacts, assignees and next steps are on every card; other campaigns and workspaces lie beside.
 */
export function run() {
  return withServer((addresses, home) =>
    withProgram(addresses, home, async (url, pid) => {
      const ground = await found(url);
      await fill(addresses.ownerUrl, ground);
      process.stdout.write(await measured(url, { ...ground, pid }));
    }),
  );
}

/** A workspace with a brand and two campaigns, and the cookie of its owner. */
async function found(url) {
  const { workspaceId, memberId, cookie, ask } = await founded(url);
  const client = await ask('/clients', { name: 'Noordlicht Energie' });
  const brand = await ask(`/clients/${client.id}/brands`, {
    name: 'Noordlicht',
    homeUrl: 'https://noordlicht.example/',
  });
  const wish = { brandId: brand.id, kind: 'guest_blogging', agreedPerMonth: 8 };
  const campaign = await ask('/campaigns', { ...wish, name: 'Five thousand' });
  const other = await ask('/campaigns', { ...wish, name: 'Beside' });
  return {
    workspaceId,
    memberId,
    clientId: client.id,
    brandId: brand.id,
    campaignId: campaign.id,
    otherId: other.id,
    cookie,
    ask,
  };
}

const uuid = (kind, no) =>
  `('01930000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad((${no})::text, 12, '0'))::uuid`;

/** Pitches on sites of their own with a contact each; every fact follows from the number. */
async function fill(ownerUrl, ground) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { workspaceId, memberId, clientId, brandId, campaignId, otherId } = ground;
  for (const table of ['contacts', 'contact_places'])
    await owner.query(`alter table ${table} disable trigger user`);
  const put = async (workspace, place, { from, to }) => {
    const rows = `generate_series(${from}, ${to}) i`;
    await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
      select '${workspace}', ${uuid(3, 'i')}, 'domain', 'site' || i || '.example', 'site' || i || '.example', now() from ${rows}`);
    await owner.query(`insert into contacts (workspace_id, id, name, name_key, search_text, created_at, updated_at)
      select '${workspace}', ${uuid(8, 'i')}, 'Person ' || i, 'person ' || i, 'person ' || i, now(), now() from ${rows}`);
    await owner.query(
      `insert into pitches (workspace_id, id, client_id, brand_id, campaign_id, kind, site_id, stage, stage_position, stage_since, status,
         assignee_member_id, next_step, next_step_on, search_text, created_at, updated_at)
       select $1, ${uuid(5, 'i')}, $2, $3, $4, 'guest_blogging', ${uuid(3, 'i')}, ($6::text[])[1 + i % 8], i % 8, now() - i * interval '7 minutes',
         case when i % 2 = 0 then 'waiting_us' else 'waiting_them' end, $5, case when i % 5 = 0 then 'Ring the editor' else '' end,
         case when i % 4 = 0 then current_date + (i % 30) - 10 end, 'site' || i || '.example', now() - i * interval '1 minute', now() from ${rows}`,
      [workspace, place.clientId, place.brandId, place.campaignId, place.memberId, STAGES],
    );
    await owner.query(`insert into pitch_contacts (workspace_id, client_id, pitch_id, contact_id, position)
      select '${workspace}', '${place.clientId}', ${uuid(5, 'i')}, ${uuid(8, 'i')}, 0 from ${rows}`);
  };
  const mine = { clientId, brandId, memberId };
  await put(workspaceId, { ...mine, campaignId }, { from: 1, to: PITCHES });
  await put(workspaceId, { ...mine, campaignId: otherId }, { from: PITCHES + 1, to: PITCHES + BESIDE });
  const elsewhere = `(${uuid(0, '1')})`;
  const [{ id: stranger }] = (await owner.query(`select ${elsewhere} as id`)).rows;
  await owner.query(`insert into workspaces (id, name, created_at) values ($1, 'Elsewhere', now())`, [
    stranger,
  ]);
  await owner.query(
    `insert into clients (workspace_id, id, name, created_at) values ($1, ${uuid(2, '1')}, 'Theirs', now())`,
    [stranger],
  );
  const theirs = (
    await owner.query(
      `select ${uuid(2, '1')} as client, ${uuid(6, '1')} as brand, ${uuid(7, '1')} as campaign`,
    )
  ).rows[0];
  await owner.query(
    `insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at) values ($1, $2, $3, 'Theirs', 'https://theirs.example/', 'theirs.example', now())`,
    [stranger, theirs.brand, theirs.client],
  );
  await owner.query(
    `insert into campaigns (workspace_id, id, client_id, brand_id, kind, name, created_at, updated_at) values ($1, $2, $3, $4, 'guest_blogging', 'Theirs', now(), now())`,
    [stranger, theirs.campaign, theirs.client, theirs.brand],
  );
  const place = {
    clientId: theirs.client,
    brandId: theirs.brand,
    campaignId: theirs.campaign,
    memberId: null,
  };
  await put(stranger, place, { from: 1, to: ELSEWHERE });
  for (const table of ['contacts', 'contact_places'])
    await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('vacuum analyze');
  await owner.end();
}

async function measured(url, ground) {
  const board = `/pitches/board?campaignId=${ground.campaignId}&limit=25`;
  const questions = {
    'the board as it opens, 25 cards a column': board,
    'the same, one assignee': `${board}&assigneeMemberId=me`,
    'the same, overdue': `${board}&overdue=true`,
    'the same, stuck': `${board}&stuck=true`,
    'the same, a search': `${board}&search=site42`,
    'more cards of a column': null,
    'the table, 100 rows': `/pitches?campaignId=${ground.campaignId}&limit=100`,
    'the table by next step': `/pitches?campaignId=${ground.campaignId}&limit=100&sort=next`,
    'the calendar of a month': `/pitches/calendar?campaignId=${ground.campaignId}&from=${day(-15)}&to=${day(15)}`,
    'all 50,000 of one person, 25 cards a column': '/pitches/board?assigneeMemberId=me&limit=25',
  };
  const lines = [
    `${PITCHES.toLocaleString('en')} pitches in one campaign, ${BESIDE.toLocaleString('en')} in another of the same workspace, ${ELSEWHERE.toLocaleString('en')} elsewhere; ${machine()}.`,
    '',
    `Milliseconds of one request to the running program, over HTTP, whole answer read; ${ROUNDS} rounds.`,
    '',
    '| question | fastest | median | processor time of the program | kB |',
    '|---|---|---|---|---|',
  ];
  const { columns } = await ground.ask(board);
  const full = columns.find(({ nextCursor }) => nextCursor !== null);
  for (const [name, path] of Object.entries(questions)) {
    const at =
      path ??
      `/pitches/board/column?campaignId=${ground.campaignId}&columnKind=guest_blogging&columnStage=${full.stage}&cursor=${full.nextCursor}`;
    const before = processorTime(ground.pid);
    const { answer, fastest, median } = await timedRounds(() => ground.ask(at), ROUNDS);
    const busy = (processorTime(ground.pid) - before) / (ROUNDS + 1);
    const size = Math.round(JSON.stringify(answer).length / 1024);
    lines.push(`| ${name} | ${fastest.toFixed(0)} | ${median.toFixed(0)} | ${busy.toFixed(0)} | ${size} |`);
  }
  return [...lines, '', ...(await inBrowser(url, ground)), ''].join('\n');
}

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a person waits for, in the Chromium that comes from npm. */
function inBrowser(url, { campaignId, cookie }) {
  return withChromium(async (browser) => {
    const times = { cold: [], again: [], inside: [], moved: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = await aPage(browser, url, cookie, { reducedMotion: 'reduce' });
      const { page } = at;
      times.cold.push(await opened(at, () => page.goto(`/campaigns/${campaignId}`)));
      times.again.push(await opened(at, () => page.reload()));
      await page.goto('/campaigns');
      const link = page.getByRole('link', { name: 'Five thousand' });
      await link.waitFor();
      times.inside.push(await opened(at, () => link.click()));
      times.moved.push(await moved(at));
      await page.context().close();
    }
    const row = (name, all) => {
      const clock = all.map((one) => one.clock);
      const shown = [Math.min(...clock), medianOf(clock), medianOf(all.map((one) => one.busy))];
      return `| ${name} | ${shown.map((one) => one.toFixed(0)).join(' | ')} |`;
    };
    return [
      `Milliseconds in a real browser (headless Chromium), until the first cards are on screen; load at the end ${machine().split('load ')[1]}.`,
      '',
      '| what | fastest | median | processor time of the page |',
      '|---|---|---|---|',
      row('the address typed, nothing cached', times.cold),
      row('the page loaded again', times.again),
      row('from the list of campaigns', times.inside),
      row('a card let go by the keyboard until it stands in its new column', times.moved),
    ];
  });
}

/** The time on the clock, and what the page itself was running on a processor, which hardly depends on how busy the machine is. */
async function clocked(at, act) {
  const before = (await pageFigures(at)).busy;
  const start = performance.now();
  await act();
  const clock = performance.now() - start;
  const after = (await pageFigures(at)).busy;
  // A page that is loaded anew begins to count anew.
  return { clock, busy: after < before ? after : after - before };
}

function opened(at, act) {
  return clocked(at, async () => {
    await act();
    await at.page.getByRole('article').nth(20).waitFor();
  });
}

/** The move itself is told to the server afterwards; a person sees the card at once. */
async function moved(at) {
  const { page } = at;
  const card = page
    .getByRole('region', { name: /^Found, / })
    .getByRole('article')
    .first();
  const site = await card.getByRole('link').first().textContent();
  await card.getByRole('button', { name: `Move ${site}` }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('status').getByText('is over Found').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.getByRole('status').getByText('is over Qualified').waitFor({ state: 'attached' });
  const there = page
    .getByRole('region', { name: /^Qualified, / })
    .getByRole('article')
    .filter({ hasText: site });
  return clocked(at, async () => {
    await page.keyboard.press('Space');
    await there.first().waitFor();
  });
}
