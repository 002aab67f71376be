import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { PitchActs } from './pitch-acts.js';
import { PitchDays } from './pitch-days.js';
import { PitchesRepository } from './pitches.repository.js';

/** Pitches of one transaction. */
const BATCH = 100;

/** Paused pitches go on by themselves on their day. */
@Injectable()
export class PitchTick implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly pitches: PitchesRepository,
    private readonly acts: PitchActs,
    private readonly days: PitchDays,
    private readonly kinds: Kinds,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'pitches.resume', cron: '*/10 * * * *', run: () => this.resumeAll() });
  }

  /** Resumes what is due in every workspace; a day begins with midnight in its zone. */
  async resumeAll(): Promise<void> {
    for (const workspaceId of await this.workspaces.ids()) {
      while ((await this.resume(workspaceId)) === BATCH);
    }
  }

  private resume(workspaceId: string): Promise<number> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const known = this.kinds.all().map((kind) => kind.key);
      const due = await this.pitches.dueToResume(await this.days.today(), known, BATCH);
      for (const held of due) await this.acts.resume(held);
      return due.length;
    });
  }
}
