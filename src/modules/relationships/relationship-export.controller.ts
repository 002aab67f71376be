import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { answerTable, type Cell } from '../../platform/http/table-answer.js';
import {
  RelationshipExportQuery,
  type RelationshipFilter,
  type RelationshipRow,
} from './relationship-list.dto.js';
import { RelationshipLists } from './relationship-list.query.js';

const COLUMNS = [
  'client',
  'brand',
  'site',
  'publisher',
  'stage',
  'they_link_to_us',
  'to_us_live',
  'to_us_lost',
  'told_by',
  'told_links',
  'told_as_of',
  'we_link_to_them',
  'to_them_live',
  'to_them_lost',
  'own_site_read_on',
  'first_link_on',
  'newest_link_on',
  'reason',
  'would_link_anyway',
  'readers_gain',
  'litmus_by',
] as const;

@Controller('relationships')
export class RelationshipExportController {
  constructor(private readonly lists: RelationshipLists) {}

  /** The filtered list as a CSV file or a workbook that is safe to open. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportRelationships(
    @Principal() who: Principal,
    @Query() query: RelationshipExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    await answerTable(
      response,
      { name: 'relationships', format, columns: COLUMNS },
      this.rows(scopeOf(who), filter),
    );
  }

  private async *rows(scope: WorkspaceScope, filter: RelationshipFilter): AsyncGenerator<readonly Cell[]> {
    let afterId: string | null = null;
    for (;;) {
      const rows: RelationshipRow[] = await this.lists.batch(scope, filter, afterId);
      for (const row of rows) yield cellsOf(row);
      afterId = rows.at(-1)?.id ?? null;
      if (afterId === null) return;
    }
  }
}

function cellsOf(row: RelationshipRow): readonly Cell[] {
  const { arrows, litmus, told } = row;
  return [
    ...[row.clientName, row.brandName, row.displayHost, row.publisher?.name ?? null, row.stage],
    ...[
      arrows.toUs,
      row.toUsLive,
      row.toUsLost,
      told?.source ?? null,
      told?.links ?? null,
      told?.asOf ?? null,
    ],
    ...[arrows.toThem, row.toThemLive, row.toThemLost],
    ...[arrows.toThemAsOf, row.oldestOn, row.newestOn, row.reason],
    ...[litmus.wouldLinkAnyway, litmus.readersGain, litmus.byName],
  ];
}
