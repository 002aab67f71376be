import { Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ReportButtons } from '../../ui/report-buttons.js';
import { ReportPaper } from '../../ui/report-paper.js';
import { DraftPanel } from './draft-panel.js';
import { LinksPanel } from './links-panel.js';
import classes from './reports.module.css';
import { type ReportDetail, reportQuery } from './reports-api.js';

const route = getRouteApi('/frame/reports/$reportId');

/** One report: of a draft what it would say now and what can still be done, of a sent one its links, and the paper itself. */
export function ReportPage() {
  const t = useMessages();
  const { reportId } = route.useParams();
  const report = useQuery(reportQuery(reportId));
  return (
    <Page>
      <PageHeader
        title={
          report.data ? `${report.data.clientName}: ${report.data.document.title}` : t.text('app.nav.reports')
        }
        parent={<Link to="/reports">{t.text('app.nav.reports')}</Link>}
      />
      <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />
      {report.isPending && <Skeleton h={400} />}
      {report.data && <ReportBody report={report.data} />}
    </Page>
  );
}

function ReportBody({ report }: { readonly report: ReportDetail }) {
  const mayWrite = useMay('write');
  const address = `/api/v1/reports/${report.id}`;
  return (
    <>
      <div className={classes['screen']}>
        {report.state === 'draft' && mayWrite && <DraftPanel key={report.revision} report={report} />}
        {report.state === 'sent' && <LinksPanel report={report} mayWrite={mayWrite} />}
        <Group gap="sm" mt="md">
          <ReportButtons address={address} />
        </Group>
      </div>
      <ReportPaper document={report.document} logo={`${address}/logo?${report.revision}`} />
    </>
  );
}
