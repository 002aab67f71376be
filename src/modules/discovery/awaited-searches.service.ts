import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { PlacementsService } from '../placements/placements.service.js';
import { SEARCH_TASK } from './awaited-search.job.js';
import type { AwaitedSearchView } from './awaited-searches.dto.js';
import { AwaitedSearchesRepository } from './awaited-searches.repository.js';

/** Placements one round looks for in a workspace; the rest follow in the next. */
const A_ROUND = 200;
const SIX_HOURS_MS = 6 * 3_600_000;

/** The search for awaited placements whose page nobody has told yet: when it happens, what it found, and what a person makes of it. */
@Injectable()
export class AwaitedSearches implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly searches: AwaitedSearchesRepository,
    private readonly placements: PlacementsService,
    private readonly workspaces: WorkspaceService,
    private readonly progress: ProgressJobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'discovery.awaited', cron: '25 * * * *', run: () => this.round() });
  }

  /** Throws `placement.not_found`. */
  view(scope: WorkspaceScope, placementId: string): Promise<AwaitedSearchView> {
    return this.database.inWorkspace(scope, () => this.seen(placementId));
  }

  /** Looks now. Throws `discovery.not_awaited` where there is nothing to look for. */
  start(scope: WorkspaceScope, placementId: string): Promise<StartedJob> {
    return this.database.inWorkspace(scope, async () => {
      const { isSearched } = await this.seen(placementId);
      if (!isSearched) throw new AppError('discovery.not_awaited', {});
      return { jobId: await this.begin([placementId]) };
    });
  }

  /** A person says that this is the page; it is checked at once. Throws `discovery.not_awaited`, `placement.duplicate`. */
  accept(scope: WorkspaceScope, placementId: string, sourceUrl: string): Promise<AwaitedSearchView> {
    return this.database.inWorkspace(scope, async () => {
      await this.seen(placementId);
      const [placement] = await this.searches.awaited([placementId]);
      if (placement === undefined) throw new AppError('discovery.not_awaited', {});
      await this.placements.change(scope, placementId, { revision: placement.revision, sourceUrl });
      return this.seen(placementId);
    });
  }

  /** One round over all workspaces: the placements of a site are looked for together. Safe to repeat. */
  async round(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids())
      await this.database.inWorkspace({ workspaceId }, () => this.beginDue());
  }

  private async beginDue(): Promise<void> {
    const now = this.clock.now();
    await this.searches.takeUp(now);
    for (const placementIds of await this.searches.due(now, A_ROUND)) await this.begin(placementIds);
  }

  /** The next search is put off meanwhile, so that no second one begins beside it. */
  private async begin(placementIds: readonly string[]): Promise<string> {
    await this.searches.postpone(placementIds, new Date(this.clock.now().getTime() + SIX_HOURS_MS));
    return this.progress.create({ kind: SEARCH_TASK, params: { placementIds }, total: 1 });
  }

  private async seen(placementId: string): Promise<AwaitedSearchView> {
    const view = await this.searches.view(placementId);
    if (view === null) throw new AppError('placement.not_found', { id: placementId });
    return view;
  }
}
