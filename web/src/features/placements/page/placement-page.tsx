import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { placementDetail } from '../placements-api.js';
import { AwaitedSearchCard } from './awaited-search-card.js';
import { EvidenceCard } from './evidence-card.js';
import { FindingsCard } from './findings-card.js';
import { HistoryCard } from './history-card.js';
import { NextCard } from './next-card.js';
import classes from './placement.module.css';
import { ReclaimCard } from './reclaim-card.js';
import { SentenceCard } from './sentence-card.js';
import { SightingsCard } from './sightings-card.js';
import { SiteCard } from './site-card.js';
import { TermsCard } from './terms-card.js';
import { useLivePlacement } from './use-live-placement.js';

/** One placement: its state in a sentence, the three answers, what was seen, what was agreed, what comes next. */
export function PlacementPage() {
  const t = useMessages();
  const { id } = useParams({ from: '/frame/placements/$id' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(placementDetail(id));
  useLivePlacement(id);
  useKeys([
    {
      keys: 'Escape',
      label: t.text('placements.keys.back'),
      run: () => void navigate({ to: '/placements' }),
    },
  ]);
  const title = data
    ? t.text('placements.fromTo', { source: data.sourceHost, target: data.targetPath })
    : t.text('placements.one');
  return (
    <Page>
      <PageHeader title={title} parent={<Link to="/placements">{t.text('placements.title')}</Link>} />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Cards key={data.id} placement={data} /> : !error && <Waiting />}
    </Page>
  );
}

function Cards({ placement }: { readonly placement: PlacementDetail }) {
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        <SentenceCard placement={placement} />
        <FindingsCard placement={placement} />
        <EvidenceCard placement={placement} />
        <HistoryCard placement={placement} />
      </div>
      <div className={classes['aside']}>
        <TermsCard placement={placement} />
        <SiteCard placement={placement} />
        <ReclaimCard placement={placement} />
        <AwaitedSearchCard placement={placement} />
        <NextCard placement={placement} />
        <SightingsCard placement={placement} />
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes['columns']} aria-hidden>
      <div className={classes['main']}>
        <Skeleton height={96} radius="lg" />
        <Skeleton height={240} radius="lg" />
        <Skeleton height={160} radius="lg" />
      </div>
      <div className={classes['aside']}>
        <Skeleton height={280} radius="lg" />
        <Skeleton height={160} radius="lg" />
      </div>
    </div>
  );
}
