import type { Messages } from '../../../i18n/messages.js';
import { SortHead } from '../../../ui/list-page.js';
import list from '../../../ui/record-list.module.css';
import layout from '../../../ui/record-page.module.css';
import { languageName } from '../../../ui/regions.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { RowLink } from '../../../ui/row-link.js';
import type { Column } from '../../../ui/virtual-table.js';
import { AddressTag } from '../address-tag.js';
import type { ContactRow, ContactSort } from '../contact-views.js';
import { MayMailTag } from '../may-mail-tag.js';
import { PlacesWords } from './places-words.js';

interface Sorting {
  readonly sort: ContactSort;
  readonly onSort: (sort: ContactSort) => void;
  readonly onOpen: (row: ContactRow) => void;
  readonly onPrefetch: (id: string) => void;
}

/** The columns of the list of contacts. */
export function contactColumns(
  t: Messages,
  { sort, onSort, onOpen, onPrefetch }: Sorting,
): Column<ContactRow>[] {
  const sortable = (key: ContactSort, word: string, way: 'ascending' | 'descending') => {
    const sorted = sort === key ? way : undefined;
    return {
      sorted,
      head: <SortHead word={word} sorted={sorted} onClick={() => onSort(sort === key ? 'name' : key)} />,
    };
  };
  return [
    {
      key: 'name',
      width: 'minmax(140px, 1fr)',
      isRowHead: true,
      ...sortable('name', t.text('contacts.column.name'), 'ascending'),
      cell: (row) => (
        <RowLink
          href={`/contacts/${row.id}`}
          className={list['rowLink'] ?? ''}
          onOpen={() => onOpen(row)}
          onPrefetch={() => onPrefetch(row.id)}
        >
          {row.name || row.mainAddress || t.text('contacts.nameless')}
        </RowLink>
      ),
    },
    {
      key: 'position',
      head: t.text('contacts.field.position'),
      width: '112px',
      cell: (row) => row.position || '—',
    },
    {
      key: 'places',
      head: t.text('contacts.places'),
      width: '200px',
      cell: (row) => <PlacesWords row={row} />,
    },
    {
      key: 'address',
      head: t.text('contacts.column.address'),
      width: '228px',
      cell: (row) => (
        <>
          {row.mainAddress ?? '—'}{' '}
          {row.mainAddressStatus && row.mainAddressStatus !== 'unknown' && (
            <AddressTag status={row.mainAddressStatus} />
          )}
        </>
      ),
    },
    {
      key: 'mail',
      head: t.text('contacts.column.mail'),
      width: '104px',
      cell: (row) => <MayMailTag mayMail={row.mayMail} />,
    },
    {
      key: 'ground',
      head: t.text('contacts.ground.title'),
      width: '152px',
      cell: (row) =>
        row.ground ? (
          t.text(`contacts.ground.${row.ground}`)
        ) : (
          <span className={layout['past']}>{t.text('contacts.ground.missing')}</span>
        ),
    },
    {
      key: 'language',
      head: t.text('contacts.field.language'),
      width: '84px',
      cell: (row) => (row.language ? languageName(row.language, t) : '—'),
    },
    {
      key: 'updated',
      width: '92px',
      ...sortable('updated', t.text('contacts.column.updated'), 'descending'),
      cell: (row) => <RelativeTime at={row.updatedAt} />,
    },
  ];
}
