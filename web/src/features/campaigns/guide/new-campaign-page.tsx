import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { CampaignKind } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { campaignKinds } from '../campaigns-api.js';
import { NewCampaignForm } from './new-campaign-form.js';

const route = getRouteApi('/frame/campaigns/new');

/** Leads to a new campaign: first what it is for, then what its kind needs. */
export function NewCampaignPage() {
  const t = useMessages();
  const { kind: key } = route.useSearch();
  const kinds = useQuery(campaignKinds);
  const kind = kinds.data?.find((one) => one.key === key);
  // The form begins with the brand there is, so it waits for the brands.
  const clients = query.useQuery('get', '/api/v1/clients');
  return (
    <Page>
      <PageHeader
        parent={<Link to="/campaigns">{t.text('campaigns.title')}</Link>}
        title={kind ? t.text('campaigns.guide.titleOf', { kind: kind.name }) : t.text('campaigns.new')}
      />
      <ProblemAlert error={kinds.error} onRetry={() => void kinds.refetch()} />
      {(kinds.isPending || clients.isPending) && <Skeleton h={320} />}
      {kinds.data && !kind && <Kinds kinds={kinds.data} />}
      {kind && clients.data && <NewCampaignForm key={kind.key} kind={kind} />}
    </Page>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly CampaignKind[] }) {
  const t = useMessages();
  return (
    <>
      <h2 style={{ margin: 0, fontSize: '0.9375rem', fontWeight: 600 }}>{t.text('campaigns.guide.which')}</h2>
      <ul className={classes['kinds']}>
        {kinds.map((kind) => (
          <li key={kind.key}>
            <Link to="/campaigns/new" search={{ kind: kind.key }} className={classes['kindCard'] ?? ''}>
              <b>{kind.name}</b>
              <span>{kind.description}</span>
              <small>
                {t.text('campaigns.guide.ends', { type: t.text(`words.type.${kind.placement.type}`) })}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
