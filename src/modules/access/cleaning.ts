import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { IdempotencyKeys } from '../../platform/http/idempotency-keys.js';
import { Limiter } from '../../platform/http/limiter.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { SessionsService } from './sessions.service.js';
import { WorkspaceService } from './workspace.service.js';

/** One thing to clean, in its own transactions. */
type Round = () => Promise<unknown>;

/** The remembered answers of all workspaces. */
@Injectable()
export class OldAnswers {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly keys: IdempotencyKeys,
  ) {}

  /** Removes those older than a day, workspace by workspace. */
  async clean(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids()) {
      await this.database.inWorkspace({ workspaceId }, () => this.keys.clean());
    }
  }
}

/**
 * Every hour removes what has ended by age: sessions, limits, remembered answers. Nothing depends on it: what is too
 * old is refused wherever it is read.
 */
@Injectable()
export class Cleaning implements OnModuleInit {
  private readonly rounds: readonly Round[];

  constructor(
    private readonly jobs: JobHandlers,
    sessions: SessionsService,
    limiter: Limiter,
    answers: OldAnswers,
  ) {
    this.rounds = [() => sessions.clean(), () => limiter.clean(), () => answers.clean()];
  }

  onModuleInit(): void {
    this.jobs.tick({ name: 'access.clean', cron: '17 * * * *', run: () => this.clean() });
  }

  /** One round over everything. */
  async clean(): Promise<void> {
    for (const round of this.rounds) await round();
  }
}
