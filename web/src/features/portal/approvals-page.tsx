import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { ApprovalBadge } from '../../ui/approval-badge.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePages } from '../../ui/use-pages.js';
import classes from './portal.module.css';
import { fetchApprovals } from './portal-api.js';

const route = getRouteApi('/portal/approvals');

/** What the team asks: what waits for an answer, and what has one. */
export function PortalApprovalsPage() {
  const t = useMessages();
  const { show = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const { list, items } = usePages(['client-approvals', show, t.locale], fetchApprovals(show));
  return (
    <Page>
      <PageHeader title={t.text('portal.nav.approvals')} />
      <SegmentedControl
        aria-label={t.text('portal.show')}
        value={show}
        onChange={(next) => void navigate({ search: next === 'decided' ? { show: 'decided' } : {} })}
        data={(['open', 'decided'] as const).map((value) => ({
          value,
          label: t.text(`portal.approvals.${value}`),
        }))}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {list.data && items.length === 0 && (
        <p className={classes['quiet']}>{t.text(`portal.approvals.none.${show}`)}</p>
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('portal.nav.approvals')}>
            {items.map((item) => (
              <ListRow
                key={item.id}
                title={
                  <Link to="/portal/approvals/$approvalId" params={{ approvalId: item.id }}>
                    {item.title ?? item.site ?? t.text(`approvals.subject.${item.subject}`)}
                  </Link>
                }
                note={[
                  t.text(`approvals.subject.${item.subject}`),
                  ...(item.title && item.site ? [item.site] : []),
                  item.brandName,
                  ...(item.dueOn ? [t.text('approvals.dueOn', { day: dayInWords(item.dueOn, t) })] : []),
                ].join(' · ')}
              >
                <ApprovalBadge state={item.state} />
              </ListRow>
            ))}
          </Rows>
        </Panel>
      )}
      <MoreButton list={list} />
    </Page>
  );
}
