import type { Messages } from '../../../i18n/messages.js';
import { addressInWords } from '../../../ui/address-text.js';
import type { Column } from '../../../ui/virtual-table.js';
import { WebAddress } from '../../../ui/web-address.js';
import type { FoundRow } from './found-rows.js';
import { KnownMarks } from './known-marks.js';
import classes from './search.module.css';
import type { Addition } from './web-search-api.js';

interface Wanted {
  readonly t: Messages;
  readonly clientId: string | undefined;
  readonly additionOf: (siteKey: string) => Addition | undefined;
  readonly onOpen: (row: FoundRow) => void;
}

/** The columns of what was found: the site, its first page, and what the team knows of it. */
export function foundColumns({ t, clientId, additionOf, onOpen }: Wanted): readonly Column<FoundRow>[] {
  return [
    {
      key: 'site',
      head: t.text('prospects.column.site'),
      width: '195px',
      isRowHead: true,
      cell: (row) => (
        <button type="button" className={classes['host']} onClick={() => onOpen(row)}>
          {row.displayHost}
        </button>
      ),
    },
    {
      key: 'known',
      head: t.text('prospects.found.known'),
      width: 'minmax(300px, 5fr)',
      cell: (row) => (
        <span className={classes['known']}>
          <KnownMarks row={row} clientId={clientId} addition={additionOf(row.id)} />
        </span>
      ),
    },
    {
      key: 'title',
      head: t.text('prospects.found.title'),
      width: 'minmax(160px, 2fr)',
      cell: ({ first }) => (
        <span className={classes['pageTitle']} title={first.title}>
          {first.title}
        </span>
      ),
    },
    {
      key: 'text',
      head: t.text('prospects.found.text'),
      width: 'minmax(150px, 2fr)',
      cell: ({ first }) => (
        <span className={classes['snippet']} title={first.description}>
          {first.description}
        </span>
      ),
    },
    {
      key: 'address',
      head: t.text('prospects.found.address'),
      width: 'minmax(100px, 1.2fr)',
      cell: ({ first, pages }) => (
        <span className={classes['where']}>
          <WebAddress url={first.url} text={placeOn(first)} className={classes['address']} />
          {pages.length > 1 && (
            <span className={classes['quiet']}>
              <span aria-hidden>+{pages.length - 1}</span>
              <span className="only-read">
                {t.text('prospects.found.morePages', { count: pages.length - 1 })}
              </span>
            </span>
          )}
        </span>
      ),
    },
  ];
}

/** Where on its site a page stands: the path, with the host where that is not the site's own. */
function placeOn({ url, displayHost }: FoundRow['first']): string {
  const text = addressInWords(url);
  const host = text.split('/', 1)[0] ?? '';
  return host.replace(/^www\./, '') === displayHost ? text.slice(host.length) || '/' : text;
}
