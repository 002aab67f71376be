import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { refreshEnrollments } from '../../../ui/enrollment-api.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { useBulkJob } from '../../../ui/use-bulk-job.js';
import { enrolPreview, sequenceActs } from '../sequences-api.js';
import { contactsOf } from './enrol-changes.js';
import { isWhole, type Target } from './target-fields.js';
import { useEnrolChanges } from './use-enrol-changes.js';

interface Props {
  readonly pitchIds: readonly string[];
  readonly target: Target;
}

/** Enrols a few pitches: all of their mails stand on one page. */
export function EnrolFew({ pitchIds, target }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { changes, panel, dialog } = useEnrolChanges();
  const contacts = contactsOf(changes);
  const isReady = isWhole(target) && pitchIds.length > 0;
  const preview = useQuery(
    enrolPreview(isReady ? { ...target, contacts, pitchIds: pitchIds.slice(0, 100) } : null),
  );
  const shown = preview.data?.items ?? [];
  const isWritten = (pitchId: string) => changes.edits.some((edit) => edit.pitchId === pitchId);
  const able = shown.filter(({ canEnroll, pitchId }) => canEnroll || isWritten(pitchId));
  const bulk = useBulkJob<'enroll'>(
    () => refreshEnrollments(queries),
    (_, count) => t.text('sequences.enrolledNow', { count: Number(count) }),
  );
  const submit = async () => {
    if (!isWhole(target)) return;
    setSending(true);
    setProblem(null);
    try {
      const ids = able.map(({ pitchId }) => pitchId);
      const edits = changes.edits.filter(({ pitchId }) => ids.includes(pitchId));
      const body = { ...target, contacts, pitchIds: ids, edits };
      const { jobId } = await sequenceActs.enroll(body, idempotencyKey());
      await refreshEnrollments(queries);
      if (jobId !== null) {
        bulk.follow({ jobId, action: 'enroll', size: ids.length });
        return;
      }
      toast(t.text('sequences.enrolledNow', { count: 1 }));
      await navigate({ to: '/pitches/$id', params: { id: ids[0] ?? '' } });
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {preview.data?.needsApproval && <Alert>{t.text('sequences.willApprove')}</Alert>}
      {shown.length > able.length && (
        <Alert color="differs">{t.text('sequences.cannot', { count: shown.length - able.length })}</Alert>
      )}
      <ProblemAlert error={problem ?? preview.error} />
      {isReady ? (
        preview.isPending && <Skeleton height={280} radius="lg" />
      ) : (
        <Text c="dimmed">{t.text('sequences.previewTeach')}</Text>
      )}
      {bulk.job && (
        <JobProgress jobId={bulk.job.jobId} label={t.text('sequences.enrollTitle')} onEnd={bulk.ended} />
      )}
      {shown.length > 0 && bulk.job === null && (
        <Group>
          <Button onClick={() => void submit()} loading={isSending} disabled={able.length === 0}>
            {t.text('sequences.enrollVerb', { count: able.length })}
          </Button>
        </Group>
      )}
      {shown.map((item) => panel(item))}
      {dialog(shown)}
    </>
  );
}
