import type { ReactNode } from 'react';
import type { Messages } from '../../../i18n/messages.js';
import { countInWords, dayInWords } from '../../../i18n/times.js';
import { SortHead } from '../../../ui/list-page.js';
import list from '../../../ui/record-list.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { RowLink } from '../../../ui/row-link.js';
import type { Column } from '../../../ui/virtual-table.js';
import type { PublisherRow, PublisherSort } from '../publisher-views.js';

interface Sorting {
  readonly sort: PublisherSort;
  readonly onSort: (sort: PublisherSort) => void;
  readonly onOpen: (row: PublisherRow) => void;
  readonly onPrefetch: (id: string) => void;
}

/** The columns of the list of publishers. */
export function publisherColumns(
  t: Messages,
  { sort, onSort, onOpen, onPrefetch }: Sorting,
): Column<PublisherRow>[] {
  const sortedBy = (key: PublisherSort, way: 'ascending' | 'descending') => (sort === key ? way : undefined);
  const plain = (key: string, head: string, width: string, cell: (row: PublisherRow) => ReactNode) => ({
    key,
    head,
    width,
    cell,
  });
  const figure = (count: number) => countInWords(count, true, t);
  return [
    {
      key: 'name',
      width: 'minmax(180px, 3fr)',
      isRowHead: true,
      head: (
        <SortHead
          word={t.text('publishers.column.name')}
          sorted={sortedBy('name', 'ascending')}
          onClick={() => onSort('name')}
        />
      ),
      sorted: sortedBy('name', 'ascending'),
      cell: (row) => (
        <RowLink
          href={`/publishers/${row.id}`}
          className={list['rowLink'] ?? ''}
          onOpen={() => onOpen(row)}
          onPrefetch={() => onPrefetch(row.id)}
        >
          {row.name}
        </RowLink>
      ),
    },
    plain('kind', t.text('publishers.column.kind'), '150px', (row) =>
      row.kind === 'unknown' ? '—' : t.text(`publishers.kinds.${row.kind}`),
    ),
    plain('sites', t.text('publishers.column.sites'), '90px', (row) => figure(row.siteCount)),
    plain('contacts', t.text('publishers.column.contacts'), '100px', (row) => figure(row.contactCount)),
    plain('live', t.text('publishers.column.live'), '120px', (row) => figure(row.livePlacementCount)),
    plain('asked', t.text('publishers.column.asked'), '140px', (row) =>
      row.newestConditionOn ? dayInWords(row.newestConditionOn, t) : '—',
    ),
    plain('country', t.text('publishers.column.country'), '90px', (row) => row.country ?? '—'),
    {
      key: 'newest',
      width: '120px',
      head: (
        <SortHead
          word={t.text('publishers.column.added')}
          sorted={sortedBy('newest', 'descending')}
          onClick={() => onSort(sort === 'newest' ? 'name' : 'newest')}
        />
      ),
      sorted: sortedBy('newest', 'descending'),
      cell: (row) => <RelativeTime at={row.createdAt} />,
    },
  ];
}
