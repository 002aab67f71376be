import { Link } from '@tanstack/react-router';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import list from '../../../ui/record-list.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge } from '../../../ui/state-badge.js';
import classes from './placements.module.css';
import { SeenChips, TermsChips } from './row-cells.js';
import { pathOf } from './row-words.js';

/** A row on a small screen: a card that opens the placement's page. */
export function PlacementCard({ row }: { readonly row: PlacementRow }) {
  const t = useMessages();
  const source = row.sourceUrl === null ? t.text('placements.page.unknown') : pathOf(row.sourceUrl);
  return (
    <>
      <div className={list['cardTop']}>
        <StateBadge state={row.state} overdue={row.overdue} />
        <span className={list['quiet']}>{row.checkedAt !== null && <RelativeTime at={row.checkedAt} />}</span>
      </div>
      <Link to="/placements/$id" params={{ id: row.id }} className={classes['cardLink'] ?? ''}>
        <b className={classes['host']}>{row.sourceHost}</b>
        <div className={list['cardNote']}>{`${source} → ${row.targetPath}`}</div>
      </Link>
      <span className={classes['chips']}>
        <TermsChips row={row} />
        <SeenChips row={row} bare={false} />
      </span>
    </>
  );
}
