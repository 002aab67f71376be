import type { ReactNode } from 'react';
import type { OwnField, ProspectRow } from '../../../api/prospect-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { countryName, languageName } from '../../../i18n/places.js';
import { SortHead } from '../../../ui/list-page.js';
import { MetricFigure } from '../../../ui/metric-figure.js';
import { metricShort } from '../../../ui/metric-words.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import type { Column } from '../../../ui/virtual-table.js';
import type { ProspectSearch } from '../prospect-search.js';
import { StatusBadge } from '../status-badge.js';
import type { EditedField } from './cell-editor.js';
import { EditCell, FitCell, OwnerCell, OwnValue, SiteCell, TagsCell } from './cells.js';
import type { ColumnKey, FixedColumn } from './column-choice.js';
import { directionOf, nextSort } from './sorting.js';

type Sorted = Pick<ProspectSearch, 'sort' | 'order' | 'metric'>;

interface Options {
  readonly t: Messages;
  readonly keys: readonly ColumnKey[];
  readonly fields: readonly OwnField[];
  readonly sorted: Sorted;
  readonly onSort: (to: Sorted) => void;
  readonly onOpen: (row: ProspectRow) => void;
  readonly onPrefetch: (id: string) => void;
  readonly onEdit: ((row: ProspectRow, field: EditedField) => void) | undefined;
}

interface Shape {
  readonly width: string;
  readonly sort?: string;
  readonly edits?: EditedField;
  readonly cell: (row: ProspectRow, t: Messages) => ReactNode;
}

const FIXED: Readonly<Record<FixedColumn, Shape>> = {
  status: {
    width: '126px',
    sort: 'status',
    edits: 'status',
    cell: (row) => <StatusBadge status={row.status} />,
  },
  fit: { width: '66px', sort: 'fit', cell: (row) => <FitCell row={row} /> },
  owner: { width: '76px', sort: 'owner', edits: 'owner', cell: (row) => <OwnerCell row={row} /> },
  tags: { width: 'minmax(120px, 0.8fr)', edits: 'tags', cell: (row) => <TagsCell tags={row.tags} /> },
  topics: { width: 'minmax(120px, 1fr)', edits: 'topics', cell: (row) => <TagsCell tags={row.topics} /> },
  language: {
    width: '84px',
    edits: 'language',
    cell: (row, t) => (row.language === null ? '—' : languageName(row.language, t)),
  },
  country: {
    width: '118px',
    edits: 'country',
    cell: (row, t) => (row.country === null ? '—' : countryName(row.country, t)),
  },
  contacts: { width: '70px', cell: (row) => row.contactCount || '—' },
  last_touch: {
    width: 'minmax(116px, 0.65fr)',
    sort: 'last_touch',
    cell: (row) => <LastTouch row={row} />,
  },
  stage: {
    width: '84px',
    cell: (row, t) => {
      const word = t.text(`prospects.stage.${row.stage}`);
      return row.stage === 'unknown' ? <span title={word}>—</span> : word;
    },
  },
  publisher: { width: 'minmax(110px, 1fr)', cell: (row) => row.publisher?.name ?? '—' },
  updated: { width: '92px', sort: 'updated', cell: (row) => <RelativeTime at={row.updatedAt} /> },
};

function LastTouch({ row }: { readonly row: ProspectRow }) {
  if (row.lastTouchAt === null) return <>—</>;
  return (
    <>
      <RelativeTime at={row.lastTouchAt} />
      {row.lastTouchMemberName !== null && ` · ${row.lastTouchMemberName}`}
    </>
  );
}

/** The columns that were chosen, the site before all others. */
export function prospectColumns(options: Options): Column<ProspectRow>[] {
  const { t, keys, onOpen, onPrefetch } = options;
  return [
    {
      key: 'site',
      width: 'minmax(180px, 1fr)',
      isRowHead: true,
      ...headOf(t.text('prospects.column.site'), { sort: 'site' }, options),
      cell: (row) => <SiteCell row={row} onOpen={onOpen} onPrefetch={onPrefetch} />,
    },
    ...keys.flatMap((key) => {
      const column = columnOf(key, options);
      return column ? [column] : [];
    }),
  ];
}

function columnOf(key: ColumnKey, options: Options): Column<ProspectRow> | null {
  if (key.startsWith('m.')) return metricColumn(key, options);
  if (key.startsWith('c.')) return ownColumn(key, options);
  const { t, onEdit } = options;
  const { width, sort, edits, cell } = FIXED[key as FixedColumn];
  const name = t.text(`prospects.column.${key as FixedColumn}`);
  return {
    key,
    width,
    ...(sort === undefined ? { head: name } : headOf(name, { sort }, options)),
    cell: (row) =>
      edits === undefined ? (
        cell(row, t)
      ) : (
        <EditCell row={row} field={edits} name={name} onEdit={onEdit}>
          {cell(row, t)}
        </EditCell>
      ),
  };
}

function metricColumn(key: string, options: Options): Column<ProspectRow> {
  const [, source = '', metric = ''] = key.split('.');
  const named = { source, metric };
  const title = metricShort(named, options.t);
  return {
    key,
    width: '92px',
    ...headOf(title, { sort: 'metric', metric: `${source}.${metric}` }, options),
    cell: (row) => (
      <MetricFigure metric={row.metrics.find((one) => one.source === source && one.metric === metric)} />
    ),
  };
}

function ownColumn(key: string, options: Options): Column<ProspectRow> | null {
  const field = options.fields.find((one) => `c.${one.fieldKey}` === key);
  if (!field) return null;
  return {
    key,
    width: 'minmax(100px, 1fr)',
    ...headOf(field.name, { sort: `custom.${field.fieldKey}` }, options),
    cell: (row) => (
      <EditCell row={row} field={`c.${field.fieldKey}`} name={field.name} onEdit={options.onEdit}>
        <OwnValue field={field} row={row} />
      </EditCell>
    ),
  };
}

function headOf(word: string, by: Sorted, { sorted, onSort }: Options) {
  const direction = directionOf(sorted, by);
  return {
    head: <SortHead word={word} sorted={direction} onClick={() => onSort(nextSort(sorted, by))} />,
    sorted: direction,
  };
}
