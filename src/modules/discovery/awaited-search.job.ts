import { Injectable, type OnModuleInit } from '@nestjs/common';
import { judgeCandidate, nextSearch } from '../../core/discovery/awaited-pages.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type ProgressJob, scopeOfJob } from '../../platform/jobs/progress-job.js';
import { type JobResult, ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { PlacementsService } from '../placements/placements.service.js';
import type { AwaitedResult, CandidateView } from './awaited-searches.dto.js';
import { type AwaitedPlacement, AwaitedSearchesRepository } from './awaited-searches.repository.js';
import { type NewPages, NewPagesReader } from './new-pages-reader.js';
import { ReadableSites } from './readable-sites.js';

/** Name of the background task that looks for awaited links among the new pages of a site. */
export const SEARCH_TASK = 'discovery.search_awaited';

/** An editor may have had the page ready a day before the deal was written down. */
const BEFORE_MS = 86_400_000;
/** Pages remembered as read, for each placement. */
const REMEMBERED = 300;

/** Looks for the awaited placements of one site among its new pages; a page that holds the link becomes the placement's. */
@Injectable()
export class AwaitedSearchJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly searches: AwaitedSearchesRepository,
    private readonly sites: ReadableSites,
    private readonly reader: NewPagesReader,
    private readonly placements: PlacementsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.whole(SEARCH_TASK, (job, { signal }) => this.search(job, signal));
  }

  private async search(job: ProgressJob, signal: AbortSignal): Promise<JobResult> {
    const scope = scopeOfJob(job);
    const ids = [job.params['placementIds']].flat().map(String);
    const awaited = await this.database.inWorkspace(scope, () => this.searches.awaited(ids));
    const [first] = awaited;
    if (first === undefined) return { end: 'read', found: 0 };
    const site = await this.database.inWorkspace(scope, () => this.sites.one(first.siteId));
    const reading = await this.reader.read(site, wantedOf(awaited), signal);
    if (reading.end === 'stopped')
      throw new Error('the worker is stopping; the job goes on at the next attempt');
    let found = 0;
    for (const placement of awaited)
      if (await this.database.inWorkspace(scope, () => this.write(placement, reading))) found += 1;
    return { end: reading.end, pages: reading.pages.length, found };
  }

  /** Writes down what came of it; answers whether the page was found. */
  private async write(placement: AwaitedPlacement, reading: NewPages): Promise<boolean> {
    const searchedAt = this.clock.now();
    const now = searchedAt.getTime();
    const judged = reading.pages.map(({ url, steps }) => {
      const step = steps.get(placement.targetUrl) ?? 'other';
      return { url, step, readAt: searchedAt.toISOString(), is: judgeCandidate(step, placement.matchStep) };
    });
    const page = judged.find(({ is }) => is === 'found');
    const isFound = page !== undefined && (await this.take(placement, page.url));
    const known = new Set(placement.candidates.map(({ url }) => url));
    const fresh = judged.filter(({ is, url }) => is !== 'nothing' && !known.has(url));
    const candidates: CandidateView[] = fresh.map(({ url, step, readAt }) => ({ url, step, readAt }));
    const next = nextSearch(now, {
      since: placement.createdAt.getTime(),
      dueAt: placement.dueOn === null ? null : Date.parse(placement.dueOn),
    });
    await this.searches.save(placement, {
      searchedAt,
      nextSearchAt: isFound || next === null ? null : new Date(next),
      result: resultOf(reading, isFound),
      candidates: [...candidates, ...placement.candidates].slice(0, 20),
      readPages: remembered(placement.readPages, reading, now),
    });
    if (isFound || candidates.length > 0) await this.tell(placement, isFound);
    return isFound;
  }

  /** The page becomes the placement's, and is checked at once. One that another placement stands on stays a candidate. */
  private async take({ id, revision }: AwaitedPlacement, sourceUrl: string): Promise<boolean> {
    try {
      await this.placements.change(this.database.scope(), id, { revision, sourceUrl });
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  private async tell({ id, clientId, brandId, siteId }: AwaitedPlacement, isFound: boolean): Promise<void> {
    await this.events.record({
      kind: 'placement.candidate_found',
      clientId,
      subjects: [
        { kind: 'placement', id },
        { kind: 'site', id: siteId },
        { kind: 'client', id: clientId },
        { kind: 'brand', id: brandId },
      ],
      params: { isFound },
    });
  }
}

function wantedOf(awaited: readonly AwaitedPlacement[]) {
  const since = Math.min(...awaited.map(({ createdAt }) => createdAt.getTime())) - BEFORE_MS;
  const [first, ...rest] = awaited.map(({ readPages }) => new Map(Object.entries(readPages)));
  // A page is passed over only when it was read for each of them.
  const read = new Map([...(first ?? [])].filter(([url]) => rest.every((pages) => pages.has(url))));
  return { targets: [...new Set(awaited.map(({ targetUrl }) => targetUrl))], since, read };
}

function resultOf(reading: NewPages, isFound: boolean): AwaitedResult {
  if (isFound) return 'found';
  if (reading.end !== 'read' && reading.pages.length === 0) return 'could_not_read';
  return reading.isListed ? 'not_found' : 'no_feed';
}

function remembered(
  before: Readonly<Record<string, number>>,
  { pages }: NewPages,
  now: number,
): Readonly<Record<string, number>> {
  const all = [...pages.map(({ url }) => [url, now] as const), ...Object.entries(before)];
  return Object.fromEntries(all.slice(0, REMEMBERED).reverse());
}
