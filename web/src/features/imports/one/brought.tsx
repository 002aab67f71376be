import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Facts } from '../../../ui/page.js';

type Counted = Exclude<keyof ImportView['summary'], 'links' | 'linkingSites'>;
const KINDS: readonly Counted[] = [
  'placements',
  'prospects',
  'contacts',
  'publishers',
  'conditions',
  'sites',
  'targetPages',
  'metrics',
  'touches',
];

/** The records the rows brought, or would: each leads to its list. Of links, and of sites that link, how many are new, seen again, lost. */
export function Brought({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const { summary } = made;
  const rows = KINDS.filter((kind) => summary[kind] > 0).map((kind) => ({
    name: t.text(`imports.brought.${kind}`),
    value: <ToThem made={made} kind={kind} count={summary[kind]} />,
  }));
  for (const kind of ['linkingSites', 'links'] as const) {
    const { new: fresh, again, lost } = summary[kind];
    if (fresh + again + lost === 0) continue;
    const words = t.text('imports.brought.linksOf', { new: fresh, again, lost });
    rows.unshift({
      name: t.text(`imports.brought.${kind}`),
      value: <ToLinks made={made}>{words}</ToLinks>,
    });
  }
  if (rows.length === 0) return null;
  return <Facts rows={rows} />;
}

interface Props {
  readonly made: ImportView;
  readonly kind: Counted;
  readonly count: number;
}

function ToThem({ made, kind, count }: Props) {
  const t = useMessages();
  const words = t.text('imports.brought.new', { count });
  if (made.state !== 'done') return <>{words}</>;
  const search = { fromImport: made.id };
  if (kind === 'placements')
    return (
      <Link to="/placements" search={search}>
        {words}
      </Link>
    );
  if (kind === 'prospects')
    return (
      <Link to="/prospects" search={search}>
        {words}
      </Link>
    );
  if (kind === 'contacts')
    return (
      <Link to="/contacts" search={search}>
        {words}
      </Link>
    );
  if (kind === 'publishers') return <Link to="/publishers">{words}</Link>;
  return <>{words}</>;
}

function ToLinks({ made, children }: { readonly made: ImportView; readonly children: ReactNode }) {
  if (made.state !== 'done') return <>{children}</>;
  const { brandId } = made.options;
  return (
    <Link to="/relationships" search={brandId ? { brand: brandId } : {}}>
      {children}
    </Link>
  );
}
