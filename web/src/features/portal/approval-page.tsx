import { Button, Group, Skeleton, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { ApprovalBadge } from '../../ui/approval-badge.js';
import { ApprovalComments, ApprovalContent } from '../../ui/approval-content.js';
import { CommentForm } from '../../ui/comment-form.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { clientApprovalQuery } from './portal-api.js';

const route = getRouteApi('/portal/approvals/$approvalId');

/** One question of the team: what it is about, word for word, what was said, and the answer. */
export function PortalApprovalPage() {
  const t = useMessages();
  const { approvalId: id } = route.useParams();
  const approval = useQuery(clientApprovalQuery(id));
  const refresh = useRefreshApprovals();
  const [isRefusing, setRefusing] = useState(false);
  const [isSending, setSending] = useState(false);
  const accept = async () => {
    setSending(true);
    try {
      await api.POST('/api/v1/client/approvals/{id}/accept', { params: { path: { id } } });
      toast(t.text('portal.approvals.accepted'));
    } catch (error) {
      toastProblem(t, error);
    }
    setSending(false);
    await refresh();
  };
  const { data } = approval;
  return (
    <Page>
      <PageHeader
        title={
          data
            ? (data.title ?? data.site ?? t.text(`approvals.subject.${data.subject}`))
            : t.text('portal.nav.approvals')
        }
        parent={<Link to="/portal/approvals">{t.text('portal.nav.approvals')}</Link>}
      />
      <ProblemAlert error={approval.error} onRetry={() => void approval.refetch()} />
      {approval.isPending && <Skeleton h={240} />}
      {data && (
        <>
          <Group justify="space-between" gap="md">
            <Group gap="sm">
              <ApprovalBadge state={data.state} />
              <span>
                {t.text(`approvals.subject.${data.subject}`)} · {data.brandName}
                {data.dueOn && ` · ${t.text('approvals.dueOn', { day: dayInWords(data.dueOn, t) })}`}
              </span>
            </Group>
            {data.state === 'asked' && (
              <Group gap="sm">
                <Button variant="default" onClick={() => setRefusing(true)}>
                  {t.text('portal.approvals.refuse')}
                </Button>
                <Button loading={isSending} onClick={() => void accept()}>
                  {t.text('portal.approvals.accept')}
                </Button>
              </Group>
            )}
          </Group>
          {data.reason && (
            <Panel title={t.text('approvals.reason')}>
              <p>{data.reason}</p>
            </Panel>
          )}
          <ApprovalContent
            content={data.content}
            note={data.note}
            fileAt={(sha256) => `/api/v1/client/approvals/${id}/files/${sha256}`}
          />
          <Panel title={t.text('approvals.comments')}>
            <Stack gap="md">
              <ApprovalComments comments={data.comments} />
              <CommentForm
                label={t.text('portal.approvals.yourComment')}
                onSend={async (body, headers) => {
                  const params = { path: { id } };
                  await bodyOf(
                    api.POST('/api/v1/client/approvals/{id}/comment', { params, headers, body: { body } }),
                  );
                  await refresh();
                }}
              />
            </Stack>
          </Panel>
          {isRefusing && <RefuseDialog id={id} onClose={() => setRefusing(false)} />}
        </>
      )}
    </Page>
  );
}

function RefuseDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  const refresh = useRefreshApprovals();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t.text('portal.approvals.reasonEmpty') : null) },
  });
  const act = useFormAct(form, async ({ reason }) => {
    await api.POST('/api/v1/client/approvals/{id}/refuse', { params: { path: { id } }, body: { reason } });
    await refresh();
    toast(t.text('portal.approvals.refused'));
    onClose();
  });
  return (
    <FormDialog
      title={t.text('portal.approvals.refuseTitle')}
      verb={t.text('portal.approvals.refuse')}
      onClose={onClose}
      {...act}
    >
      <Textarea
        label={t.text('approvals.reason')}
        description={t.text('portal.approvals.reasonWhat')}
        autosize
        minRows={3}
        maxLength={5000}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

/** Fetches again what an answer changes. */
function useRefreshApprovals() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}
