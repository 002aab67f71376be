import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import { LinkIntake, type LinkPosition } from '../relationships/link-intake.service.js';
import type { ImportRun } from './import-run.js';
import { ImportSites } from './import-sites.repository.js';
import { ImportsRepository } from './imports.repository.js';

/** Links of one transaction that are looked at, whether a complete export no longer names them. */
const MISSING = 2000;

/** Closes runs and dry runs. */
@Injectable()
export class ImportEnding {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly sites: ImportSites,
    private readonly links: LinkIntake,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A dry run is through. */
  async tried(run: ImportRun): Promise<void> {
    await this.database.inWorkspace(run.scope, () => this.imports.update(run.row.id, { state: 'tried' }));
  }

  /** All rows are in: says what a complete export no longer names, closes the import and tells of it. */
  async conclude(run: ImportRun, attempt: JobAttempt): Promise<void> {
    await this.loseMissing(run, attempt);
    const { id } = run.row;
    await this.database.inWorkspace(run.scope, async () => {
      const row = await this.imports.lock(id);
      if (row?.state !== 'running') return;
      const at = this.clock.now();
      const summary = { ...row.summary, sites: await this.sites.countMadeBy(id) };
      await this.imports.update(id, { state: 'done', finishedAt: at, totalRows: row.lastRowNo, summary });
      await this.events.record({
        kind: 'import.finished',
        clientId: row.clientId,
        subjects: [{ kind: 'import', id }],
        params: {
          content: row.content,
          created: row.createdRows,
          changed: row.changedRows,
          skipped: row.skippedRows,
          duplicate: row.duplicateRows,
          bad: row.badRows,
        },
      });
    });
  }

  private async loseMissing({ row, scope, observedAt }: ImportRun, attempt: JobAttempt): Promise<void> {
    const isOfLinks = row.content === 'links_to_us' || row.content === 'links_to_them';
    const { brandId } = row;
    if (!row.options.isComplete || !isOfLinks || brandId === null) return;
    const direction = row.content === 'links_to_us' ? ('to_us' as const) : ('to_them' as const);
    const whole = { importId: row.id, brandId, direction, observedAt };
    let after: LinkPosition | null = null;
    do {
      const from: LinkPosition | null = after;
      after = await this.database.inWorkspace(scope, async () => {
        const { lost, next } = await this.links.concludeComplete(whole, MISSING, from);
        await this.imports.addLost(row.id, lost);
        return next;
      });
      if (attempt.signal.aborted)
        throw new Error('the worker is stopping; the import goes on at the next attempt');
    } while (after !== null);
  }
}
