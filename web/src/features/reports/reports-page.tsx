import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useScope } from '../../app/session/scope.js';
import { useMay } from '../../app/session/session.js';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { usePages } from '../../ui/use-pages.js';
import { ReportDialog } from './report-dialog.js';
import { fetchReports, monthInWords, REPORTS } from './reports-api.js';

const route = getRouteApi('/frame/reports');

/** Monthly reports of all clients, or of the one that is chosen. */
export function ReportsPage() {
  const t = useMessages();
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const { client } = useScope();
  const { list, items, total } = usePages([...REPORTS, client?.id], fetchReports(client?.id));
  const open = () => void navigate({ search: (before) => ({ ...before, add: true }) });
  const close = () => void navigate({ search: ({ add: _, ...before }) => before, replace: true });
  const addButton = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={open}>
      {t.text('reports.add')}
    </Button>
  );
  const isEmpty = list.data !== undefined && items.length === 0;
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.reports')}
        note={list.data && t.text('reports.count', { count: total })}
      />
      {!isEmpty && <Group justify="flex-end">{addButton}</Group>}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {isEmpty && <EmptyState sentence={t.text('reports.none')} action={addButton} />}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('app.nav.reports')}>
            {items.map((report) => (
              <ListRow
                key={report.id}
                title={
                  <Link to="/reports/$reportId" params={{ reportId: report.id }}>
                    {report.clientName}: {monthInWords(report.month, formatTag(t.locale))}
                  </Link>
                }
                note={[
                  t.text(report.isReplaced ? 'reports.state.replaced' : `reports.state.${report.state}`),
                  t.text(`words.locale.${report.locale}`),
                  ...(report.openLinkCount > 0
                    ? [t.text('reports.linksOpen', { count: report.openLinkCount })]
                    : []),
                  ...(report.openedCount > 0
                    ? [t.text('reports.opened', { count: report.openedCount })]
                    : []),
                ].join(' · ')}
              >
                <RelativeTime at={report.sentAt ?? report.createdAt} />
              </ListRow>
            ))}
          </Rows>
        </Panel>
      )}
      <MoreButton list={list} />
      {add && mayWrite && <ReportDialog clientId={client?.id} onClose={close} />}
    </Page>
  );
}
