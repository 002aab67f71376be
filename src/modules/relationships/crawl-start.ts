import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { Notify } from '../../platform/events/notify.js';
import { BrandsService } from '../clients/brands.service.js';
import { CrawlPlans } from './crawl-plans.repository.js';
import { CRAWL_NEWS, CrawlsRepository } from './crawls.repository.js';

/** Begins readings of own sites and stops them, in the open transaction. */
@Injectable()
export class CrawlStart {
  constructor(
    private readonly database: Database,
    private readonly crawls: CrawlsRepository,
    private readonly plans: CrawlPlans,
    private readonly brands: BrandsService,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Throws `crawl.running` while the brand's site is being read; `brand.not_found` and `brand.archived`. */
  async start(brandId: string, startedBy: string | null): Promise<string> {
    const brand = await this.brands.forNew(brandId);
    const now = this.clock.now();
    const pageLimit = await this.plans.begun(brand, now);
    const id = newId(now);
    const isNew = await this.crawls.insert({
      ...{ id, brandId, clientId: brand.clientId },
      ...{ pageLimit, startedBy, at: now },
    });
    if (!isNew) throw new AppError('crawl.running');
    await this.record('crawl.started', { id, brandId, clientId: brand.clientId });
    await this.tell(id);
    return id;
  }

  /** Throws `crawl.not_running`. */
  async stop(id: string): Promise<void> {
    const stopped = await this.crawls.close(id, { state: 'stopped', at: this.clock.now() });
    if (stopped === null) throw new AppError('crawl.not_running');
    await this.record('crawl.stopped', { id, ...stopped });
    await this.tell(id);
  }

  /** Tells who watches that a reading changed. */
  async tell(id: string): Promise<void> {
    await this.notify.publish(CRAWL_NEWS, { workspaceId: this.database.scope().workspaceId, id });
  }

  private async record(
    kind: 'crawl.started' | 'crawl.stopped',
    crawl: { id: string; brandId: string; clientId: string },
  ): Promise<void> {
    await this.events.record({
      kind,
      clientId: crawl.clientId,
      subjects: [
        { kind: 'brand', id: crawl.brandId },
        { kind: 'client', id: crawl.clientId },
      ],
      params: { crawlId: crawl.id },
    });
  }
}
