import { Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ReportButtons } from '../../ui/report-buttons.js';
import { ReportPaper } from '../../ui/report-paper.js';
import classes from './portal.module.css';
import { clientReportQuery } from './portal-api.js';

const route = getRouteApi('/portal/reports/$reportId');

/** A report, to read, to print and to take along as a sheet. */
export function PortalReportPage() {
  const t = useMessages();
  const { reportId } = route.useParams();
  const report = useQuery(clientReportQuery(reportId));
  const address = `/api/v1/client/reports/${reportId}`;
  return (
    <Page>
      <PageHeader
        title={report.data?.document.title ?? t.text('portal.nav.reports')}
        parent={<Link to="/portal/reports">{t.text('portal.nav.reports')}</Link>}
      />
      <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />
      {report.isPending && <Skeleton h={400} />}
      {report.data && (
        <>
          <Group gap="sm" className={classes['screen'] ?? ''}>
            <ReportButtons address={address} />
          </Group>
          {report.data.isReplaced && <p>{t.text('portal.reports.replaced')}</p>}
          <ReportPaper document={report.data.document} logo={`${address}/logo`} />
        </>
      )}
    </Page>
  );
}
