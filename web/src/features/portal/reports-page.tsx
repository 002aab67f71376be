import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { usePages } from '../../ui/use-pages.js';
import classes from './portal.module.css';
import { fetchReports, monthInWords } from './portal-api.js';

/** The reports that were sent, the newest month first. */
export function PortalReportsPage() {
  const t = useMessages();
  const { list, items } = usePages(['client-reports'], fetchReports);
  return (
    <Page>
      <PageHeader title={t.text('portal.nav.reports')} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {list.data && items.length === 0 && <p className={classes['quiet']}>{t.text('portal.reports.none')}</p>}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('portal.nav.reports')}>
            {items.map((report) => (
              <ListRow
                key={report.id}
                title={
                  <Link to="/portal/reports/$reportId" params={{ reportId: report.id }}>
                    {monthInWords(report.month, formatTag(t.locale))}
                  </Link>
                }
                note={report.isReplaced ? t.text('portal.reports.replaced') : report.clientName}
              >
                <RelativeTime at={report.sentAt} />
              </ListRow>
            ))}
          </Rows>
        </Panel>
      )}
      <MoreButton list={list} />
    </Page>
  );
}
