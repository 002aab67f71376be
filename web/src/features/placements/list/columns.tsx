import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { CLOSED_STATES, type PlacementSort } from '../../../api/placement-words.js';
import type { Messages } from '../../../i18n/messages.js';
import { SortHead } from '../../../ui/list-page.js';
import { PersonMark } from '../../../ui/person-mark.js';
import list from '../../../ui/record-list.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { VerdictStrip } from '../../../ui/verdict-strip.js';
import type { Column } from '../../../ui/virtual-table.js';
import classes from './placements.module.css';
import { SeenChips, SourceWords, TermsChips, TypeWords } from './row-cells.js';

interface Sorting {
  readonly sort: PlacementSort;
  readonly onSort: (sort: PlacementSort) => void;
  /** What stays the same while a row is opened beside the list. */
  readonly onPrefetch: (id: string) => void;
}

/** The columns of the list, in the order a specialist reads them: state first, owner last. */
export function placementColumns(t: Messages, { sort, onSort, onPrefetch }: Sorting): Column<PlacementRow>[] {
  const sortable = (key: PlacementSort, word: string, way: 'ascending' | 'descending') => {
    const sorted = sort === key ? way : undefined;
    return {
      head: <SortHead word={word} sorted={sorted} onClick={() => onSort(sorted ? 'newest' : key)} />,
      sorted,
    };
  };
  const plain = (key: string, head: string, width: string, cell: (row: PlacementRow) => ReactNode) => ({
    key,
    head,
    width,
    cell,
  });
  return [
    {
      key: 'state',
      width: '126px',
      ...sortable('state_since', t.text('placements.column.state'), 'descending'),
      cell: (row) => <StateBadge state={row.state} overdue={row.overdue} />,
    },
    {
      key: 'source',
      width: 'minmax(172px, 3fr)',
      isRowHead: true,
      ...sortable('source', t.text('placements.column.source'), 'ascending'),
      cell: (row) => <RowLink row={row} onPrefetch={onPrefetch} />,
    },
    plain('target', t.text('placements.column.target'), 'minmax(110px, 2fr)', (row) => (
      <span title={row.targetUrl}>{row.targetPath}</span>
    )),
    plain('type', t.text('placements.column.type'), '132px', (row) => <TypeWords row={row} />),
    plain('terms', t.text('placements.column.terms'), '148px', (row) => <TermsChips row={row} />),
    plain('seen', t.text('placements.column.seen'), '108px', (row) => <SeenChips row={row} />),
    plain('checks', t.text('placements.column.checks'), '104px', (row) =>
      row.lastVerdicts.length === 0 ? '—' : <VerdictStrip verdicts={row.lastVerdicts} />,
    ),
    {
      key: 'checked',
      width: '98px',
      ...sortable('checked', t.text('placements.column.checked'), 'descending'),
      cell: (row) => <RelativeTime at={row.checkedAt} />,
    },
    plain('next', t.text('placements.column.next'), '86px', (row) => (
      <span className={list['quiet']}>
        {CLOSED_STATES.includes(row.state) ? '—' : <RelativeTime at={row.nextCheckAt} />}
      </span>
    )),
    {
      key: 'owner',
      head: <span className="only-read">{t.text('placements.column.owner')}</span>,
      width: '44px',
      cell: (row) => <PersonMark name={row.ownerName} />,
    },
  ];
}

/** Opens the row beside the list; with Ctrl or the middle button its own page, as every link does. */
function RowLink({
  row,
  onPrefetch,
}: {
  readonly row: PlacementRow;
  readonly onPrefetch: (id: string) => void;
}) {
  return (
    <Link
      from="/placements"
      to="/placements"
      search={(before) => ({ ...before, peek: row.id })}
      replace
      resetScroll={false}
      className={classes['rowLink'] ?? ''}
      title={row.sourceUrl ?? row.sourceHost}
      onMouseEnter={() => onPrefetch(row.id)}
      onFocus={() => onPrefetch(row.id)}
    >
      <SourceWords row={row} />
    </Link>
  );
}
