import { Injectable } from '@nestjs/common';
import { crawlTarget, type OwnSite } from '../../core/relationships/crawl-scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { Notify } from '../../platform/events/notify.js';
import type { PageTurn } from '../verifier/page-turns.service.js';
import { CrawlFrontier } from './crawl-frontier.repository.js';
import { CrawlPlans } from './crawl-plans.repository.js';
import { CRAWL_NEWS, type CrawlRow, CrawlsRepository, type DueCrawl } from './crawls.repository.js';

/** Pages that were known to link out and were not met are looked at in steps of so many. */
const KNOWN_AT_ONCE = 500;

/** Brings a crawl to its end, once nothing waits to be read. */
@Injectable()
export class CrawlEnd {
  constructor(
    private readonly database: Database,
    private readonly crawls: CrawlsRepository,
    private readonly frontier: CrawlFrontier,
    private readonly plans: CrawlPlans,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /**
   * Before the end, pages that failed are tried once more, and pages that linked out before and that nothing leads to any more are
   * looked at: else their links would never be known to be gone.
   */
  conclude(due: DueCrawl, own: OwnSite, turn: PageTurn): Promise<void> {
    return this.database.inWorkspace({ workspaceId: due.workspaceId }, async () => {
      const crawl = await this.crawls.lock(due.crawlId);
      if (crawl === null || crawl.state !== 'running' || !(await turn.holds())) return;
      if ((await this.frontier.tryFailedAgain(crawl.id)) > 0) return;
      if ((await this.addKnown(crawl, own)) > 0) return;
      await this.finish(crawl);
      await this.tell(due);
    });
  }

  /** Tells who watches; goes out with the open transaction. */
  async tell({ workspaceId, crawlId }: DueCrawl): Promise<void> {
    await this.notify.publish(CRAWL_NEWS, { workspaceId, id: crawlId });
  }

  private async addKnown(crawl: CrawlRow, own: OwnSite): Promise<number> {
    const known = await this.frontier.knownElsewhere(crawl.id, crawl.brandId, KNOWN_AT_ONCE);
    const pages = known.flatMap((url) => {
      const target = crawlTarget(url, own);
      return target === null ? [] : [{ target, depth: 0 }];
    });
    const place = { last: crawl.pagesFound, room: crawl.pageLimit - crawl.pagesFound };
    const { added, isCut } = await this.frontier.add(crawl.id, pages, place);
    await this.crawls.advance(crawl.id, { found: added, read: 0, failed: 0, skipped: 0, links: 0, isCut });
    return added;
  }

  /** A crawl that read not even one page failed; one that left nothing out is complete. */
  private async finish(crawl: CrawlRow): Promise<void> {
    const at = this.clock.now();
    const { home, reason } = await this.frontier.homeResult(crawl.id);
    const isComplete = home === 'read' && !crawl.isCut && !(await this.frontier.hasFailed(crawl.id));
    const state = home === 'read' ? 'done' : 'failed';
    await this.crawls.close(crawl.id, { state, at, isComplete, errorCode: home === 'read' ? null : reason });
    if (isComplete) await this.plans.readCompletely(crawl.brandId, at);
    const after = await this.crawls.counts(crawl.id);
    await this.events.record({
      kind: 'crawl.finished',
      clientId: crawl.clientId,
      subjects: [
        { kind: 'brand', id: crawl.brandId },
        { kind: 'client', id: crawl.clientId },
      ],
      params: { crawlId: crawl.id, isComplete, ...after },
    });
  }
}
