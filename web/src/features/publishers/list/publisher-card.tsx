import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import list from '../../../ui/record-list.module.css';
import type { PublisherRow } from '../publisher-views.js';

/** A publisher on a small screen. */
export function PublisherCard({ row }: { readonly row: PublisherRow }) {
  const t = useMessages();
  const kind = row.kind === 'unknown' ? null : t.text(`publishers.kinds.${row.kind}`);
  return (
    <>
      <Link to="/publishers/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
        {row.name}
      </Link>
      <div className={list['cardNote']}>{[kind, row.country].filter(Boolean).join(' · ') || '—'}</div>
      <div className={list['quiet']}>
        {t.text('publishers.inFigures', {
          sites: row.siteCount,
          contacts: row.contactCount,
          live: row.livePlacementCount,
        })}
      </div>
    </>
  );
}
