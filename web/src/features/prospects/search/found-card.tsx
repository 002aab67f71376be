import { useMessages } from '../../../i18n/messages-provider.js';
import type { FoundRow } from './found-rows.js';
import { KnownMarks } from './known-marks.js';
import classes from './search.module.css';
import type { Addition } from './web-search-api.js';

interface Props {
  readonly row: FoundRow;
  readonly clientId: string | undefined;
  readonly addition: Addition | undefined;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

/** A site that was found, on a small screen: a card that can be chosen, and opens all that is known of it. */
export function FoundCard({ row, clientId, addition, isSelected, onToggle, onOpen }: Props) {
  const t = useMessages();
  const { first, pages, displayHost } = row;
  return (
    <>
      <div className={classes['cardTop']}>
        <button type="button" className={classes['host']} onClick={onOpen}>
          {displayHost}
        </button>
        {pages.length > 1 && (
          <span className={classes['quiet']}>{t.text('prospects.found.pages', { count: pages.length })}</span>
        )}
        <label className={classes['choose']}>
          <input
            type="checkbox"
            checked={isSelected}
            onChange={onToggle}
            aria-label={t.text('app.table.select', { name: displayHost })}
          />
        </label>
      </div>
      <div className={classes['cardTitle']}>{first.title}</div>
      {first.description !== '' && <div className={classes['cardText']}>{first.description}</div>}
      <KnownMarks row={row} clientId={clientId} addition={addition} />
    </>
  );
}
