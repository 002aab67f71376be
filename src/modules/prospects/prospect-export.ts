import { Injectable } from '@nestjs/common';
import { FIT_QUESTIONS } from '../../core/prospects/fit.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Cell } from '../../platform/http/table-answer.js';
import { CustomValuesRepository, type FieldRow } from './custom-values.repository.js';
import type { ProspectFilter } from './prospect-list.dto.js';
import { ProspectLists } from './prospect-list.query.js';
import type { ProspectRow } from './prospect-row.dto.js';
import { ProspectRows, WHOLE_NOTES } from './prospect-rows.query.js';

type Column = readonly [name: string, value: (row: ProspectRow) => Cell];

/** The columns of the file; their names are those an import recognises. */
const COLUMNS: readonly Column[] = [
  ['id', (row) => row.id],
  ['site', (row) => row.displayHost],
  ['status', (row) => row.status],
  ['stage', (row) => row.stage],
  ['owner', (row) => row.ownerName],
  ['lock_until', (row) => row.lockUntil],
  ['language', (row) => row.language],
  ['country', (row) => row.country],
  ['tags', (row) => row.tags.map(({ name }) => name).join(', ')],
  ['topics', (row) => row.topics.map(({ name }) => name).join(', ')],
  ['fit_yes', (row) => row.fitYes],
  ['fit_no', (row) => row.fitNo],
  ['fit_of', () => FIT_QUESTIONS.length],
  ['do_not_contact', (row) => row.doNotContact],
  ['contacts', (row) => row.contactCount],
  ['last_touch', (row) => row.lastTouchAt],
  ['last_touch_by', (row) => row.lastTouchMemberName],
  ['publisher', (row) => row.publisher?.name ?? null],
  ['excluded_by', (row) => row.exclusions.map(({ clientName }) => clientName).join(', ')],
  ['notes', (row) => row.notes],
  ['created_at', (row) => row.createdAt],
  ['updated_at', (row) => row.updatedAt],
  ['archived_at', (row) => row.archivedAt],
];

const BATCH = 500;

/** Prospects as a table for a file: the team's own fields and every metric that a site of the list has are columns, too. */
@Injectable()
export class ProspectExport {
  constructor(
    private readonly database: Database,
    private readonly lists: ProspectLists,
    private readonly rows: ProspectRows,
    private readonly values: CustomValuesRepository,
  ) {}

  /** The names of the columns, and the rows as they are read: newest first, each batch in a transaction of its own. */
  async table(
    who: Principal,
    filter: ProspectFilter,
  ): Promise<{ columns: string[]; rows: AsyncGenerator<Cell[]> }> {
    const { fields, metrics } = await this.database.inWorkspace(scopeOf(who), async () => ({
      fields: await this.values.fields('prospect'),
      metrics: await this.metrics(),
    }));
    const columns = [...COLUMNS, ...fields.map(fieldColumn), ...metrics.map(metricColumn)];
    return {
      columns: columns.map(([name]) => name),
      rows: this.read(who, filter, { columns, metrics }),
    };
  }

  private async *read(
    who: Principal,
    filter: ProspectFilter,
    { columns, metrics }: { columns: readonly Column[]; metrics: readonly string[] },
  ): AsyncGenerator<Cell[]> {
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const rows: ProspectRow[] = await this.batch(who, filter, { after, metrics });
      for (const row of rows) yield columns.map(([, value]) => value(row));
      after = rows.at(-1)?.id ?? null;
      isMore = rows.length === BATCH;
    }
  }

  private batch(
    who: Principal,
    filter: ProspectFilter,
    { after, metrics }: { after: string | null; metrics: readonly string[] },
  ): Promise<ProspectRow[]> {
    return this.database.inWorkspace(scopeOf(who), async () =>
      this.rows.byIds(who, await this.lists.batch(filter, after, BATCH), {
        show: metrics,
        notes: WHOLE_NOTES,
      }),
    );
  }

  /** The metrics there are in the workspace, as `source.metric`. */
  private async metrics(): Promise<string[]> {
    const rows = await this.database
      .manager()
      .query<{ name: string }[]>(
        `select distinct source || '.' || metric as name from site_latest_metrics order by 1 limit 60`,
      );
    return rows.map((row) => row.name);
  }
}

function fieldColumn(field: FieldRow): Column {
  return [field.fieldKey, (row) => row.custom[field.fieldKey] ?? null];
}

function metricColumn(name: string): Column {
  return [
    name,
    (row) => row.metrics.find(({ source, metric }) => `${source}.${metric}` === name)?.value ?? null,
  ];
}
