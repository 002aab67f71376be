import { Link } from '@tanstack/react-router';
import type { ProspectRow } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { languageName } from '../../../i18n/places.js';
import list from '../../../ui/record-list.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from '../prospects.module.css';
import { StatusBadge } from '../status-badge.js';
import { FitCell, OwnerCell, SiteMarks, TagsCell } from './cells.js';

/** A row on a small screen: a card that opens the prospect's page. */
export function ProspectCard({ row }: { readonly row: ProspectRow }) {
  const t = useMessages();
  const facts = [
    row.fitYes + row.fitNo > 0 && <FitCell key="fit" row={row} />,
    row.language !== null && languageName(row.language, t),
    row.contactCount > 0 && t.text('prospects.contacts.count', { count: row.contactCount }),
    row.stage !== 'unknown' && t.text(`prospects.stage.${row.stage}`),
  ].filter((fact) => fact !== false);
  return (
    <>
      <div className={list['cardTop']}>
        <StatusBadge status={row.status} />
        <span className={list['quiet']}>
          {row.lastTouchAt !== null && <RelativeTime at={row.lastTouchAt} />}
        </span>
      </div>
      <span className={classes['site']}>
        <Link to="/prospects/$id" params={{ id: row.id }} className={classes['cardLink'] ?? ''}>
          <b className={classes['host']}>{row.displayHost}</b>
        </Link>
        <SiteMarks row={row} />
      </span>
      <div className={classes['cardFacts']}>
        {facts.length === 0
          ? t.text('prospects.factsNone')
          : facts.map((fact, place) => (
              // Facts have no other identity than their place.
              <span key={String(place)}>
                {place > 0 && ' · '}
                {fact}
              </span>
            ))}
      </div>
      {(row.tags.length > 0 || row.ownerName !== null) && (
        <div className={classes['cardBottom']}>
          {row.tags.length > 0 ? <TagsCell tags={row.tags} /> : <span />}
          {row.ownerName !== null && <OwnerCell row={row} />}
        </div>
      )}
    </>
  );
}
