import type { Messages } from '../../../i18n/messages.js';
import { dayInWords } from '../../../i18n/times.js';
import { SortHead } from '../../../ui/list-page.js';
import list from '../../../ui/record-list.module.css';
import { RowLink } from '../../../ui/row-link.js';
import type { Column } from '../../../ui/virtual-table.js';
import { ArrowsMark } from '../arrows.js';
import type { RelationshipRow, RelationshipSort } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { LitmusWord, ToThemCell, ToUsCell } from './link-cells.js';

interface Sorting {
  readonly sort: RelationshipSort;
  readonly onSort: (sort: RelationshipSort) => void;
  readonly onOpen: (row: RelationshipRow) => void;
  readonly onPrefetch: (id: string) => void;
}

/** The columns of the list of relationships: the site with its arrows first. */
export function relationshipColumns(
  t: Messages,
  { sort, onSort, onOpen, onPrefetch }: Sorting,
): Column<RelationshipRow>[] {
  const sortable = (key: RelationshipSort, word: string, way: 'ascending' | 'descending') => {
    const sorted = sort === key ? way : undefined;
    return {
      sorted,
      head: <SortHead word={word} sorted={sorted} onClick={() => onSort(sort === key ? 'newest' : key)} />,
    };
  };
  const day = (on: string | null) => (on ? dayInWords(on, t) : '—');
  return [
    {
      key: 'site',
      width: 'minmax(190px, 3fr)',
      isRowHead: true,
      ...sortable('site', t.text('relationships.column.site'), 'ascending'),
      cell: (row) => (
        <span className={classes['siteCell']}>
          <ArrowsMark arrows={row.arrows} />
          <RowLink
            href={`/relationships/${row.id}`}
            className={list['rowLink'] ?? ''}
            onOpen={() => onOpen(row)}
            onPrefetch={() => onPrefetch(row.id)}
          >
            {row.displayHost}
          </RowLink>
        </span>
      ),
    },
    {
      key: 'brand',
      head: t.text('relationships.column.brand'),
      width: 'minmax(110px, 1.4fr)',
      cell: (row) => row.brandName,
    },
    {
      key: 'to_them',
      width: '132px',
      ...sortable('to_them', t.text('relationships.weToThem'), 'descending'),
      cell: (row) => <ToThemCell row={row} />,
    },
    {
      key: 'to_us',
      width: '168px',
      ...sortable('to_us', t.text('relationships.theyToUs'), 'descending'),
      cell: (row) => <ToUsCell row={row} />,
    },
    {
      key: 'oldest',
      head: t.text('relationships.column.oldest'),
      width: '104px',
      cell: (row) => day(row.oldestOn),
    },
    {
      key: 'newest',
      width: '104px',
      ...sortable('newest', t.text('relationships.column.newest'), 'descending'),
      cell: (row) => day(row.newestOn),
    },
    {
      key: 'stage',
      head: t.text('relationships.column.stage'),
      width: '98px',
      cell: (row) => (row.stage === 'unknown' ? '—' : t.text(`relationships.stage.${row.stage}`)),
    },
    {
      key: 'why',
      head: t.text('relationships.column.why'),
      width: 'minmax(110px, 1.4fr)',
      cell: (row) => (row.reason ? t.text(`relationships.reason.${row.reason}`) : '—'),
    },
    {
      key: 'litmus',
      head: t.text('relationships.litmus.title'),
      width: '110px',
      cell: (row) => <LitmusWord row={row} />,
    },
  ];
}
