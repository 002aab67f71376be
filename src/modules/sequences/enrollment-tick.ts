import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { EnrollmentResuming } from './enrollment-resuming.js';
import { EnrollmentRun } from './enrollment-run.js';
import { EnrollmentWorld } from './enrollment-world.js';
import { EnrollmentsRepository } from './enrollments.repository.js';

/** Enrolments of one transaction. */
const BATCH = 50;

/** Steps that are due are taken, and pauses end on their day. */
@Injectable()
export class EnrollmentTick implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly enrollments: EnrollmentsRepository,
    private readonly run: EnrollmentRun,
    private readonly resuming: EnrollmentResuming,
    private readonly world: EnrollmentWorld,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'sequences.due', cron: '* * * * *', run: () => this.runAll() });
  }

  /** Takes what is due in every workspace; a day begins with midnight in its zone. */
  async runAll(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids()) {
      while ((await this.resume(workspaceId)) === BATCH);
      while ((await this.takeDue(workspaceId)) === BATCH);
    }
  }

  private takeDue(workspaceId: string): Promise<number> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const due = await this.enrollments.due(this.clock.now(), BATCH);
      for (const held of due) await this.run.due(held);
      return due.length;
    });
  }

  private resume(workspaceId: string): Promise<number> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const due = await this.enrollments.dueToResume(await this.world.today(), BATCH);
      for (const held of due) await this.resuming.tryResume(held);
      return due.length;
    });
  }
}
