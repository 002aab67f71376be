import { Group, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ReportButtons } from '../../ui/report-buttons.js';
import { ReportPaper } from '../../ui/report-paper.js';
import classes from './reports.module.css';

const route = getRouteApi('/shared/reports/$token');

/** A report for whoever has a link to it. Nothing of the program around it: no session, no other page. */
export function SharedReportPage() {
  const t = useMessages();
  const { token } = route.useParams();
  const shared = useQuery({
    ...query.queryOptions('get', '/api/v1/shared-reports/{token}', { params: { path: { token } } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const report = shared.data?.document;
  const title = report?.title ?? t.text('reports.one');
  useKeptFromSearch(title);
  const address = `/api/v1/shared-reports/${token}`;
  return (
    <main className={classes['shared']}>
      <div className={classes['sheet']}>
        {report ? <VisuallyHidden component="h1">{title}</VisuallyHidden> : <h1>{title}</h1>}
        <ProblemAlert error={shared.error} />
        {shared.isPending && <Skeleton h={400} />}
        {report && (
          <>
            <Group gap="sm" justify="flex-end" className={classes['screen'] ?? ''}>
              <ReportButtons address={address} />
            </Group>
            <ReportPaper document={report} logo={`${address}/logo`} />
          </>
        )}
      </div>
    </main>
  );
}

/** The page's title, and the word to search engines beside the header that says the same. */
function useKeptFromSearch(title: string): void {
  useEffect(() => {
    document.title = title;
    const robots = document.createElement('meta');
    robots.name = 'robots';
    robots.content = 'noindex, nofollow';
    document.head.append(robots);
    return () => robots.remove();
  }, [title]);
}
