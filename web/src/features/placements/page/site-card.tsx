import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../../api/client.js';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Facts, Panel } from '../../../ui/page.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { AddressLink } from './address-link.js';
import classes from './placement.module.css';

/** The site the link stands on and whose placement it is. */
export function SiteCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const { siteId } = placement;
  const { data: site } = useQuery({
    queryKey: ['sites', 'one', siteId],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/sites/{id}', { params: { path: { id: siteId ?? '' } }, signal })),
    enabled: siteId !== null,
  });
  const others = site && (
    <Link to="/placements" search={{ site: site.id }}>
      {t.text('placements.site.placements', { count: site.placementCount, live: site.liveCount })}
    </Link>
  );
  const rows = [
    {
      name: t.text('placements.field.page'),
      value: <AddressLink url={placement.sourceUrl} host={placement.sourceHost} />,
    },
    { name: t.text('placements.column.target'), value: <AddressLink url={placement.targetUrl} /> },
    ...(others ? [{ name: t.text('placements.title'), value: others }] : []),
    ...(site?.characterChangedAt
      ? [{ name: t.text('placements.site.changed'), value: <RelativeTime at={site.characterChangedAt} /> }]
      : []),
    {
      name: t.text('placements.field.brand'),
      value: t.text('placements.brandOf', { brand: placement.brandName, client: placement.clientName }),
    },
    { name: t.text('placements.column.owner'), value: <Owner name={placement.ownerName} /> },
    ...(placement.notes ? [{ name: t.text('placements.field.notes'), value: placement.notes }] : []),
  ];
  return (
    <Panel title={site?.displayHost ?? placement.sourceHost}>
      <Facts rows={rows} />
    </Panel>
  );
}

function Owner({ name }: { readonly name: string | null }) {
  const t = useMessages();
  if (name === null) return <>{t.text('placements.noOwner')}</>;
  return (
    <span className={classes['owner']}>
      <PersonMark name={name} /> {name}
    </span>
  );
}
