import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type Principal, scopeOf } from '../../../platform/http/principal.js';
import type { Cell } from '../../../platform/http/table-answer.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { PitchLists } from './pitch-lists.query.js';
import type { PitchRow } from './pitch-row.dto.js';
import { PitchRows } from './pitch-rows.query.js';

/** The columns of the file. */
const COLUMNS: readonly (readonly [name: string, value: (row: PitchRow) => Cell])[] = [
  ['id', (row) => row.id],
  ['campaign', (row) => row.campaignName],
  ['client', (row) => row.clientName],
  ['kind', (row) => row.kind],
  ['site', (row) => row.displayHost],
  ['label', (row) => row.label],
  ['stage', (row) => row.stageName],
  ['stage_since', (row) => row.stageSince],
  ['days_in_stage', (row) => row.daysInStage],
  ['stuck', (row) => row.isStuck],
  ['status', (row) => row.status],
  ['outcome', (row) => row.outcome],
  ['loss_reason', (row) => row.lossReason],
  ['assignee', (row) => row.assigneeName],
  ['contact', (row) => row.contact?.name ?? null],
  ['contacts', (row) => row.contactCount],
  ['next_step', (row) => row.nextStep],
  ['next_step_on', (row) => row.nextStepOn],
  ['placement_state', (row) => row.placement?.state ?? null],
  ['created_at', (row) => row.createdAt],
  ['updated_at', (row) => row.updatedAt],
  ['archived_at', (row) => row.archivedAt],
];

const BATCH = 500;

/** Pitches as a table for a file: who, where, and what is next. Own fields and amounts stay on the pitch's page. */
@Injectable()
export class PitchExport {
  readonly columns: readonly string[] = COLUMNS.map(([name]) => name);

  constructor(
    private readonly database: Database,
    private readonly lists: PitchLists,
    private readonly rows: PitchRows,
  ) {}

  /** The rows as they are read: newest first, each batch in a transaction of its own. */
  async *read(who: Principal, filter: PitchFilter): AsyncGenerator<Cell[]> {
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const rows: PitchRow[] = await this.batch(who, filter, after);
      for (const row of rows) yield COLUMNS.map(([, value]) => value(row));
      after = rows.at(-1)?.id ?? null;
      isMore = rows.length === BATCH;
    }
  }

  private batch(who: Principal, filter: PitchFilter, after: string | null): Promise<PitchRow[]> {
    return this.database.inWorkspace(scopeOf(who), async () =>
      this.rows.byIds(await this.lists.batch(filter, after, BATCH), who.locale),
    );
  }
}
