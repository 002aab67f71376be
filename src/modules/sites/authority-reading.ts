import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AuthoritySource } from '../../core/sites/authority.js';
import { editionOf } from '../../core/sites/authority-release.js';
import { NameFilter } from '../../core/sites/name-filter.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { type JobResult, ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { unpacked } from '../../platform/lists/unpack.js';
import { AuthorityRepository } from './authority.repository.js';
import { AuthorityFigures, type FinishedReading } from './authority-figures.js';
import { listedName, type Sifted, sift } from './authority-sieve.js';
import { AuthoritySources, type OpenList } from './authority-source.js';
import { AUTHORITY_TASK, type ReadingWish } from './authority-task.js';

/** Our own domains are taken into the sieve some at a time. */
const DOMAINS_AT_ONCE = 20_000;
/** A list of which more lines than this share are unreadable is none that we know. */
const MOST_UNREADABLE = 0.5;

/**
 * Reads open lists for all workspaces: streams each once, keeps the domains that are ours, and writes their figures workspace by workspace. Begun
 * anew after a crash, it does the same again, and the figures are the same.
 */
@Injectable()
export class AuthorityReadings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
    private readonly authority: AuthorityRepository,
    private readonly sources: AuthoritySources,
    private readonly figures: AuthorityFigures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.whole(AUTHORITY_TASK, (job, attempt) => this.readAll(job, attempt));
  }

  /** A list that cannot be read keeps no other from being read; the job then fails with its code. */
  private async readAll(job: ProgressJob, attempt: JobAttempt): Promise<JobResult> {
    const refusals: AppError[] = [];
    const read: FinishedReading[] = [];
    for (const wish of job.params['readings'] as readonly ReadingWish[]) {
      try {
        read.push(await this.read(job, wish, attempt.signal));
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        await this.inInstallation(() => this.authority.fail(wish.id, error.code, this.clock.now()));
        refusals.push(error);
      }
    }
    const [first] = refusals;
    if (first !== undefined) throw first;
    return { releases: read.map(({ source, release, listed }) => ({ source, release, listed })) };
  }

  private async read(
    job: ProgressJob,
    { id, source }: ReadingWish,
    signal: AbortSignal,
  ): Promise<FinishedReading> {
    await this.inInstallation(() => this.authority.begin(id, source, this.clock.now()));
    const ours = await this.ourNames(source);
    const list = await this.sources.open(source, signal);
    const { listed, unreadable } = await this.sifted(job, { id, source, ours, list });
    if (listed === 0 || unreadable > listed * MOST_UNREADABLE) throw new AppError('authority.unreadable');
    const reading = { id, source, listed, unreadable, ...this.edition(source, list) };
    await this.figures.write(reading, signal);
    await this.inInstallation(() => this.authority.finish(reading, reading, this.clock.now()));
    return reading;
  }

  private async sifted(
    job: ProgressJob,
    { id, source, ours, list }: { id: string; source: AuthoritySource; ours: NameFilter; list: OpenList },
  ): Promise<Sifted> {
    let last: Sifted = { domains: [], listed: 0, unreadable: 0 };
    try {
      for await (const sifted of sift(source, unpacked(list.body), ours)) {
        const finished = sifted.listed - last.listed;
        last = sifted;
        await this.inInstallation(() => this.authority.keep(id, sifted.domains));
        await this.database.inWorkspace({ workspaceId: job.workspaceId }, () =>
          this.progress.advance(job.id, { finished }),
        );
      }
      return last;
    } catch (error) {
      if (error instanceof AppError || isOfDatabase(error)) throw error;
      throw new AppError('authority.unreadable', { reason: 'damaged' }, { cause: error });
    }
  }

  /** The names of all workspaces' domains, as this list writes them, in a few bytes each. */
  private async ourNames(source: AuthoritySource): Promise<NameFilter> {
    const filter = new NameFilter(await this.inInstallation(() => this.authority.domainCount()));
    let after = '';
    for (;;) {
      const keys = await this.inInstallation(() => this.authority.domains(after, DOMAINS_AT_ONCE));
      for (const key of keys) filter.add(listedName(source, key));
      if (keys.length < DOMAINS_AT_ONCE) return filter;
      after = keys.at(-1) ?? after;
    }
  }

  private edition(source: AuthoritySource, { place, modifiedAt }: OpenList) {
    const today = this.clock.now().toISOString().slice(0, 10);
    const { release, measuredOn } = editionOf(source, place, modifiedAt?.toISOString().slice(0, 10) ?? today);
    return { release, measuredOn: measuredOn ?? today };
  }

  private inInstallation<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inInstallation(work);
  }
}

/** Troubles of the database are tried again; what else goes wrong while reading is the fault of the list. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && error.name === 'QueryFailedError';
}
