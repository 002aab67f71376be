import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { query } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import type { CrawlPlan } from '../relationship-views.js';
import { crawlPlan, relationshipKeys } from '../relationships-api.js';
import { CrawlPages } from './crawl-pages.js';
import { CrawlRow } from './crawl-row.js';
import { PlanForm } from './plan-form.js';
import { ReadOwnSite } from './read-own-site.js';

const route = getRouteApi('/frame/brands/$brandId/own-site');

/** How a brand's own site is read for links to others: when, how far, what the last readings found and missed. */
export function OwnSitePage() {
  const t = useMessages();
  const { brandId } = route.useParams();
  const clients = query.useQuery('get', '/api/v1/clients').data?.items ?? [];
  const client = clients.find(({ brands }) => brands.some(({ id }) => id === brandId));
  const brand = client?.brands.find(({ id }) => id === brandId);
  const { data, error, refetch } = useQuery(crawlPlan(brandId));
  useRefreshAtEnd(data);
  return (
    <Page narrow>
      <PageHeader
        title={t.text('relationships.crawl.title', { site: brand?.siteKey ?? '' })}
        parent={
          client && (
            <Link to="/clients/$clientId" params={{ clientId: client.id }}>
              {client.name}
            </Link>
          )
        }
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Body plan={data} /> : !error && <Skeleton height={240} radius="lg" />}
    </Page>
  );
}

/** When a reading ends, what is known of our own links is another: asked for again then. */
function useRefreshAtEnd(plan: CrawlPlan | undefined): void {
  const queries = useQueryClient();
  const wasRunning = useRef(false);
  const isRunning = plan?.crawls.some(({ state }) => state === 'running') ?? false;
  useEffect(() => {
    if (wasRunning.current && !isRunning) void queries.invalidateQueries({ queryKey: relationshipKeys.all });
    wasRunning.current = isRunning;
  }, [isRunning, queries]);
}

function Body({ plan }: { readonly plan: CrawlPlan }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const mayWrite = useMay('write');
  const newest = plan.crawls[0];
  return (
    <>
      <Panel
        title={t.text('relationships.crawl.plan')}
        aside={mayWrite && <ReadOwnSite brandId={plan.brandId} />}
      >
        <p className={layout['quiet']}>{t.text('relationships.crawl.what')}</p>
        <p>
          {plan.readCompletelyAt
            ? t.text('relationships.crawl.readAt', { time: exactTime(new Date(plan.readCompletelyAt), t) })
            : t.text('relationships.crawl.neverRead')}
        </p>
        {mayManage ? <PlanForm plan={plan} /> : <PlanWords plan={plan} />}
      </Panel>
      <Panel title={t.text('relationships.crawl.readings')} flush>
        {plan.crawls.length === 0 && <p className={layout['hint']}>{t.text('relationships.crawl.none')}</p>}
        {plan.crawls.length > 0 && (
          <ul className={layout['plain']} aria-label={t.text('relationships.crawl.readings')}>
            {plan.crawls.map((crawl) => (
              <CrawlRow key={crawl.id} crawl={crawl} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
      </Panel>
      {newest && <CrawlPages crawl={newest} />}
    </>
  );
}

function PlanWords({ plan }: { readonly plan: CrawlPlan }) {
  const t = useMessages();
  return (
    <p>
      {plan.isOn
        ? t.text('relationships.crawl.every', { days: plan.everyDays })
        : t.text('relationships.crawl.off')}
    </p>
  );
}
