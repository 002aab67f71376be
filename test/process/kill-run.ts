import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';
import { aLedger } from '../verifier/ledger.js';
import { article, type LocalSites, type SeenRequest, serveSites } from '../verifier/local-site.js';
import { KilledWorker } from './killed-worker.js';

export interface KillPlan {
  readonly checks: number;
  readonly kills: number;
  readonly hosts: number;
  readonly gapMs: number;
  /** Time between kills. */
  readonly everyMs: number;
  /** How often a worker is stopped for longer than its lease lasts and then goes on. */
  readonly zombies: number;
}

export interface KillReport {
  readonly kills: number;
  /** Placements that were still to be checked then. */
  readonly leftAtLastKill: number;
  readonly seconds: number;
  /** Placements whose checks are not exactly one, or whose state is not that of their page. */
  readonly wrong: readonly unknown[];
  readonly requests: readonly SeenRequest[];
  /** Longest time a host with work left was not asked by anybody. */
  readonly longestSilenceMs: number;
}

const SHOP = 'https://shop.example/garden';
const ZOMBIE_MS = 70_000;
const LONGEST_RUN_MS = 1_200_000;

/** Two workers of the real program check placements while they are killed again and again, until all are checked. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const began = performance.now();
  const database = await cloneDatabase();
  const sites = await serveSites(answer);
  const data = mkdtempSync(join(tmpdir(), 'linkledger-kill-'));
  const settings = { data, gapMs: plan.gapMs };
  const workers = [new KilledWorker(database, settings), new KilledWorker(database, settings)] as const;
  try {
    const ledger = await aLedger(database, new Date());
    await ledger.place(...Array.from({ length: plan.checks }, (_, at) => aPlacement(sites, plan, at)));
    for (const worker of workers) worker.start();
    const kills = await harass(workers, plan);
    const leftAtLastKill = await unchecked(database);
    while ((await unchecked(database)) > 0) {
      if (performance.now() - began > LONGEST_RUN_MS) throw new Error('the run does not come to an end');
      await pause(500);
    }
    return {
      kills,
      leftAtLastKill,
      seconds: Math.round((performance.now() - began) / 1000),
      wrong: await wrongPlacements(database),
      requests: sites.log,
      longestSilenceMs: longestSilence(sites.log),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await sites.close();
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Every tenth page has moved to another host; half of the hosts have a robots.txt, a third of those it leads elsewhere. */
function answer(path: string, host: string) {
  const number = Number(host.split(':')[0]?.split('.').at(-1));
  const port = host.split(':')[1] ?? '';
  const after = 5 + (number % 7) * 5;
  if (path === '/robots.txt') {
    if (number % 6 === 0)
      return { status: 302, headers: { location: `http://127.9.0.1:${port}/rules-${number}` }, after };
    return number % 2 === 0
      ? { status: 200, body: 'User-agent: *\nDisallow: /private', after }
      : { status: 404, after };
  }
  if (path.startsWith('/rules')) return { body: 'User-agent: *\nAllow: /', after };
  if (path.startsWith('/moved'))
    return { status: 301, headers: { location: `http://127.8.0.${number % 20}:${port}/now${path}` }, after };
  return { body: article(`<a href="${SHOP}">the shop</a>`), after };
}

function aPlacement(sites: LocalSites, plan: KillPlan, at: number) {
  const address = `127.7.0.${String((at % plan.hosts) + 1)}`;
  const path = at % 10 === 3 ? `/moved/${String(at)}` : `/page/${String(at)}`;
  return { sourceUrl: sites.url(address, path), targetUrl: SHOP };
}

async function harass(workers: readonly KilledWorker[], plan: KillPlan): Promise<number> {
  const zombies = new Set(
    Array.from({ length: plan.zombies }, (_, at) => Math.floor((plan.kills * (at + 1)) / (plan.zombies + 1))),
  );
  let stopped: KilledWorker | null = null;
  let kills = 0;
  while (kills < plan.kills) {
    await pause(plan.everyMs * (0.5 + Math.random()));
    const victims = workers.filter((worker) => worker !== stopped);
    const victim = victims[Math.floor(Math.random() * victims.length)];
    if (victim === undefined) continue;
    if (stopped === null && zombies.delete(kills)) {
      stopped = victim;
      victim.signal('SIGSTOP');
      setTimeout(() => {
        victim.signal('SIGCONT');
        stopped = null;
      }, ZOMBIE_MS).unref();
      continue;
    }
    await victim.end('SIGKILL');
    kills += 1;
    victim.start();
  }
  while (stopped !== null) await pause(500);
  return kills;
}

async function unchecked(database: TestDatabase): Promise<number> {
  const rows = await database.asOwner<{ count: number }>(
    'select count(*)::integer as count from placements where checked_at is null',
  );
  return rows[0]?.count ?? 0;
}

function wrongPlacements(database: TestDatabase): Promise<unknown[]> {
  return database.asOwner(
    `select p.id, p.source_url, p.state, p.finding_codes, count(c.id)::integer as checks,
       min(c.verdict) as verdict, min(c.findings::text) as findings from placements p
     left join checks c on c.workspace_id = p.workspace_id and c.placement_id = p.id
     group by p.id, p.source_url, p.state, p.finding_codes, p.last_check_id
     having count(c.id) <> 1 or p.state <> 'live' or max(c.id::text) <> p.last_check_id::text`,
  );
}

function longestSilence(log: readonly SeenRequest[]): number {
  const last = new Map<string, number>();
  let longest = 0;
  for (const { host, from } of log) {
    if (!host.startsWith('127.7.')) continue;
    longest = Math.max(longest, from - (last.get(host) ?? from));
    last.set(host, from);
  }
  return longest;
}
