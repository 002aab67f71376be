import { Injectable } from '@nestjs/common';
import { crawlTarget, isOwnPage, type OwnSite } from '../../core/relationships/crawl-scope.js';
import { siteKey } from '../../core/sites/site-key.js';
import { deferredUntil } from '../../core/verifier/host-backoff.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { SitesService } from '../sites/sites.service.js';
import type { PageTurn } from '../verifier/page-turns.service.js';
import { CrawlEnd } from './crawl-end.js';
import { CrawlFrontier, type WaitingPage } from './crawl-frontier.repository.js';
import { CrawlRecording, type VisitedCrawlPage } from './crawl-recording.js';
import { type CrawlRow, CrawlsRepository, type DueCrawl } from './crawls.repository.js';

/** A turn takes so long and so many pages at most: then others get the host. */
const LONGEST_TURN_MS = 60_000;
const MOST_A_TURN = 500;
/** What is read is written down after so many pages, or this long after the first of them. */
const WRITE_EVERY_PAGES = 50;
const WRITE_EVERY_MS = 400;

/** How a turn ended: nothing is left to read, more is to be read, later, or not by this worker. */
type Ending = 'through' | 'more' | { readonly laterAt: Date } | 'stopped';

interface Going {
  readonly due: DueCrawl;
  readonly turn: PageTurn;
  readonly own: OwnSite;
}

/** One turn of a crawl at its host: pages are read in the order in which they were found, and written down soon. */
@Injectable()
export class CrawlTurn {
  constructor(
    private readonly database: Database,
    private readonly crawls: CrawlsRepository,
    private readonly frontier: CrawlFrontier,
    private readonly recording: CrawlRecording,
    private readonly end: CrawlEnd,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  /** Goes on with a crawl while the host is ours. */
  async run(due: DueCrawl, turn: PageTurn, stop: AbortSignal): Promise<void> {
    const own = await this.prepare(due);
    if (own === null) return;
    const ending = await this.read({ due, turn, own }, stop);
    if (ending === 'through') await this.end.conclude(due, own, turn);
    if (typeof ending === 'object')
      await this.within(due, () => this.crawls.postpone(due.crawlId, ending.laterAt));
  }

  /** The own site as it is now, with its home page to begin with; null when the crawl is not running any more. */
  private prepare(due: DueCrawl): Promise<OwnSite | null> {
    return this.within(due, async () => {
      const crawl = await this.crawls.lock(due.crawlId);
      if (crawl === null || crawl.state !== 'running') return null;
      const declaredSubSites = await this.sites.declaredKeys();
      const own = { siteKey: siteKey(crawl.homeUrl, declaredSubSites) ?? '', declaredSubSites };
      if (crawl.pagesFound === 0) await this.addHome(crawl, own);
      return own;
    });
  }

  private async addHome(crawl: CrawlRow, own: OwnSite): Promise<void> {
    const target = crawlTarget(crawl.homeUrl, own);
    if (target === null) return;
    const { added } = await this.frontier.add(crawl.id, [{ target, depth: 0 }], { last: 0, room: 1 });
    await this.crawls.advance(crawl.id, {
      found: added,
      read: 0,
      failed: 0,
      skipped: 0,
      links: 0,
      isCut: false,
    });
  }

  private async read(going: Going, stop: AbortSignal): Promise<Ending> {
    let taken = 0;
    const since = performance.now();
    while (taken < MOST_A_TURN && performance.now() - since < LONGEST_TURN_MS) {
      const pages = await this.within(going.due, () =>
        this.frontier.waiting(going.due.crawlId, WRITE_EVERY_PAGES),
      );
      if (pages.length === 0) return 'through';
      const { visited, ending } = await this.visit(going, pages, stop);
      taken += visited.length;
      if (!(await this.write(going, visited))) return 'stopped';
      if (ending !== null) return ending;
    }
    return 'more';
  }

  /** Reads pages until it is time to write them down, or the turn cannot go on. */
  private async visit(
    { turn, own }: Going,
    pages: readonly WaitingPage[],
    stop: AbortSignal,
  ): Promise<{ visited: VisitedCrawlPage[]; ending: Ending | null }> {
    const visited: VisitedCrawlPage[] = [];
    const since = performance.now();
    for (const page of pages) {
      if (stop.aborted) return { visited, ending: 'stopped' };
      const answer = await turn.read(new URL(page.url), (address) => isOwnPage(address, own));
      if (answer.kind === 'deferred') return { visited, ending: this.laterThan(answer.deferral) };
      const visit = answer.kind === 'left' ? null : answer.visit;
      if (answer.kind === 'read' && answer.hostRests !== null)
        return { visited, ending: { laterAt: answer.hostRests } };
      visited.push({ page, visit, at: this.clock.now() });
      if (performance.now() - since > WRITE_EVERY_MS) break;
    }
    return { visited, ending: null };
  }

  private laterThan(deferral: { readonly kind: string; readonly until?: Date } | null): Ending {
    if (deferral === null || deferral.kind === 'lost' || deferral.kind === 'stopping') return 'stopped';
    return { laterAt: deferral.until ?? deferredUntil(this.clock.now(), Math.random()) };
  }

  /** False when the host or the crawl is no longer ours: then nothing is written. */
  private write({ due, turn, own }: Going, visited: readonly VisitedCrawlPage[]): Promise<boolean> {
    if (visited.length === 0) return Promise.resolve(true);
    return this.within(due, async () => {
      const crawl = await this.crawls.lock(due.crawlId);
      if (crawl === null || crawl.state !== 'running' || !(await turn.holds())) return false;
      await this.recording.record(crawl, own, visited);
      await this.end.tell(due);
      return true;
    });
  }

  private within<Result>({ workspaceId }: DueCrawl, work: () => Promise<Result>): Promise<Result> {
    return this.database.inWorkspace({ workspaceId }, work);
  }
}
