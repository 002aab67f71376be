import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { PageHeader } from '../../../ui/page-header.js';

/** The title of the page, below the prospects it finds. */
export function SearchHeader({ note }: { readonly note?: ReactNode }) {
  const t = useMessages();
  return (
    <PageHeader
      title={t.text('prospects.found.page')}
      parent={<Link to="/prospects">{t.text('prospects.title')}</Link>}
      note={note}
    />
  );
}
