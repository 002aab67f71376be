import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { ApprovalBadge } from '../../ui/approval-badge.js';
import { ApprovalComments, ApprovalContent } from '../../ui/approval-content.js';
import { CommentForm } from '../../ui/comment-form.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { APPROVALS, approvalQuery } from './approvals-api.js';

const route = getRouteApi('/frame/approvals/$approvalId');

/** One question to a client as the team sees it: what was asked, what was said, what was decided. */
export function ApprovalPage() {
  const t = useMessages();
  const { approvalId: id } = route.useParams();
  const approval = useQuery(approvalQuery(id));
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: approvalQuery(id).queryKey });
    await queries.invalidateQueries({ queryKey: APPROVALS });
  };
  const withdraw = async () => {
    try {
      await api.POST('/api/v1/approvals/{id}/withdraw', { params: { path: { id } } });
      toast(t.text('approvals.withdrawn'));
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  const { data } = approval;
  return (
    <Page>
      <PageHeader
        title={
          data
            ? (data.title ?? data.site ?? t.text(`approvals.subject.${data.subject}`))
            : t.text('app.nav.approvals')
        }
        parent={<Link to="/approvals">{t.text('app.nav.approvals')}</Link>}
      />
      <ProblemAlert error={approval.error} onRetry={() => void approval.refetch()} />
      {approval.isPending && <Skeleton h={240} />}
      {data && (
        <>
          <Group justify="space-between" gap="md">
            <Group gap="sm">
              <ApprovalBadge state={data.state} />
              <span>
                {t.text(`approvals.subject.${data.subject}`)} ·{' '}
                <Link to="/clients/$clientId" params={{ clientId: data.clientId }}>
                  {data.clientName}
                </Link>
                {data.pitchId && (
                  <>
                    {' · '}
                    <Link to="/pitches/$id" params={{ id: data.pitchId }}>
                      {t.text('approvals.pitch')}
                    </Link>
                  </>
                )}
                {data.dueOn && ` · ${t.text('approvals.dueOn', { day: dayInWords(data.dueOn, t) })}`}
              </span>
            </Group>
            {data.state === 'asked' && mayWrite && (
              <Button variant="default" onClick={() => void withdraw()}>
                {t.text('approvals.withdraw')}
              </Button>
            )}
          </Group>
          <p>
            {t.text('approvals.askedBy', { name: data.askedByName })} <RelativeTime at={data.askedAt} />
            {data.decidedAt && (
              <>
                {' · '}
                {t.text('approvals.decidedBy', { name: data.decidedByName })}{' '}
                <RelativeTime at={data.decidedAt} />
              </>
            )}
          </p>
          {data.reason && (
            <Panel title={t.text('approvals.reason')}>
              <p>{data.reason}</p>
            </Panel>
          )}
          <ApprovalContent
            content={data.content}
            note={data.note}
            fileAt={(sha256) => `/api/v1/approvals/${id}/files/${sha256}`}
          />
          <Panel title={t.text('approvals.comments')}>
            <Stack gap="md">
              <ApprovalComments comments={data.comments} />
              {mayWrite && (
                <CommentForm
                  label={t.text('approvals.yourComment')}
                  onSend={async (body, headers) => {
                    const params = { path: { id } };
                    await bodyOf(
                      api.POST('/api/v1/approvals/{id}/comments', { params, headers, body: { body } }),
                    );
                    await refresh();
                  }}
                />
              )}
            </Stack>
          </Panel>
        </>
      )}
    </Page>
  );
}
