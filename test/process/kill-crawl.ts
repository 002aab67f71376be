import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aBrandAt, linksInLog, startCrawl } from '../crawl/crawling.js';
import { walkSite } from '../crawl/independent-walk.js';
import { madeSite } from '../crawl/own-site.js';
import { startApp, type TestApp } from '../http/app.js';
import { type Person, setUp } from '../http/people.js';
import { type LocalSites, serveSites } from '../verifier/local-site.js';
import { KilledWorker } from './killed-worker.js';

export interface CrawlKillPlan {
  readonly pages: number;
  readonly kills: number;
}

export interface CrawlKillReport {
  readonly kills: number;
  readonly seconds: number;
  /** Paths the site was asked for, in order, robots.txt left out. */
  readonly asked: readonly string[];
  /** What parse5 alone finds on the same site. */
  readonly expected: { readonly read: ReadonlySet<string>; readonly links: readonly string[] };
  readonly links: Awaited<ReturnType<typeof linksInLog>>;
  /** Live links by the counts of the relationships. */
  readonly counted: number;
  readonly crawl: Readonly<Record<string, unknown>>;
}

const ADDRESS = '127.0.0.2';
const LONGEST_RUN_MS = 1_200_000;

/** A worker of the real program reads an own site and is killed at requests all over it, in the middle of reading or of writing. */
export async function crawlKillRun(plan: CrawlKillPlan): Promise<CrawlKillReport> {
  const began = performance.now();
  const site = madeSite(plan.pages);
  const data = mkdtempSync(join(tmpdir(), 'linkledger-kill-crawl-'));
  const killer = new Killer(plan);
  const sites = await serveSites((path) => {
    killer.hears(path);
    return site.pages.get(path) ?? { status: 404 };
  });
  const app = await startApp();
  const worker = new KilledWorker(app.database, { data, gapMs: 0 });
  try {
    const id = await aCrawl(app, await setUp(app), sites);
    const kills = await killer.untilDone(worker, () => isRunning(app, id, began));
    const { read, links } = walkSite(site, sites.url(ADDRESS, ''));
    return {
      kills,
      seconds: Math.round((performance.now() - began) / 1000),
      asked: sites.log.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
      expected: { read, links: [...links].sort() },
      links: await linksInLog(app),
      counted: await countedLinks(app),
      crawl: await crawlRow(app, id),
    };
  } finally {
    await worker.end('SIGKILL');
    await app.close();
    await sites.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Kills when the site was asked so and so often: in the middle of a request, or a moment later, when what was read may be being written. */
class Killer {
  private readonly at: number[];
  private heard = 0;
  private strike: (() => void) | null = null;

  constructor({ pages, kills }: CrawlKillPlan) {
    this.at = Array.from({ length: kills }, (_, no) => Math.floor(((no + 0.5) * pages) / kills));
  }

  hears(path: string): void {
    if (path !== '/robots.txt') this.heard += 1;
    if (this.heard >= (this.at[0] ?? Number.POSITIVE_INFINITY)) this.strike?.();
  }

  /** Starts the worker again after each kill; answers how many kills there were once nothing runs any more. */
  async untilDone(worker: KilledWorker, isRunning: () => Promise<boolean>): Promise<number> {
    let kills = 0;
    let struck = this.next(worker, 0);
    worker.start();
    while (await isRunning()) {
      const isStruck = await Promise.race([struck.then(() => true), pause(200).then(() => false)]);
      if (!isStruck) continue;
      await worker.end('SIGKILL');
      kills += 1;
      struck = this.next(worker, kills % 2 === 1 ? Math.random() * 60 : 0);
      worker.start();
    }
    return kills;
  }

  private next(worker: KilledWorker, afterMs: number): Promise<void> {
    return new Promise((done) => {
      this.strike = () => {
        this.strike = null;
        this.at.shift();
        if (afterMs === 0) worker.signal('SIGKILL');
        void pause(afterMs).then(() => done());
      };
    });
  }
}

async function aCrawl(app: TestApp, owner: Person, sites: LocalSites): Promise<string> {
  const brandId = await aBrandAt(owner, sites.url(ADDRESS));
  await owner.browser.put(`/brands/${brandId}/crawl`, { isOn: false, everyDays: 30, pageLimit: 6000 });
  const id = await startCrawl(owner, brandId);
  // The program under test has the real clock, which may be behind that of the tests.
  await app.database.asOwner(`update crawls set due_at = '2020-01-01' where id = $1`, [id]);
  return id;
}

async function isRunning(app: TestApp, id: string, began: number): Promise<boolean> {
  if (performance.now() - began > LONGEST_RUN_MS) throw new Error('the crawl does not come to an end');
  return (await crawlRow(app, id))['state'] === 'running';
}

async function crawlRow(app: TestApp, id: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await app.database.asOwner<Record<string, unknown>>(
    `select state, is_complete as "isComplete", is_cut as "isCut", pages_found as "pagesFound", pages_failed as "pagesFailed",
       links_found as "linksFound" from crawls where id = $1`,
    [id],
  );
  return row ?? {};
}

async function countedLinks(app: TestApp): Promise<number> {
  const [row] = await app.database.asOwner<{ live: number }>(
    'select sum(to_them_live)::int as live from relationships',
  );
  return row?.live ?? 0;
}
