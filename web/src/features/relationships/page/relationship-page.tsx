import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import type { RelationshipDetail } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { relationshipDetail } from '../relationships-api.js';
import { AboutCard } from './about-card.js';
import { LinksColumn } from './links-column.js';
import { LitmusCard } from './litmus-card.js';
import { SentenceCard } from './sentence-card.js';

const route = getRouteApi('/frame/relationships/$id');

/** One brand and one site: who links to whom and why, around everything that happened. */
export function RelationshipPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(relationshipDetail(id));
  useKeys([
    {
      keys: 'Escape',
      label: t.text('app.keys.backToList'),
      run: () => void navigate({ to: '/relationships' }),
    },
  ]);
  return (
    <Page>
      <PageHeader
        title={data?.displayHost ?? t.text('relationships.one')}
        parent={<Link to="/relationships">{t.text('relationships.title')}</Link>}
        note={
          data && data.stage !== 'unknown' ? (
            <span className={layout['tag']}>{t.text(`relationships.stage.${data.stage}`)}</span>
          ) : null
        }
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Body key={data.id} relationship={data} /> : !error && <Waiting />}
    </Page>
  );
}

function Body({ relationship }: { readonly relationship: RelationshipDetail }) {
  return (
    <>
      <SentenceCard relationship={relationship} />
      <div className={classes['grid']}>
        <LinksColumn relationship={relationship} direction="to_them" />
        <div className={`${classes['column']} ${classes['happened']}`}>
          <RecordTimeline kind="relationship" id={relationship.id} />
        </div>
        <LinksColumn relationship={relationship} direction="to_us" />
        <div className={`${classes['column']} ${classes['about']}`}>
          <LitmusCard relationship={relationship} />
          <AboutCard relationship={relationship} />
        </div>
      </div>
    </>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={68} radius="lg" />
      <div className={classes['grid']} aria-hidden>
        <Skeleton height={160} radius="lg" />
        <Skeleton height={280} radius="lg" />
        <Skeleton height={160} radius="lg" />
        <Skeleton height={160} radius="lg" />
      </div>
    </>
  );
}
