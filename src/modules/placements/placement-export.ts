import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { Cell } from '../../platform/http/table-answer.js';
import type { PlacementFilter } from './placement-list.dto.js';
import { PlacementLists } from './placement-list.query.js';
import type { PlacementRow } from './placement-row.dto.js';

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

/** Placements as a table for a file. */
@Injectable()
export class PlacementExport {
  readonly columns = COLUMNS.map(([name]) => name);

  constructor(
    private readonly database: Database,
    private readonly lists: PlacementLists,
  ) {}

  /**
   * The rows as they are read: each batch in a transaction of its own, so a slow download holds none open. They come newest first; one
   * that is added meanwhile is left out, none comes twice.
   */
  async *rows(scope: WorkspaceScope, filter: PlacementFilter): AsyncGenerator<Cell[]> {
    let afterId: string | null = null;
    for (let isMore = true; isMore; ) {
      const rows: PlacementRow[] = await this.batch(scope, filter, afterId);
      for (const row of rows) yield COLUMNS.map(([, value]) => value(row));
      afterId = rows.at(-1)?.id ?? null;
      isMore = rows.length === BATCH;
    }
  }

  private batch(
    scope: WorkspaceScope,
    filter: PlacementFilter,
    afterId: string | null,
  ): Promise<PlacementRow[]> {
    return this.database.inWorkspace(scope, () => this.lists.batch(filter, afterId, BATCH));
  }
}
