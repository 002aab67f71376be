import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { Uploads } from '../../platform/uploads/uploads.js';
import { ImportChangesRepository } from './import-changes.repository.js';
import { ImportsRepository } from './imports.repository.js';

/** A file is kept for as long after its import as somebody may want to look at it. */
const FILE_KEPT_MS = 30 * 86_400_000;

/** Lets go of what imports need no longer: files a month after their end, and what they remember of people who were erased. */
@Injectable()
export class ImportCleaning implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly changes: ImportChangesRepository,
    private readonly uploads: Uploads,
    private readonly events: Events,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'import_files', cron: '40 3 * * *', run: () => this.clean() });
    this.events.inTransaction('contact.erased', async ({ subjects }) => {
      for (const { kind, id } of subjects) if (kind === 'contact') await this.changes.forget(id);
    });
  }

  async clean(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - FILE_KEPT_MS);
    const workspaces = await this.database.inInstallation(() =>
      this.database.manager().query<{ id: string }[]>('select workspace_ids() as id'),
    );
    for (const { id: workspaceId } of workspaces) {
      const scope = { workspaceId };
      const files = await this.database.inWorkspace(scope, () => this.imports.filesDoneBefore(before));
      for (const id of files) await this.uploads.removeParts(scope, id);
    }
  }
}
