import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { spreadsheetCell } from '../../core/tables/spreadsheet-cell.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { BYTE_ORDER_MARK } from '../../platform/http/csv-answer.js';
import type { PlacementFilter } from './placement-list.dto.js';
import { PlacementLists } from './placement-list.query.js';
import type { PlacementRow } from './placement-row.dto.js';

type Cell = string | number | boolean | Date | null;

/** The columns of the file; their names are those an import recognises. */
const COLUMNS: readonly (readonly [name: string, value: (row: PlacementRow) => Cell])[] = [
  ['id', (row) => row.id],
  ['client', (row) => row.clientName],
  ['brand', (row) => row.brandName],
  ['source_url', (row) => row.sourceUrl],
  ['source_host', (row) => row.sourceHost],
  ['target_url', (row) => row.targetUrl],
  ['state', (row) => row.state],
  ['state_since', (row) => row.stateSince],
  ['rechecking', (row) => row.rechecking],
  ['overdue', (row) => row.overdue],
  ['type', (row) => row.type],
  ['compensation', (row) => row.compensation],
  ['label', (row) => row.label],
  ['owner', (row) => row.ownerName],
  ['match', (row) => row.terms.match],
  ['rel', (row) => row.terms.rel.value],
  ['rel_standing', (row) => row.terms.rel.standing],
  ['anchor', (row) => row.terms.anchor.value],
  ['anchor_standing', (row) => row.terms.anchor.standing],
  ['region', (row) => row.terms.region.value],
  ['region_standing', (row) => row.terms.region.standing],
  ['indexable', (row) => row.terms.indexable.value],
  ['indexable_standing', (row) => row.terms.indexable.standing],
  ['agreed_until', (row) => row.terms.duration.value],
  ['seen_rel', (row) => row.seen.rel],
  ['seen_anchor', (row) => row.seen.anchor],
  ['page_status', (row) => row.seen.status],
  ['findings', (row) => row.findingCodes.join(' ')],
  ['unmet_terms', (row) => row.unmetTerms],
  ['broken_rules', (row) => row.brokenRules],
  ['checked_at', (row) => row.checkedAt],
  ['last_seen_at', (row) => row.lastSeenAt],
  ['next_check_at', (row) => row.nextCheckAt],
  ['due_on', (row) => row.dueOn],
  ['created_at', (row) => row.createdAt],
  ['archived_at', (row) => row.archivedAt],
];

const BATCH = 500;

/** Placements as a CSV file that no spreadsheet runs (RFC 4180 with line ends CRLF). */
@Injectable()
export class PlacementExport {
  constructor(
    private readonly database: Database,
    private readonly lists: PlacementLists,
  ) {}

  /**
   * The file in pieces: each batch is read in a transaction of its own, so a slow download holds none open. Rows come newest first; one that
   * is added meanwhile is left out, none comes twice.
   */
  async *csv(scope: WorkspaceScope, filter: PlacementFilter): AsyncGenerator<string> {
    let afterId: string | null = null;
    let head = BYTE_ORDER_MARK + lines([COLUMNS.map(([name]) => name)]);
    do {
      const rows = await this.batch(scope, filter, afterId);
      yield head + lines(rows.map(cells));
      head = '';
      afterId = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
    } while (afterId !== null);
  }

  private batch(
    scope: WorkspaceScope,
    filter: PlacementFilter,
    afterId: string | null,
  ): Promise<PlacementRow[]> {
    return this.database.inWorkspace(scope, () => this.lists.batch(filter, afterId, BATCH));
  }
}

function cells(row: PlacementRow): string[] {
  return COLUMNS.map(([, value]) => spreadsheetCell(value(row)));
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: 'windows' });
}
