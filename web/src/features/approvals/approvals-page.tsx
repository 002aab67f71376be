import { Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useScope } from '../../app/session/scope.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { ApprovalBadge } from '../../ui/approval-badge.js';
import { AskedChips } from '../../ui/asked-chips.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { usePages } from '../../ui/use-pages.js';
import { APPROVALS, fetchApprovals } from './approvals-api.js';
import { AskDialog } from './ask-dialog.js';

const route = getRouteApi('/frame/approvals');
const STATES = ['asked', 'accepted', 'refused', 'withdrawn'] as const;

/** What clients are asked and what they answered. */
export function ApprovalsPage() {
  const t = useMessages();
  const { state: asked, ask, subject, decidedFrom, askedBy } = route.useSearch();
  const state = asked ?? (decidedFrom === undefined ? 'asked' : undefined);
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const { client } = useScope();
  const clientId = client?.id;
  const { list, items, total } = usePages(
    [...APPROVALS, state, clientId, decidedFrom, askedBy, t.locale],
    fetchApprovals({ state, clientId, decidedFrom, askedByMemberId: askedBy }),
  );
  const open = () => void navigate({ search: (before) => ({ ...before, ask: '' }) });
  const close = () =>
    void navigate({ search: ({ ask: _, subject: __, ...before }) => before, replace: true });
  const askButton = mayWrite && (
    <Button leftSection={<IconMessageQuestion size={16} stroke={1.75} aria-hidden />} onClick={open}>
      {t.text('approvals.ask')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.approvals')}
        note={list.data && t.text('approvals.count', { count: total })}
      />
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label={t.text('approvals.show')}
          value={state ?? ''}
          onChange={(next) => {
            const chosen = STATES.find((one) => one === next) ?? 'asked';
            void navigate({
              search: ({ state: __, ...before }) =>
                chosen === 'asked' ? before : { ...before, state: chosen },
            });
          }}
          data={STATES.map((value) => ({ value, label: t.text(`approvals.state.${value}`) }))}
        />
        <AskedChips
          asked={[
            {
              isOn: decidedFrom !== undefined,
              label: t.text('approvals.decidedFrom', { day: decidedFrom ? dayInWords(decidedFrom, t) : '' }),
              onClear: () => void navigate({ search: ({ decidedFrom: _, ...before }) => before }),
            },
            {
              isOn: askedBy !== undefined,
              label: t.text('approvals.askedByOne'),
              onClear: () => void navigate({ search: ({ askedBy: _, ...before }) => before }),
            },
          ]}
        />
        {askButton}
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {list.data && items.length === 0 && (
        <EmptyState sentence={t.text(`approvals.none.${state ?? 'accepted'}`)} />
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('app.nav.approvals')}>
            {items.map((item) => (
              <ListRow
                key={item.id}
                title={
                  <Link to="/approvals/$approvalId" params={{ approvalId: item.id }}>
                    {item.title ?? item.site ?? t.text(`approvals.subject.${item.subject}`)}
                  </Link>
                }
                note={[
                  t.text(`approvals.subject.${item.subject}`),
                  ...(item.title && item.site ? [item.site] : []),
                  item.clientName,
                  ...(item.campaignName ? [item.campaignName] : []),
                  ...(item.dueOn ? [t.text('approvals.dueOn', { day: dayInWords(item.dueOn, t) })] : []),
                  ...(item.isOverdue ? [t.text('approvals.overdue')] : []),
                  ...(item.commentCount > 0
                    ? [t.text('approvals.commentCount', { count: item.commentCount })]
                    : []),
                ].join(' · ')}
              >
                <ApprovalBadge state={item.state} />
                <RelativeTime at={item.decidedAt ?? item.askedAt} />
              </ListRow>
            ))}
          </Rows>
        </Panel>
      )}
      <MoreButton list={list} />
      {ask !== undefined && mayWrite && (
        <AskDialog pitchIds={ask.split(',').filter((id) => id !== '')} subject={subject} onClose={close} />
      )}
    </Page>
  );
}
