import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countryName, languageName } from '../../../i18n/places.js';
import { dayInWords } from '../../../i18n/times.js';
import { Facts, Panel } from '../../../ui/page.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { OwnValue } from '../list/cells.js';
import classes from '../prospects.module.css';
import { ownFieldList } from '../prospects-api.js';
import { siteDetail, sitePublishers } from '../site-api.js';

/** What is known of the site and what the team says of it. */
export function FactsCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const fields = useQuery(ownFieldList).data ?? [];
  const { data: site } = useQuery(siteDetail(prospect.siteId));
  const rows = [
    { name: t.text('prospects.column.site'), value: <Address host={prospect.displayHost} /> },
    { name: t.text('prospects.column.publisher'), value: <Publishers siteId={prospect.siteId} /> },
    { name: t.text('prospects.column.owner'), value: <Owner name={prospect.ownerName} /> },
    { name: t.text('prospects.column.tags'), value: <Tags tags={prospect.tags} /> },
    { name: t.text('prospects.column.topics'), value: <Tags tags={prospect.topics} /> },
    {
      name: t.text('prospects.column.language'),
      value: prospect.language === null ? '—' : languageName(prospect.language, t),
    },
    {
      name: t.text('prospects.column.country'),
      value: prospect.country === null ? '—' : countryName(prospect.country, t),
    },
    ...fields.map((field) => ({ name: field.name, value: <OwnValue field={field} row={prospect} /> })),
    ...(site && site.placementCount > 0
      ? [
          {
            name: t.text('app.nav.placements'),
            value: (
              <Link to="/placements" search={{ site: site.id }}>
                {t.text('prospects.placements', { count: site.placementCount, live: site.liveCount })}
              </Link>
            ),
          },
        ]
      : []),
    ...(site?.parent
      ? [
          {
            name: t.text('prospects.parent'),
            value: (
              <Link to="/sites/$siteId" params={{ siteId: site.parent.id }}>
                {site.parent.displayHost}
              </Link>
            ),
          },
        ]
      : []),
    ...(prospect.exclusions.length > 0
      ? [{ name: t.text('prospects.excluded'), value: <Exclusions prospect={prospect} /> }]
      : []),
    { name: t.text('prospects.added'), value: <Added prospect={prospect} /> },
  ];
  return (
    <Panel title={t.text('prospects.facts')}>
      <Facts rows={rows} />
      {prospect.notes !== '' && (
        <>
          <p className={classes['group']}>{t.text('prospects.notes')}</p>
          <p className={classes['pre']}>{prospect.notes}</p>
        </>
      )}
    </Panel>
  );
}

function Address({ host }: { readonly host: string }) {
  return (
    <a href={`https://${host}`} target="_blank" rel="noreferrer">
      {host}
    </a>
  );
}

function Publishers({ siteId }: { readonly siteId: string }) {
  const t = useMessages();
  const publishers = useQuery(sitePublishers(siteId)).data ?? [];
  if (publishers.length === 0) return <>—</>;
  return publishers.map(({ linkId, publisherId, name, isFormer, untilOn }) => (
    <div key={linkId}>
      <Link to="/publishers/$id" params={{ id: publisherId }} className={classes['stackLink'] ?? ''}>
        {name}
      </Link>
      {isFormer && (
        <span className={classes['quiet']}>
          {' '}
          {untilOn === null
            ? t.text('prospects.former')
            : t.text('prospects.formerUntil', { day: dayInWords(untilOn, t) })}
        </span>
      )}
    </div>
  ));
}

function Owner({ name }: { readonly name: string | null }) {
  const t = useMessages();
  if (name === null) return <>{t.text('prospects.nobody')}</>;
  return (
    <span className={classes['person']}>
      <PersonMark name={name} /> {name}
    </span>
  );
}

function Tags({ tags }: { readonly tags: ProspectDetail['tags'] }) {
  if (tags.length === 0) return <>—</>;
  return (
    <span className={classes['wrapTags']}>
      {tags.map(({ id, name }) => (
        <span key={id} className={classes['tag']}>
          {name}
        </span>
      ))}
    </span>
  );
}

function Exclusions({ prospect: { exclusions } }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  return exclusions.map(({ clientId, clientName, reason }) => (
    <div key={clientId}>
      <Link to="/clients/$clientId/exclusions" params={{ clientId }} className={classes['stackLink'] ?? ''}>
        {clientName}
      </Link>{' '}
      <span className={classes['quiet']}>{t.text(`prospects.exclusion.${reason}`)}</span>
    </div>
  ));
}

function Added({ prospect: { createdAt, createdByName, importId } }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  return (
    <>
      <RelativeTime at={createdAt} />
      {createdByName !== null && ` · ${createdByName}`}
      {importId !== null && (
        <>
          {' · '}
          <Link to="/imports/$id" params={{ id: importId }}>
            {t.text('prospects.fromImport')}
          </Link>
        </>
      )}
    </>
  );
}
