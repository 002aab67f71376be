import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import list from '../../../ui/record-list.module.css';
import layout from '../../../ui/record-page.module.css';
import { ArrowsMark } from '../arrows.js';
import type { RelationshipRow } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { LitmusWord, ToThemCell, ToUsCell } from './link-cells.js';

/** A relationship on a small screen. */
export function RelationshipCard({ row }: { readonly row: RelationshipRow }) {
  const t = useMessages();
  const isMutual = row.arrows.toUs === 'linked' && row.arrows.toThem === 'linked';
  return (
    <>
      <span className={classes['siteCell']}>
        <ArrowsMark arrows={row.arrows} />
        <Link to="/relationships/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
          {row.displayHost}
        </Link>
      </span>
      <div className={list['cardNote']}>
        {row.brandName}
        {row.reason && ` · ${t.text(`relationships.reason.${row.reason}`)}`}
      </div>
      <div>
        {t.text('relationships.weToThem')}: <ToThemCell row={row} />
      </div>
      <div>
        {t.text('relationships.theyToUs')}: <ToUsCell row={row} />
      </div>
      <div className={list['cardChips']}>
        {row.stage !== 'unknown' && (
          <span className={layout['tag']}>{t.text(`relationships.stage.${row.stage}`)}</span>
        )}
        {isMutual && <LitmusWord row={row} />}
      </div>
    </>
  );
}
