import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { Cell } from '../../platform/http/table-answer.js';
import type { PublisherFilter, PublisherRow } from './publisher-list.dto.js';
import { PublisherLists } from './publisher-list.query.js';

/** The columns of the file; their names are those an import recognises. */
const COLUMNS: readonly (readonly [name: string, value: (row: PublisherRow) => Cell])[] = [
  ['id', (row) => row.id],
  ['publisher', (row) => row.name],
  ['kind', (row) => row.kind],
  ['home_url', (row) => row.homeUrl],
  ['country', (row) => row.country],
  ['sites', (row) => row.siteCount],
  ['contacts', (row) => row.contactCount],
  ['live_placements', (row) => row.livePlacementCount],
  ['conditions_of', (row) => row.newestConditionOn],
  ['created_at', (row) => row.createdAt],
  ['archived_at', (row) => row.archivedAt],
];

const BATCH = 500;

/** Publishers as the rows of a table. */
@Injectable()
export class PublisherExport {
  constructor(
    private readonly database: Database,
    private readonly lists: PublisherLists,
  ) {}

  get columns(): readonly string[] {
    return COLUMNS.map(([name]) => name);
  }

  /** Each batch is read in a transaction of its own, so a slow download holds none open; newest first, none comes twice. */
  async *rows(scope: WorkspaceScope, filter: PublisherFilter): AsyncGenerator<readonly Cell[]> {
    let afterId: string | null = null;
    do {
      const place: string | null = afterId;
      const rows: PublisherRow[] = await this.database.inWorkspace(scope, () =>
        this.lists.batch(filter, place, BATCH),
      );
      for (const row of rows) yield COLUMNS.map(([, value]) => value(row));
      afterId = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
    } while (afterId !== null);
  }
}
