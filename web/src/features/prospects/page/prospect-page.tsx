import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import classes from '../prospects.module.css';
import { prospectDetail } from '../prospects-api.js';
import { ConditionsCard } from './conditions-card.js';
import { ContactsCard } from './contacts-card.js';
import { FactsCard } from './facts-card.js';
import { FitCard } from './fit-card.js';
import { HeadCard } from './head-card.js';
import { MetricsCard } from './metrics-card.js';
import { ProposalsCard } from './proposals-card.js';
import { TouchesCard } from './touches-card.js';

/** One prospect: what is known of the site left, what happened in the middle, the people right. */
export function ProspectPage() {
  const t = useMessages();
  const { id } = useParams({ from: '/frame/prospects/$id' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(prospectDetail(id));
  useKeys([
    { keys: 'Escape', label: t.text('app.keys.backToList'), run: () => void navigate({ to: '/prospects' }) },
  ]);
  return (
    <Page>
      <PageHeader
        title={data?.displayHost ?? t.text('prospects.one')}
        parent={<Link to="/prospects">{t.text('prospects.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Cards key={data.id} prospect={data} /> : !error && <Waiting />}
    </Page>
  );
}

function Cards({ prospect }: { readonly prospect: ProspectDetail }) {
  return (
    <>
      <HeadCard prospect={prospect} />
      <ConflictBanner siteId={prospect.siteId} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <FactsCard prospect={prospect} />
          <FitCard prospect={prospect} />
          <MetricsCard prospect={prospect} />
        </div>
        <div className={classes['column']}>
          <TouchesCard prospect={prospect} />
          <RecordTimeline
            kind="prospect"
            id={prospect.id}
            notesOn={{ kind: 'site', id: prospect.siteId }}
            showClients
          />
        </div>
        <div className={classes['column']}>
          <ContactsCard prospect={prospect} />
          <ProposalsCard prospect={prospect} />
          <ConditionsCard prospect={prospect} />
        </div>
      </div>
    </>
  );
}

function Waiting() {
  return (
    <>
      <Skeleton height={74} radius="lg" />
      <div className={classes['columns']} aria-hidden>
        {['facts', 'timeline', 'people'].map((part) => (
          <div key={part} className={classes['column']}>
            <Skeleton height={220} radius="lg" />
            <Skeleton height={180} radius="lg" />
          </div>
        ))}
      </div>
    </>
  );
}
