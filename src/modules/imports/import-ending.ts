import { Injectable } from '@nestjs/common';
import { toolOfImport } from '../../core/imports/tool-of-import.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import { LinkIntake, type LinkPosition } from '../relationships/link-intake.service.js';
import { LinkingSiteIntake } from '../relationships/linking-site-intake.service.js';
import type { ImportRun } from './import-run.js';
import { ImportSites } from './import-sites.repository.js';
import { ImportsRepository } from './imports.repository.js';

/** Links of one transaction that are looked at, whether a complete export no longer names them. */
const MISSING = 2000;

/** How what a complete export no longer names is lost, a portion behind a position at a time. */
interface Losing<Position> {
  readonly kind: 'linksLost' | 'linkingSitesLost';
  readonly lose: (from: Position | null) => Promise<{ lost: number; next: Position | null }>;
}

/** Closes runs and dry runs. */
@Injectable()
export class ImportEnding {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly sites: ImportSites,
    private readonly links: LinkIntake,
    private readonly linkingSites: LinkingSiteIntake,
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

  private async loseMissing(run: ImportRun, attempt: JobAttempt): Promise<void> {
    const { row, observedAt } = run;
    const { brandId } = row;
    if (!row.options.isComplete || brandId === null) return;
    const whole = { importId: row.id, brandId, observedAt };
    if (row.content === 'links_to_us' || row.content === 'links_to_them') {
      const direction = row.content === 'links_to_us' ? 'to_us' : 'to_them';
      await this.portions<LinkPosition>(run, attempt, {
        kind: 'linksLost',
        lose: (from) => this.links.concludeComplete({ ...whole, direction }, MISSING, from),
      });
    }
    if (row.content === 'linking_sites') {
      const list = { ...whole, source: toolOfImport(row.format, row.mapping) };
      await this.portions<string>(run, attempt, {
        kind: 'linkingSitesLost',
        lose: (from) => this.linkingSites.concludeComplete(list, MISSING, from),
      });
    }
  }

  /** Loses and counts in transactions of their own, until nothing is left to be looked at. */
  private async portions<Position>(
    { row, scope }: ImportRun,
    attempt: JobAttempt,
    { kind, lose }: Losing<Position>,
  ): Promise<void> {
    let after: Position | null = null;
    do {
      const from: Position | null = after;
      after = await this.database.inWorkspace(scope, async () => {
        const { lost, next } = await lose(from);
        await this.imports.addLost(row.id, kind, lost);
        return next;
      });
      if (attempt.signal.aborted)
        throw new Error('the worker is stopping; the import goes on at the next attempt');
    } while (after !== null);
  }
}
