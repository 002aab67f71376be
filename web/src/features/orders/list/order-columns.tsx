import { Link } from '@tanstack/react-router';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { SortHead } from '../../../ui/list-page.js';
import list from '../../../ui/record-list.module.css';
import type { Column } from '../../../ui/virtual-table.js';
import { OrderStateBadge } from '../order-state.js';
import type { OrderRow, OrderSort } from '../order-views.js';
import classes from '../orders.module.css';

interface Sorting {
  readonly sort: OrderSort;
  readonly onSort: (sort: OrderSort) => void;
  readonly onPrefetch: (id: string) => void;
}

/** The columns of the list of orders. */
export function orderColumns(t: Messages, { sort, onSort, onPrefetch }: Sorting): Column<OrderRow>[] {
  const head = (key: OrderSort, word: string, way: 'ascending' | 'descending') => ({
    head: <SortHead word={word} sorted={sort === key ? way : undefined} onClick={() => onSort(key)} />,
    sorted: sort === key ? way : undefined,
  });
  return [
    {
      key: 'number',
      width: '90px',
      isRowHead: true,
      ...head('number', t.text('orders.column.number'), 'descending'),
      cell: (row) => (
        <Link
          to="/orders/$id"
          params={{ id: row.id }}
          className={list['rowLink'] ?? ''}
          onMouseEnter={() => onPrefetch(row.id)}
          onFocus={() => onPrefetch(row.id)}
        >
          {numberInWords(row, t)}
        </Link>
      ),
    },
    {
      key: 'state',
      width: '130px',
      head: t.text('orders.column.state'),
      cell: (row) => <OrderStateBadge state={row.lostLineCount > 0 ? 'lost' : row.state} />,
    },
    {
      key: 'supplier',
      width: 'minmax(140px, 2fr)',
      head: t.text('orders.column.supplier'),
      cell: (row) => row.supplier?.name ?? '—',
    },
    {
      key: 'sites',
      width: 'minmax(140px, 2fr)',
      head: t.text('orders.column.sites'),
      cell: (row) => sitesInWords(row, t),
    },
    {
      key: 'client',
      width: 'minmax(130px, 1.4fr)',
      head: t.text('orders.column.client'),
      cell: (row) => row.clientName,
    },
    {
      key: 'amount',
      width: '120px',
      head: t.text('orders.column.amount'),
      cell: (row) => (
        <div className={classes['amount']}>{priceInWords(row.sums.buyingMinor, row.currency, t)}</div>
      ),
    },
    {
      key: 'next',
      width: 'minmax(170px, 1.6fr)',
      head: t.text('orders.column.next'),
      cell: (row) => t.text(`orders.next.${row.nextStep}`),
    },
    {
      key: 'ends',
      width: '120px',
      ...head('ends', t.text('orders.column.ends'), 'ascending'),
      cell: (row) => (row.endsOn ? dayInWords(row.endsOn, t) : '—'),
    },
  ];
}

/** "Order 12". */
export function numberInWords({ number }: Pick<OrderRow, 'number'>, t: Messages): string {
  return t.text('orders.number', { number: String(number) });
}

function sitesInWords(row: OrderRow, t: Messages): string {
  const [first] = row.hosts;
  if (first === undefined) return t.text('orders.lines', { count: row.lineCount });
  return row.lineCount > 1 ? t.text('orders.andMore', { host: first, count: row.lineCount - 1 }) : first;
}

/** An order on a small screen. */
export function OrderCard({ row }: { readonly row: OrderRow }) {
  const t = useMessages();
  return (
    <>
      <div className={list['cardTop']}>
        <Link to="/orders/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
          {numberInWords(row, t)}
        </Link>
        <OrderStateBadge state={row.lostLineCount > 0 ? 'lost' : row.state} />
      </div>
      <div className={list['cardNote']}>
        {[row.supplier?.name, sitesInWords(row, t), row.clientName].filter(Boolean).join(' · ')}
      </div>
      <div className={list['quiet']}>
        {priceInWords(row.sums.buyingMinor, row.currency, t)} · {t.text(`orders.next.${row.nextStep}`)}
      </div>
    </>
  );
}
