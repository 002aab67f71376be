import { Injectable } from '@nestjs/common';
import { AUTHORITY_SOURCES, type AuthoritySource } from '../../core/sites/authority.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import type { AuthorityList, AuthorityView, ReadingState } from './authority.dto.js';
import { type AuthorityReading, AuthorityRepository } from './authority.repository.js';
import { AuthoritySources } from './authority-source.js';
import { AUTHORITY_TASK, type ReadingWish } from './authority-task.js';

/** Open lists of domain ranks: what was read of them, and reading them anew. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly database: Database,
    private readonly authority: AuthorityRepository,
    private readonly progress: ProgressJobs,
    private readonly sources: AuthoritySources,
  ) {}

  view(scope: WorkspaceScope): Promise<AuthorityView> {
    return this.database.inWorkspace(scope, async () => {
      const [last, done] = [await this.authority.last(), await this.authority.lastDone()];
      const items: AuthorityList[] = [];
      for (const source of AUTHORITY_SOURCES) {
        const good = done.find((one) => one.source === source) ?? null;
        const matched = good === null ? 0 : await this.authority.matched(source, good.release);
        items.push({
          ...editionOf(good, matched),
          source,
          ...this.stateOf(source, last.find((one) => one.source === source) ?? null),
        });
      }
      return { items };
    });
  }

  /** Throws `authority.not_configured` when the settings name no list. */
  refresh(scope: WorkspaceScope): Promise<StartedJob> {
    return this.database.inWorkspace(scope, async () => {
      const sources = AUTHORITY_SOURCES.filter((source) => this.sources.place(source) !== '');
      if (sources.length === 0) throw new AppError('authority.not_configured');
      const readings = sources.map((source): ReadingWish => ({ id: newId(), source }));
      return { jobId: await this.progress.create({ kind: AUTHORITY_TASK, params: { readings } }) };
    });
  }

  private stateOf(
    source: AuthoritySource,
    last: AuthorityReading | null,
  ): Pick<AuthorityList, 'state' | 'errorCode'> {
    const unread: ReadingState = this.sources.place(source) === '' ? 'not_configured' : 'never_read';
    return { state: last?.state ?? unread, errorCode: last?.errorCode ?? null };
  }
}

function editionOf(good: AuthorityReading | null, matchedSites: number) {
  if (good === null) {
    return {
      release: '',
      measuredOn: null,
      readAt: null,
      listedDomains: 0,
      unreadableLines: 0,
      matchedSites,
    };
  }
  const { release, measuredOn, finishedAt, listed, unreadable } = good;
  return {
    release,
    measuredOn,
    readAt: finishedAt,
    listedDomains: listed,
    unreadableLines: unreadable,
    matchedSites,
  };
}
